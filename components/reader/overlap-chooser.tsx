'use client'

import { useEffect, useRef } from 'react'
import type { Label } from '@/domain/projects/label'
import { place } from '@/components/ui/place'
import { Dot } from '@/components/ui/small'
import type { Span } from './model'

/** Where several annotations lie over each other: which one is meant, the smallest first. */
export function OverlapChooser(props: {
  spans: readonly Span[]
  at: DOMRect
  labels: readonly Label[]
  textOf: (span: Span) => string
  onChoose: (span: Span) => void
  onClose: () => void
}) {
  const { spans, at, labels, onClose } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    if (!box.current) return
    place(box.current, at, 'start')
    box.current.querySelector('button')?.focus({ preventScroll: true })
    const away = (event: Event) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) onClose()
    }
    addEventListener('pointerdown', away, true)
    addEventListener('scroll', away, { passive: true })
    return () => {
      removeEventListener('pointerdown', away, true)
      removeEventListener('scroll', away)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [at, onClose])
  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') onClose()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])]
    const now = buttons.findIndex((each) => each === document.activeElement)
    buttons[(now + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={`${spans.length} annotations here`}
      onKeyDown={onKeyDown}
      className="no-print border-line-mid bg-surface shadow-raised fixed z-40 max-h-80 w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border p-1"
    >
      <p className="text-ink-faint px-2 py-1 text-xs">{spans.length} annotations here</p>
      {spans.map((span) => {
        const label = labels.find(({ id }) => id === span.labelId)
        return (
          <button
            key={span.id}
            type="button"
            data-color={label?.color ?? 'none'}
            onClick={() => props.onChoose(span)}
            className="hover:bg-accent-wash focus:bg-accent-wash block w-full rounded px-2 py-1.5 text-left -outline-offset-2"
          >
            <span className="flex items-center gap-1.5 text-xs">
              <Dot color={label?.color ?? 'none'} />
              <span className="font-medium">{label?.name ?? 'No label'}</span>
              <span className="text-ink-faint truncate">{span.author?.name}</span>
            </span>
            <span className="line-clamp-2 font-serif text-sm wrap-anywhere">{props.textOf(span)}</span>
          </button>
        )
      })}
    </div>
  )
}
