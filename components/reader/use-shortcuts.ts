'use client'

import { useEffect, useEffectEvent } from 'react'

/** What a key does; it returns false where it does nothing now, and the browser goes on with the key. */
export type Shortcuts = Readonly<Record<string, () => unknown>>

const KEPT_AS = 'assay:shortcuts'

/** People who speak to their machine can turn single keys off, since spoken words would press them. */
export const shortcutsOn = (): boolean => localStorage.getItem(KEPT_AS) !== 'off'
export const turnShortcuts = (on: boolean): void => localStorage.setItem(KEPT_AS, on ? 'on' : 'off')

/** Single keys that act while nobody is typing and no dialog or menu is open. */
export function useShortcuts(keys: Shortcuts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const target = event.target instanceof Element ? event.target : document.body
    if (target.closest('input, textarea, select, [contenteditable], dialog, [role=menu]')) return
    const act = keys[event.key]
    if (!act || (event.key.length === 1 && !shortcutsOn())) return
    if (act() !== false) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
