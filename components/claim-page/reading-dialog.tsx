'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import type { Occurrence } from '@/domain/claims/claim'
import { STANCES, VOICES } from '@/domain/claims/words'
import type { Reading } from '@/components/claims/claim-fields-of'
import { ReadingFields } from '@/components/claims/reading-fields'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { Stale } from '@/components/ui/stale'

/** Changes how a passage stands to its claim. */
export function ReadingDialog(props: { occurrence: Occurrence; onDone: () => void; onClose: () => void }) {
  const { occurrence, onDone, onClose } = props
  const { id, stance, voice, attributedTo } = occurrence
  const [reading, setReading] = useState<Reading>({ stance, voice, attributedTo })
  const [theirs, setTheirs] = useState<Occurrence | null>(null)
  const save = useAction(async (idempotencyKey, read: Reading, version: number) => {
    const body = { version, ...read, attributedTo: read.voice === 'attributed' ? read.attributedTo : '' }
    try {
      await call('PATCH /occurrences/{occurrenceId}', { params: { occurrenceId: id }, body }, { idempotencyKey })
    } catch (error) {
      setTheirs(theirsOf<Occurrence>(error))
      throw error
    }
    onDone()
  })
  return (
    <Dialog title="How the passage is read" onClose={onClose}>
      <Form
        onSubmit={() => void save.run(reading, (theirs ?? occurrence).version)}
        error={theirs ? '' : save.error}
        footer={
          <SubmitActions busy={save.busy} onCancel={onClose}>
            Save
          </SubmitActions>
        }
      >
        {theirs ? (
          <Stale
            said="Someone else changed this meanwhile."
            theirs={
              <p>
                {STANCES[theirs.stance]} it. {VOICES[theirs.voice]} {theirs.attributedTo}
              </p>
            }
            onTakeTheirs={onDone}
          />
        ) : null}
        <ReadingFields reading={reading} onChange={setReading} />
      </Form>
    </Dialog>
  )
}
