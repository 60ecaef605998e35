'use client'

import { useEffect } from 'react'

const YEAR_S = 365 * 24 * 60 * 60

/** Remembers, in this browser, which workspace was open last: the start page leads there. */
export function RememberWorkspace({ id }: { id: string }) {
  useEffect(() => {
    document.cookie = `workspace=${id}; path=/; max-age=${YEAR_S}; samesite=lax`
  }, [id])
  return null
}
