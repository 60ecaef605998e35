'use client'

import { useEffect, useState, useSyncExternalStore, type RefObject } from 'react'
import { forgetText, textBegun } from './begun'
import type { TextMap } from './locate'
import type { Opened } from './model'
import { OpenText, type Arrived } from './open-text'

export type DocumentText = Arrived & {
  open: OpenText
  map: TextMap
  /** Fetches again what could not be loaded. */
  retry: () => void
  /** Resolves once the text reaches an offset. */
  whenReached: (offset: number) => Promise<void>
}

const NOTHING: Arrived = { loaded: 0, error: '' }

/** The document's text for as long as the page shows it: as it was begun before React, or begun now. */
export function useDocumentText(article: RefObject<HTMLElement | null>, { versionId, parts }: Opened): DocumentText {
  const [open] = useState(() => textBegun(versionId) ?? new OpenText(versionId, parts))
  const arrived = useSyncExternalStore(open.subscribe, open.read, () => NOTHING)
  useEffect(() => {
    if (!article.current) return
    forgetText()
    open.start(article.current)
    return () => open.stop()
  }, [article, open])
  const retry = () => {
    if (article.current) open.start(article.current)
  }
  return { ...arrived, open, map: open.map, retry, whenReached: open.whenReached }
}
