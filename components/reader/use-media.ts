'use client'

import { useSyncExternalStore } from 'react'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
    () => false,
  )
}

/** Whether people point with a finger. */
export const useCoarse = (): boolean => useMedia('(pointer: coarse)')

const ROOMY = '(min-width: 64rem)'

/** Whether the margin has room beside the document; else it is a sheet from below. */
export const useRoomy = (): boolean => useMedia(ROOMY)
export const isRoomy = (): boolean => matchMedia(ROOMY).matches
