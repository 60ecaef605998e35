'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'

/** The margin of a narrow screen: a sheet from below, that leaves the document above it to be read and scrolled. */
export function Sheet(props: {
  title: string
  open: boolean
  onToggle: () => void
  focus: string | null
  children: ReactNode
}) {
  const { title, open, onToggle, focus, children } = props
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open && focus) body.current?.querySelector(`[data-annotation="${focus}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [open, focus])
  return (
    <section
      aria-label="Annotations"
      className="no-print border-line-mid bg-paper shadow-raised fixed inset-x-0 bottom-0 z-20 rounded-t-xl border-t"
    >
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className="flex min-h-11 w-full items-center justify-between gap-2 px-4 font-medium"
      >
        {title}
        {open ? <ChevronDown size={18} aria-hidden /> : <ChevronUp size={18} aria-hidden />}
      </button>
      {open ? (
        <div ref={body} className="grid max-h-[55dvh] gap-2 overflow-y-auto overscroll-contain px-3 pb-4">
          {children}
        </div>
      ) : null}
    </section>
  )
}
