'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { v7 } from 'uuid'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField, TextAreaField, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Badge, Dot, Kbd, Notice } from '@/components/ui/small'
import type { Label } from '@/domain/projects/label'
import { COLORS, type Color } from '@/domain/projects/palette'

type Draft = Pick<Label, 'name' | 'description' | 'color' | 'shortcut'>
const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** The labels of a project: what they mean, how they look, which key applies them. */
export function Labels({
  projectId,
  labels,
  manages,
}: {
  projectId: string
  labels: readonly Label[]
  manages: boolean
}) {
  const router = useRouter()
  const [editing, setEditing] = useState<Label | 'new' | null>(null)
  const save = useAction(async (idempotencyKey, draft: Draft) => {
    if (editing === 'new')
      await call(
        'POST /projects/{projectId}/labels',
        { params: { projectId }, body: { id: v7(), ...draft } },
        { idempotencyKey },
      )
    else if (editing) await change(editing, draft, editing.retired, idempotencyKey)
    setEditing(null)
    router.refresh()
  })
  const retire = useAction(async (idempotencyKey, label: Label) => {
    await change(label, label, !label.retired, idempotencyKey)
    router.refresh()
  })
  return (
    <div className="grid gap-4">
      {retire.error ? <Notice tone="danger">{retire.error}</Notice> : null}
      {labels.length === 0 ? <p className="text-ink-soft">No labels. Annotations can do without.</p> : null}
      <ul className="divide-line border-line bg-surface divide-y rounded-lg border">
        {labels.map((label) => (
          <li key={label.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <Dot color={label.color} />
            <div className="min-w-0 flex-1">
              <div className="flex items-center gap-2 font-medium">
                {label.name} {label.shortcut ? <Kbd>{label.shortcut}</Kbd> : null}{' '}
                {label.retired ? <Badge>retired</Badge> : null}
              </div>
              <div className="text-ink-faint text-[13px]">{label.description}</div>
            </div>
            {manages ? (
              <div className="flex gap-1">
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => setEditing(label)}
                  aria-label={`Edit ${label.name}`}
                >
                  Edit
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  busy={retire.busy}
                  onClick={() => void retire.run(label)}
                  aria-label={`${label.retired ? 'Offer' : 'Retire'} ${label.name}`}
                >
                  {label.retired ? 'Offer again' : 'Retire'}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {manages ? (
        <div>
          <Button onClick={() => setEditing('new')}>Add a label</Button>
        </div>
      ) : null}
      {editing ? (
        <LabelDialog
          label={editing === 'new' ? null : editing}
          busy={save.busy}
          error={save.error}
          onSave={(draft) => void save.run(draft)}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </div>
  )
}

function change(
  { id: labelId, version }: Label,
  { name, description, color, shortcut }: Draft,
  retired: boolean,
  idempotencyKey: string,
) {
  return call(
    'PATCH /labels/{labelId}',
    { params: { labelId }, body: { version, name, description, color, shortcut, retired } },
    { idempotencyKey },
  )
}

function LabelDialog(props: {
  label: Label | null
  busy: boolean
  error: string
  onSave: (draft: Draft) => void
  onClose: () => void
}) {
  const { label } = props
  const [color, setColor] = useState<Color>(label?.color ?? 'green')
  const submit = ({ name = '', description = '', shortcut = '' }: Record<string, string>) =>
    props.onSave({ name, description, color, shortcut: shortcut === '' ? null : Number(shortcut) })
  return (
    <Dialog title={label ? `Edit “${label.name}”` : 'Add a label'} onClose={props.onClose}>
      <Form
        onSubmit={submit}
        error={props.error}
        footer={
          <DialogActions>
            <Button onClick={props.onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={props.busy}>
              Save
            </Button>
          </DialogActions>
        }
      >
        <TextField label="Name" name="name" defaultValue={label?.name} maxLength={40} autoFocus />
        <TextAreaField
          label="What it means"
          name="description"
          defaultValue={label?.description}
          rows={2}
          maxLength={300}
        />
        <fieldset>
          <legend className="mb-1 text-[13px] font-medium">Colour</legend>
          <div className="flex flex-wrap gap-2">
            {COLORS.map((each) => (
              <label
                key={each}
                data-color={each}
                title={each}
                className="border-line has-checked:border-ink has-focus-visible:outline-accent flex size-8 cursor-pointer items-center justify-center rounded-md border bg-(--wash) has-checked:border-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
              >
                <input
                  type="radio"
                  name="color"
                  value={each}
                  checked={color === each}
                  onChange={() => setColor(each)}
                  className="sr-only"
                  aria-label={each}
                />
                <Dot color={each} />
              </label>
            ))}
          </div>
        </fieldset>
        <SelectField
          label="Key"
          name="shortcut"
          defaultValue={label?.shortcut ?? ''}
          hint="Pressed on a selection, it applies this label."
        >
          <option value="">none</option>
          {DIGITS.map((digit) => (
            <option key={digit}>{digit}</option>
          ))}
        </SelectField>
      </Form>
    </Dialog>
  )
}
