'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { inputClass } from './field'

/** How long typing rests before the list follows; in ms. */
const REST_MS = 250

type Props = {
  /** What the list is narrowed to now. */
  text: string
  /** What the words are looked for in. */
  label: string
  busy: boolean
  /** Gets what is looked for, trimmed, when typing rests or at Enter, if it is something else than before. */
  onText: (text: string) => void
  className?: string
  /** Of the box around the field. */
  box?: string
  /** What else narrows the list. */
  children?: ReactNode
}

/** Narrows a list while one types. */
export function SearchForm({ text, label, busy, onText, className, box = '', children }: Props) {
  const clock = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(clock.current), [])
  const look = (form: HTMLFormElement) => {
    clearTimeout(clock.current)
    const next = String(new FormData(form).get('text') ?? '').trim()
    if (next !== text) onText(next)
  }
  const typed = (form: HTMLFormElement | null) => {
    clearTimeout(clock.current)
    if (form) clock.current = setTimeout(() => look(form), REST_MS)
  }
  return (
    <form
      role="search"
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault()
        look(event.currentTarget)
      }}
      className={className}
    >
      <div className={`relative ${box}`}>
        <Search size={15} aria-hidden className="text-ink-faint pointer-events-none absolute top-2.5 left-2.5" />
        <input
          name="text"
          type="search"
          defaultValue={text}
          placeholder={label}
          aria-label={label}
          maxLength={200}
          autoComplete="off"
          onInput={(event) => typed(event.currentTarget.form)}
          className={`${inputClass} pl-8`}
        />
      </div>
      {children}
    </form>
  )
}
