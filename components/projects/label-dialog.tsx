'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField, TextAreaField, TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { Dot } from '@/components/ui/small'
import { Stale } from '@/components/ui/stale'
import type { Label } from '@/domain/projects/label'
import { COLORS, type Color } from '@/domain/projects/palette'

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

type Props = {
  projectId: string
  /** Null for one that is made now. */
  label: Label | null
  /** The digit keys of other labels, and whose they are. */
  taken: ReadonlyMap<number, string>
  onSaved: () => void
  onClose: () => void
}

/** Makes a label or changes one. Where someone else was faster, theirs is shown, and the next save decides. */
export function LabelDialog({ projectId, label, taken, onSaved, onClose }: Props) {
  const [color, setColor] = useState<Color>(label?.color ?? 'green')
  const [theirs, setTheirs] = useState<Label | null>(null)
  const action = useAction(
    async (key, draft: Pick<Label, 'name' | 'description' | 'color' | 'shortcut'>, version: number) => {
      const options = { idempotencyKey: key }
      if (label) {
        const body = { ...draft, version, retired: (theirs ?? label).retired }
        try {
          await call('PATCH /labels/{labelId}', { params: { labelId: label.id }, body }, options)
        } catch (error) {
          setTheirs(theirsOf<Label>(error) ?? theirs)
          throw error
        }
      } else {
        await call('POST /projects/{projectId}/labels', { params: { projectId }, body: { id: key, ...draft } }, options)
      }
      onSaved()
    },
  )
  const submit = ({ name = '', description = '', shortcut = '' }: Record<string, string>) =>
    void action.run(
      { name, description, color, shortcut: shortcut === '' ? null : Number(shortcut) },
      (theirs ?? label)?.version ?? 1,
    )
  return (
    <Dialog title={label ? `Edit “${label.name}”` : 'Add a label'} onClose={onClose}>
      <Form
        onSubmit={submit}
        error={theirs ? '' : errorBeside(action, 'name', 'description')}
        fields={action.fields}
        footer={
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={action.busy}>
              {label ? 'Save' : 'Add'}
            </Button>
          </DialogActions>
        }
      >
        <TextField
          label="Name"
          name="name"
          defaultValue={label?.name}
          maxLength={40}
          autoFocus
          error={action.fields.name}
        />
        <TextAreaField
          label="What it means"
          name="description"
          defaultValue={label?.description}
          rows={2}
          maxLength={300}
          error={action.fields.description}
        />
        <Colors value={color} onChange={setColor} />
        <SelectField
          label="Key"
          name="shortcut"
          defaultValue={label?.shortcut ?? ''}
          hint="Pressed while a passage is selected, it applies this label."
        >
          <option value="">none</option>
          {DIGITS.map((digit) => (
            <option key={digit} value={digit} disabled={taken.has(digit)}>
              {taken.has(digit) ? `${digit}: ${taken.get(digit)}` : digit}
            </option>
          ))}
        </SelectField>
        {theirs ? <Stale said={action.error} theirs={describe(theirs)} onTakeTheirs={onSaved} /> : null}
      </Form>
    </Dialog>
  )
}

function describe({ name, description, color, shortcut, retired }: Label) {
  const key = shortcut === null ? 'no key' : `key ${shortcut}`
  return (
    <p>
      <Dot color={color} /> <strong className="font-medium">{name}</strong>
      {description ? `: ${description}` : ''} ({key}
      {retired ? ', retired' : ''})
    </p>
  )
}

/** The palette as radio buttons: each colour has a name, for those who can't tell them apart. */
function Colors({ value, onChange }: { value: Color; onChange: (color: Color) => void }) {
  return (
    <fieldset>
      <legend className="mb-1 text-[13px] font-medium">Colour</legend>
      <div className="flex flex-wrap gap-2">
        {COLORS.map((each) => (
          <label
            key={each}
            data-color={each}
            title={each}
            className="border-line has-checked:border-ink has-focus-visible:outline-accent relative flex size-8 cursor-pointer items-center justify-center rounded-md border bg-(--wash) has-checked:border-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="color"
              value={each}
              checked={value === each}
              onChange={() => onChange(each)}
              className="absolute inset-0 cursor-pointer opacity-0"
              aria-label={each}
            />
            <Dot color={each} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
