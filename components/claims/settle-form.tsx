'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useDraft } from '@/client/drafts'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import type { Relation } from '@/domain/claims/relation'
import { DISPOSITIONS, keysOf, STRENGTHS, type Disposition, type Strength } from '@/domain/claims/words'
import { useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import { Choices, choicesOf } from '@/components/ui/choices'
import { SelectField, TextAreaField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Stale } from '@/components/ui/stale'
import { DispositionBadge } from './conflict-badges'

type Settling = { strength: Strength; disposition: Disposition; reason: string }

const settlingOf = ({ strength, disposition, reason }: Relation): Settling => ({
  strength: strength ?? 'contradiction',
  disposition: disposition ?? 'open',
  reason,
})

/** Says in place what became of a conflict, and why. What was typed is kept until it is saved or given up. */
export function SettleForm({ relation, onDone }: { relation: Relation; onDone: () => void }) {
  const router = useRouter()
  const draft = useDraft(`${useDesk().me.id}/settle/${relation.id}`, settlingOf(relation))
  const [theirs, setTheirs] = useState<Relation | null>(null)
  const close = () => {
    draft.drop()
    onDone()
  }
  const settle = useAction(async (idempotencyKey, settling: Settling, version: number) => {
    const params = { relationId: relation.id }
    try {
      await call('PATCH /relations/{relationId}', { params, body: { version, ...settling } }, { idempotencyKey })
    } catch (error) {
      setTheirs(theirsOf<Relation>(error))
      throw error
    }
    close()
    router.refresh()
  })
  if (!draft.ready) return null
  const { strength, disposition, reason } = draft.value
  const change = (part: Partial<Settling>) => draft.change({ ...draft.value, ...part })
  const lacks = disposition !== 'open' && reason.trim() === ''
  return (
    <Form
      onSubmit={() => {
        if (!lacks && !settle.busy) void settle.run(draft.value, (theirs ?? relation).version)
      }}
      error={theirs || settle.fields.reason ? '' : settle.error}
      fields={settle.fields}
      footer={
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" variant="primary" busy={settle.busy} disabled={settle.busy || lacks}>
            Save
          </Button>
        </div>
      }
    >
      <Choices
        legend="What became of it"
        name={`disposition-${relation.id}`}
        columns={3}
        options={choicesOf(DISPOSITIONS)}
        value={disposition}
        onChange={(disposition) => change({ disposition })}
        focusFirst
      />
      <div className="grid gap-3 sm:grid-cols-[14rem_1fr]">
        <SelectField
          label="How strong"
          hint={STRENGTHS[strength].hint}
          value={strength}
          onChange={(event) => change({ strength: event.target.value as Strength })}
        >
          {keysOf(STRENGTHS).map((key) => (
            <option key={key} value={key}>
              {STRENGTHS[key].name}
            </option>
          ))}
        </SelectField>
        <TextAreaField
          label={disposition === 'open' ? 'Why (optional)' : 'Why'}
          maxLength={2000}
          value={reason}
          error={settle.fields.reason}
          onChange={(event) => change({ reason: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
          }}
        />
      </div>
      {theirs ? (
        <Stale
          said={settle.error}
          theirs={<Theirs relation={theirs} />}
          onTakeTheirs={() => {
            close()
            router.refresh()
          }}
        />
      ) : null}
    </Form>
  )
}

function Theirs({ relation: { disposition, reason, settledBy } }: { relation: Relation }) {
  return (
    <>
      {settledBy?.name ?? 'They'}: {disposition ? <DispositionBadge disposition={disposition} /> : null}
      {reason ? <p className="mt-1 whitespace-pre-line">{reason}</p> : null}
    </>
  )
}
