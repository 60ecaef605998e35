'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useDraft } from '@/client/drafts'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import type { Outcome } from '@/domain/findings/correction'
import { useDesk } from '@/components/threads/desk'
import { Choices } from '@/components/ui/choices'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { TextAreaField, TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { Stale } from '@/components/ui/stale'
import { HAPPENED, happenedKey, type HappenedKey } from './outcome-words'

type Typed = { key: HappenedKey; settledOn: string; note: string }

const typedOf = (outcome: Outcome | null): Typed => ({
  key: outcome ? happenedKey(outcome.happened) : 'yes',
  ...{ settledOn: outcome?.settledOn ?? '', note: outcome?.note ?? '' },
})

const OPTIONS = (Object.keys(HAPPENED) as HappenedKey[]).map((key) => ({ key, name: HAPPENED[key].name }))

/** Records how a prediction was settled, or says it better. */
export function OutcomeDialog(props: { claimId: string; outcome: Outcome | null; onClose: () => void }) {
  const { claimId, outcome, onClose } = props
  const { me } = useDesk()
  const router = useRouter()
  const typed = useDraft(`${me.id}/outcome/${claimId}`, typedOf(outcome))
  const [theirs, setTheirs] = useState<Outcome | null>(null)
  const done = () => {
    typed.drop()
    router.refresh()
    onClose()
  }
  const save = useAction(async (idempotencyKey, { key, ...said }: Typed, version: number) => {
    const body = { version, happened: HAPPENED[key].happened, ...said }
    try {
      await call('PUT /claims/{claimId}/outcome', { params: { claimId }, body }, { idempotencyKey })
    } catch (error) {
      setTheirs(theirsOf<Outcome>(error) ?? theirs)
      throw error
    }
    done()
  })
  if (!typed.ready) return null
  const { value } = typed
  const change = (part: Partial<Typed>) => typed.change({ ...value, ...part })
  return (
    <Dialog title="How it was settled" onClose={onClose}>
      <Form
        onSubmit={() => {
          if (!save.busy) void save.run(value, (theirs ?? outcome)?.version ?? 0)
        }}
        error={theirs ? '' : errorBeside(save, 'settledOn', 'note')}
        fields={save.fields}
        footer={
          <SubmitActions busy={save.busy} onCancel={onClose}>
            Record
          </SubmitActions>
        }
      >
        {theirs ? (
          <Stale
            said={save.error}
            theirs={
              <p>
                {HAPPENED[happenedKey(theirs.happened)].name}, {theirs.settledOn}. {theirs.note}
              </p>
            }
            onTakeTheirs={done}
          />
        ) : null}
        <Choices
          legend="What happened"
          name="happened"
          options={OPTIONS}
          value={value.key}
          onChange={(key) => change({ key })}
          focusFirst
        />
        <TextField
          label="Settled on"
          hint="As 2026-11-24, 2026-11 or 2026."
          autoComplete="off"
          value={value.settledOn}
          error={save.fields.settledOn}
          onChange={({ target }) => change({ settledOn: target.value })}
        />
        <TextAreaField
          label="Note (optional)"
          hint="What settled it, and where that can be read."
          maxLength={2000}
          value={value.note}
          error={save.fields.note}
          onChange={({ target }) => change({ note: target.value })}
        />
      </Form>
    </Dialog>
  )
}
