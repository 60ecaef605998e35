'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { CheckField } from '@/components/ui/check-field'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'

/** A document that can be read independently, unless a phase is open on it already. */
export type PhaseChoice = { id: string; title: string; taken: boolean }

type Chosen = { name: string; dueOn: string; documentIds: readonly string[] }

/** The button that opens a phase, and what is asked before. */
export function OpenPhase({ projectId, documents }: { projectId: string; documents: readonly PhaseChoice[] }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Open a phase
      </Button>
      {open ? <OpenDialog projectId={projectId} documents={documents} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** Noon, so that the day is the same wherever it is read. */
const momentOf = (day: string): string | null => (day === '' ? null : `${day}T12:00:00.000Z`)

function OpenDialog(props: { projectId: string; documents: readonly PhaseChoice[]; onClose: () => void }) {
  const { projectId, documents, onClose } = props
  const router = useRouter()
  const free = documents.filter(({ taken }) => !taken)
  const [chosen, setChosen] = useState<Chosen>({
    name: '',
    dueOn: '',
    documentIds: free.length === 1 ? free.map(({ id }) => id) : [],
  })
  const { name, dueOn, documentIds } = chosen
  const open = useAction(async (id, { name, dueOn, documentIds }: Chosen) => {
    const body = { id, name: name.trim(), documentIds: [...documentIds], dueAt: momentOf(dueOn) }
    await call('POST /projects/{projectId}/phases', { params: { projectId }, body }, { idempotencyKey: id })
    onClose()
    router.refresh()
  })
  const toggle = (id: string, on: boolean) =>
    setChosen({ ...chosen, documentIds: on ? [...documentIds, id] : documentIds.filter((each) => each !== id) })
  return (
    <Dialog title="Open an independent phase" onClose={onClose}>
      <Form
        onSubmit={() => {
          if (documentIds.length > 0 && !open.busy) void open.run(chosen)
        }}
        error={errorBeside(open, 'name', 'dueAt')}
        fields={open.fields}
        footer={
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={open.busy} disabled={open.busy || documentIds.length === 0}>
              Open the phase
            </Button>
          </DialogActions>
        }
      >
        <p className="text-ink-soft">
          From now on everyone reads for themselves: annotations, notes and claims made in these documents are their
          author’s alone, owners included, until the phase is revealed. What stands there already stays as it is.
        </p>
        <fieldset>
          <legend className="mb-1 text-sm font-medium">Documents</legend>
          <div className="border-line grid max-h-56 gap-1.5 overflow-y-auto rounded-md border px-3 py-2">
            {documents.map(({ id, title, taken }) =>
              taken ? (
                <p key={id} className="text-ink-faint wrap-anywhere">
                  {title} (is read independently already)
                </p>
              ) : (
                <CheckField key={id} checked={documentIds.includes(id)} onChange={(on) => toggle(id, on)}>
                  <span className="wrap-anywhere">{title}</span>
                </CheckField>
              ),
            )}
          </div>
        </fieldset>
        <TextField
          label="Name (optional)"
          placeholder="First reading"
          maxLength={120}
          value={name}
          error={open.fields.name}
          onChange={(event) => setChosen({ ...chosen, name: event.target.value })}
        />
        <TextField
          label="Due (optional)"
          type="date"
          hint="So that everyone knows; it is revealed by hand."
          value={dueOn}
          error={open.fields.dueAt}
          onChange={(event) => setChosen({ ...chosen, dueOn: event.target.value })}
        />
      </Form>
    </Dialog>
  )
}
