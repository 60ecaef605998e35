'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import type { Source } from '@/domain/evidence/source'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { TextAreaField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { Stale } from '@/components/ui/stale'

type Props = { source: Source; onSaved: () => void; onClose: () => void }

/** Marks a source as retracted, with the reason that everyone will read. */
export function RetractDialog({ source, onSaved, onClose }: Props) {
  const [theirs, setTheirs] = useState<Source | null>(null)
  const retract = useAction(async (idempotencyKey, reason: string, version: number) => {
    const request = { params: { sourceId: source.id }, body: { version, reason } }
    try {
      await call('POST /sources/{sourceId}/retract', request, { idempotencyKey })
    } catch (error) {
      setTheirs(theirsOf<Source>(error) ?? theirs)
      throw error
    }
    onSaved()
  })
  return (
    <Dialog title={`Retract “${source.name}”?`} onClose={onClose}>
      <Form
        onSubmit={({ reason = '' }) => void retract.run(reason, (theirs ?? source).version)}
        error={theirs ? '' : errorBeside(retract, 'reason')}
        fields={retract.fields}
        footer={
          <SubmitActions busy={retract.busy} danger onCancel={onClose}>
            Retract
          </SubmitActions>
        }
      >
        <p className="text-ink-soft">
          It is marked wherever it is cited{source.copies > 0 ? ', with its copies' : ''}, and so are published findings
          whose verdicts relied on it. There is no way back.
        </p>
        <TextAreaField label="Reason" name="reason" rows={3} maxLength={2000} error={retract.fields.reason} />
        {theirs ? (
          <Stale said={retract.error} theirs={<p>{theirs.retractedFor || theirs.name}</p>} onTakeTheirs={onSaved} />
        ) : null}
      </Form>
    </Dialog>
  )
}
