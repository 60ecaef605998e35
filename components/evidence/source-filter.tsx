'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition, type FormEvent } from 'react'
import { inputClass } from '@/components/ui/field'
import { sourcesAddress } from './source-address'

/** How long typing rests before the list follows; in ms. */
const REST_MS = 250

/** Narrows the list of sources while one types. */
export function SourceFilter({ projectId, text }: { projectId: string; text: string }) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const clock = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(clock.current), [])
  const filter = (form: HTMLFormElement) => {
    clearTimeout(clock.current)
    const next = String(new FormData(form).get('text') ?? '').trim()
    if (next !== text) startTransition(() => router.replace(sourcesAddress(projectId, next), { scroll: false }))
  }
  const typed = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    clearTimeout(clock.current)
    clock.current = setTimeout(() => filter(form), REST_MS)
  }
  return (
    <form
      role="search"
      aria-busy={pending}
      onInput={typed}
      onSubmit={(event) => {
        event.preventDefault()
        filter(event.currentTarget)
      }}
      className="relative min-w-0 flex-1 sm:max-w-72"
    >
      <Search size={15} aria-hidden className="text-ink-faint pointer-events-none absolute top-2.5 left-2.5" />
      <input
        name="text"
        type="search"
        defaultValue={text}
        placeholder="Part of a name or address"
        aria-label="Part of a name or address"
        maxLength={200}
        autoComplete="off"
        className={`${inputClass} pl-8`}
      />
    </form>
  )
}
