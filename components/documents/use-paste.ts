'use client'

import { useEffect, useEffectEvent } from 'react'
import { clipOf, type Clip } from './clipboard'
import { chosen, type Dropped } from './dropped'

/** Notices what is pasted on the page itself, outside of fields and dialogs: files, or a text. */
export function usePaste(
  active: boolean,
  { onFiles, onText }: { onFiles: (files: Dropped[]) => void; onText: (clip: Clip) => void },
) {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const { target, clipboardData } = event
    if (
      !clipboardData ||
      (target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]'))
    )
      return
    const clip = clipOf(clipboardData)
    if (clipboardData.files.length > 0) onFiles(chosen(clipboardData.files))
    else if (clip.text.trim() !== '') onText(clip)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    if (!active) return
    document.addEventListener('paste', take)
    return () => document.removeEventListener('paste', take)
  }, [active])
}
