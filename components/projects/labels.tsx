'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { v7 } from 'uuid'
import { call } from '@/client/call'
import { Button } from '@/components/ui/button'
import { Dot, EmptyState, Kbd } from '@/components/ui/small'
import { showError, showToast } from '@/components/ui/toast'
import type { Label } from '@/domain/projects/label'
import { LabelDialog } from './label-dialog'

type Props = {
  projectId: string
  labels: readonly Label[]
  /** How many annotations that the reader can see have each label, by its id. */
  used: Readonly<Record<string, number>>
  manages: boolean
}

/** The labels of a project: what they mean, how they look, which key applies them; those no longer offered, apart. */
export function Labels({ projectId, labels, used, manages }: Props) {
  const router = useRouter()
  const [editing, setEditing] = useState<Label | 'new' | null>(null)
  const refresh = () => router.refresh()
  const list = (title: string, shown: readonly Label[]) =>
    shown.length === 0 ? null : (
      <section aria-label={title}>
        <ul className="divide-line border-line bg-surface divide-y rounded-lg border">
          {shown.map((label) => (
            <Row
              key={label.id}
              label={label}
              uses={used[label.id] ?? 0}
              manages={manages}
              onEdit={() => setEditing(label)}
              onChanged={refresh}
            />
          ))}
        </ul>
      </section>
    )
  const retired = labels.filter((label) => label.retired)
  const add = <Button onClick={() => setEditing('new')}>Add a label</Button>
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-soft max-w-prose">
          Whoever marks a passage may say what it is. The key applies the label to what is selected.
        </p>
        {manages && labels.length > 0 ? add : null}
      </div>
      {labels.length === 0 ? (
        <EmptyState title="No labels" action={manages ? add : null}>
          Annotations can do without. Labels make them easier to find again.
        </EmptyState>
      ) : null}
      {list(
        'Labels',
        labels.filter((label) => !label.retired),
      )}
      {retired.length > 0 ? (
        <div>
          <h2 className="mt-4 text-base font-semibold">Retired</h2>
          <p className="text-ink-soft mb-3">No longer offered. Annotations that have them keep them.</p>
          {list('Retired labels', retired)}
        </div>
      ) : null}
      {editing ? (
        <LabelDialog
          projectId={projectId}
          label={editing === 'new' ? null : editing}
          taken={keysTaken(labels, editing)}
          onClose={() => setEditing(null)}
          onSaved={() => {
            setEditing(null)
            refresh()
          }}
        />
      ) : null}
    </div>
  )
}

/** Which digit keys other offered labels have. */
function keysTaken(labels: readonly Label[], editing: Label | 'new'): ReadonlyMap<number, string> {
  const others = labels.filter((label) => !label.retired && (editing === 'new' || label.id !== editing.id))
  return new Map(others.flatMap(({ shortcut, name }) => (shortcut === null ? [] : [[shortcut, name] as const])))
}

type RowProps = { label: Label; uses: number; manages: boolean; onEdit: () => void; onChanged: () => void }

function Row({ label, uses, manages, onEdit, onChanged }: RowProps) {
  const { name, description, color, shortcut, retired } = label
  return (
    <li className="flex items-start gap-x-3 px-4 py-2.5">
      <span className="flex h-6 items-center">
        <Dot color={color} />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2">
          <span className={`font-medium wrap-anywhere ${retired ? 'text-ink-soft' : ''}`}>{name}</span>
          {shortcut && !retired ? <Kbd>{shortcut}</Kbd> : null}
          <span className="text-ink-faint text-[13px]">{usesOf(uses)}</span>
        </div>
        {description ? <p className="text-ink-soft text-[14px] wrap-anywhere">{description}</p> : null}
      </div>
      {manages ? (
        <div className="flex flex-wrap justify-end gap-1">
          <Button size="small" variant="quiet" onClick={onEdit} aria-label={`Edit ${name}`}>
            Edit
          </Button>
          <Button
            size="small"
            variant="quiet"
            onClick={() => void offer(label, retired, onChanged)}
            aria-label={retired ? `Offer ${name} again` : `Retire ${name}`}
          >
            {retired ? 'Offer again' : 'Retire'}
          </Button>
        </div>
      ) : null}
    </li>
  )
}

const usesOf = (uses: number) =>
  uses === 0 ? 'not used yet' : uses === 1 ? 'one annotation' : `${uses.toLocaleString('en')} annotations`

/** Offers a label again, or retires it and offers to take that back. */
async function offer(label: Label, again: boolean, changed: () => void): Promise<void> {
  try {
    const now = await setRetired(label, !again)
    const undo = { name: 'Undo', run: () => void offer(now, true, changed) }
    showToast(
      again ? { text: `“${label.name}” is offered again.` } : { text: `“${label.name}” is retired.`, action: undo },
    )
  } catch (error) {
    showError(error)
  }
  changed()
}

function setRetired(
  { id: labelId, version, name, description, color, shortcut }: Label,
  retired: boolean,
): Promise<Label> {
  const body = { version, name, description, color, shortcut, retired }
  return call('PATCH /labels/{labelId}', { params: { labelId }, body }, { idempotencyKey: v7() })
}
