'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react'
import { call } from '@/client/call'
import { keys, useDesk } from '@/components/threads/desk'

const MOST_TAGS = 20
const LONGEST_TAG = 60

/** Tags as chips. Enter or a comma adds what is typed; what others use is offered. */
export function TagInput({ value, onChange }: { value: readonly string[]; onChange: (tags: string[]) => void }) {
  const [typed, setTyped] = useState('')
  const offered = useOffered(typed, value)
  const [chosen, setChosen] = useState(-1)
  const id = useId()
  const add = (text: string) => {
    const tag = text.trim().normalize('NFC').slice(0, LONGEST_TAG)
    setTyped('')
    setChosen(-1)
    if (tag !== '' && !value.includes(tag) && value.length < MOST_TAGS) onChange([...value, tag])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const open = typed !== '' && offered.length > 0
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && open) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen((at) => ((at + step + offered.length + 1 + 1) % (offered.length + 1)) - 1)
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      add(typed)
    } else if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add((open && offered[chosen]) || typed)
    } else if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1))
    else if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation()
      setTyped('')
    }
  }
  const open = typed.trim() !== '' && offered.length > 0
  return (
    <div className="relative">
      <div className="border-line-strong bg-surface focus-within:outline-accent flex flex-wrap items-center gap-1 rounded-md border px-1.5 py-1 focus-within:outline-2">
        {value.map((tag) => (
          <span key={tag} className="bg-sunken inline-flex items-center rounded pl-1.5 text-xs wrap-anywhere">
            {tag}
            <button
              type="button"
              aria-label={`Remove the tag ${tag}`}
              className="text-ink-faint hover:text-ink flex size-6 items-center justify-center"
              onClick={() => onChange(value.filter((each) => each !== tag))}
            >
              <X size={12} aria-hidden />
            </button>
          </span>
        ))}
        <input
          role="combobox"
          aria-label="Tags"
          aria-expanded={open}
          aria-controls={id}
          aria-autocomplete="list"
          {...(chosen >= 0 && { 'aria-activedescendant': `${id}-${chosen}` })}
          placeholder={value.length === 0 ? 'Tags, with Enter between them' : ''}
          maxLength={LONGEST_TAG}
          className="h-6 min-w-24 flex-1 bg-transparent px-1 text-sm outline-none"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => add(typed)}
        />
      </div>
      <ul
        id={id}
        role="listbox"
        aria-label="Tags in use"
        hidden={!open}
        className="border-line-mid bg-surface shadow-raised absolute inset-x-0 top-full z-20 mt-1 max-h-48 overflow-y-auto rounded-md border p-1"
      >
        {offered.map((tag, index) => (
          <li
            key={tag}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className="aria-selected:bg-accent-wash hover:bg-accent-wash cursor-pointer rounded px-2 py-1"
            onPointerDown={(event) => {
              event.preventDefault()
              add(tag)
            }}
          >
            {tag}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Tags in use that begin with what is typed. */
function useOffered(typed: string, taken: readonly string[]): string[] {
  const { projectId } = useDesk()
  const prefix = useDeferredValue(typed.trim())
  const { data } = useQuery({
    queryKey: [...keys.tags(projectId), prefix],
    queryFn: () => call('GET /projects/{projectId}/tags', { params: { projectId }, query: { prefix, limit: '8' } }),
    enabled: prefix !== '',
    placeholderData: (before) => before,
  })
  return (data?.items ?? []).filter((tag) => !taken.includes(tag))
}
