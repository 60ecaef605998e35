'use client'

import { useState } from 'react'
import type { Finding } from '@/domain/findings/finding'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/small'
import { useReferences, type Referable } from './use-references'

const GROUPS = [
  { kind: 'passage', name: 'Passages' },
  { kind: 'evidence', name: 'Evidence' },
  { kind: 'claim', name: 'Claims' },
] as const

/** Chooses what a text refers to. Enter takes the first that was found. */
export function ReferencePicker(props: {
  finding: Pick<Finding, 'claim' | 'document' | 'projectId'>
  onChoose: (chosen: Referable) => void
  onClose: () => void
}) {
  const { finding, onChoose, onClose } = props
  const [words, setWords] = useState('')
  const { data, error } = useReferences(finding)
  const sought = words.trim().toLowerCase()
  const found = data?.filter(({ says, where }) => `${says} ${where}`.toLowerCase().includes(sought))
  return (
    <Dialog title="Refer to…" onClose={onClose}>
      <TextField
        label="Find"
        hideLabel
        placeholder="Find by its words"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found ?? []
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (first) onChoose(first)
        }}
      />
      {error ? <Notice tone="danger">{error.message}</Notice> : null}
      {found?.length === 0 ? (
        <p role="status" className="text-ink-soft mt-3">
          {sought ? 'Nothing here says this.' : 'Nothing stands around this yet: no passage, no evidence, no claim.'}
        </p>
      ) : null}
      {GROUPS.map(({ kind, name }) => (
        <Group key={kind} name={name} items={found?.filter((each) => each.kind === kind) ?? []} onChoose={onChoose} />
      ))}
    </Dialog>
  )
}

type GroupProps = { name: string; items: readonly Referable[]; onChoose: (chosen: Referable) => void }

/** As many as are looked through at first; searching finds the rest too. */
const SHOWN = 30

function Group({ name, items, onChoose }: GroupProps) {
  const [shown, setShown] = useState(SHOWN)
  if (items.length === 0) return null
  return (
    <section className="mt-4" aria-label={name}>
      <h3 className="text-ink-faint text-xs font-medium">{name}</h3>
      <ul className="mt-1 grid gap-0.5">
        {items.slice(0, shown).map((each) => (
          <li key={each.id}>
            <button
              type="button"
              onClick={() => onChoose(each)}
              className="hover:bg-accent-wash w-full rounded px-2 py-1.5 text-left -outline-offset-2"
            >
              <span className="line-clamp-2 font-serif wrap-anywhere">{each.says}</span>
              {each.where ? <span className="text-ink-faint block truncate text-xs">{each.where}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {items.length > shown ? (
        <Button size="small" className="mt-1" onClick={() => setShown(shown + SHOWN)}>
          Show more
        </Button>
      ) : null}
    </section>
  )
}
