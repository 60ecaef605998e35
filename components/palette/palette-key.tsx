'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import type { Crumb } from '@/components/shell/sub-nav'

const Palette = lazy(() => import('./palette').then(({ Palette }) => ({ default: Palette })))

/** Ctrl-K, or ⌘K: everything that one can go to or do, by its name. Loaded when it is first asked for. */
export function PaletteKey(props: { places: readonly Crumb[] }) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
      // In a text it makes a link, and in a dialog what is begun comes first.
      if (event.target instanceof Element && event.target.closest('[contenteditable], dialog')) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return open ? (
    <Suspense>
      <Palette {...props} onClose={() => setOpen(false)} />
    </Suspense>
  ) : null
}
