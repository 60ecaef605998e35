'use client'

import { useEffect, useEffectEvent } from 'react'
import { findPage, lastPage, nameOfPage, pageAt, startOfPage } from '@/domain/documents/pages'
import { topOffset } from './choose'
import { scrollToPassage } from './geometry'
import type { Opened } from './model'
import type { Reading } from './use-reading'

/** A page as the address names it: "#page=12", as with PDFs elsewhere. */
const named = (): number | null => {
  const number = /^#page=(\d{1,6})$/.exec(location.hash)?.[1]
  return number === undefined ? null : Number(number)
}

/** The pages of the file that the document came from, and the way to one. */
export function usePages({ article, text }: Reading, { pages }: Opened) {
  const last = lastPage(pages)
  /** Brings the beginning of a page to the eye; false where there is no such page. */
  const goTo = (page: number): boolean => {
    const at = page >= 1 ? startOfPage(pages, page) : null
    if (at === null) return false
    const { pathname, search } = location
    history.replaceState(null, '', `${pathname}${search}#page=${page}`)
    void text.whenReached(at).then(() => scrollToPassage(text.map, { start: at, end: at + 1 }))
    return true
  }
  const follow = useEffectEvent(() => {
    const page = named()
    if (page !== null) goTo(page)
  })
  useEffect(() => {
    const listener = () => follow()
    listener()
    addEventListener('hashchange', listener)
    return () => removeEventListener('hashchange', listener)
  }, [])
  return {
    last,
    /** Whether pages are called otherwise than by their numbers. */
    printed: pages.some(({ label }) => label !== undefined),
    goTo,
    find: (said: string) => findPage(pages, said),
    nameOf: (page: number) => nameOfPage(pages, page),
    here: () => pageAt(pages, topOffset({ article, text })) ?? 1,
  }
}
