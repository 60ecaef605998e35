'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useDraft } from '@/client/drafts'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import type { ContentNode } from '@/domain/documents/content'
import type { Dissent, Finding } from '@/domain/findings/finding'
import { LikelihoodField } from '@/components/reviews/likelihood-field'
import { useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { Stale } from '@/components/ui/stale'
import { ConfidenceField } from './confidence-field'
import { LiveText } from './live-text'
import type { Opinion, Scale } from './opinion'
import { RatingField } from './rating-field'
import { SummaryEditor } from './summary-editor'
import { useFindingChanged } from './use-finding'

type Typed = Pick<Opinion, 'rating' | 'likelihood' | 'confidence'> & { json: ContentNode | null }

const NOTHING: Typed = { rating: null, likelihood: null, confidence: null, json: null }
const typedOf = ({ rating, likelihood, confidence, json }: Dissent): Typed => ({
  ...{ rating, likelihood, confidence, json: json as ContentNode },
})

type Props = { finding: Finding; scale: Scale | null; mine: Dissent | null; onClose: () => void }

/** Writes one's dissent from a finding, or changes it. What is typed stays in this browser until it is saved. */
export function DissentDialog({ finding, scale, mine, onClose }: Props) {
  const { me } = useDesk()
  const typed = useDraft<Typed>(`${me.id}/dissent/${finding.id}`, mine ? typedOf(mine) : NOTHING)
  const { save, theirs } = useSaving(finding, mine, () => {
    typed.drop()
    onClose()
  })
  if (!typed.ready) return null
  const { value } = typed
  const change = (part: Partial<Typed>) => typed.change({ ...value, ...part })
  const submit = () => {
    if (!save.busy && value.json) void save.run({ ...value, json: value.json })
  }
  return (
    <Dialog title={mine ? 'Change my dissent' : 'Dissent'} onClose={onClose} wide>
      <Form
        onSubmit={submit}
        error={theirs ? '' : errorBeside(save, 'likelihood')}
        fields={save.fields}
        footer={
          <DialogActions>
            <Button
              variant="quiet"
              onClick={() => {
                typed.drop()
                onClose()
              }}
            >
              Discard
            </Button>
            <Button type="submit" variant="primary" busy={save.busy} disabled={save.busy || value.json === null}>
              {mine ? 'Save and sign' : 'Sign the dissent'}
            </Button>
          </DialogActions>
        }
      >
        {theirs ? (
          <Stale
            said={save.error}
            theirs={<LiveText json={theirs.json as ContentNode} />}
            onTakeTheirs={() => {
              typed.drop()
              onClose()
            }}
          />
        ) : null}
        <p className="text-ink-soft">It carries your name, and stands beside the finding wherever that is shown.</p>
        <RatingField
          scale={scale}
          value={value.rating}
          open="No other rating"
          onChange={(rating) => change({ rating })}
        />
        {scale && scale.likelihood !== 'none' ? (
          <LikelihoodField
            optional
            value={value.likelihood}
            error={save.fields.likelihood}
            onChange={(likelihood) => change({ likelihood })}
          />
        ) : null}
        <ConfidenceField value={value.confidence} onChange={(confidence) => change({ confidence })} />
        <div className="grid gap-1">
          <p className="text-sm font-medium">Why</p>
          <SummaryEditor
            finding={finding}
            label="Why"
            placeholder="What the finding gets wrong, or leaves out."
            value={value.json}
            onChange={(json, empty) => change({ json: empty ? null : json })}
            onSubmit={submit}
          />
        </div>
      </Form>
    </Dialog>
  )
}

type Said = Typed & { json: ContentNode }

function useSaving(finding: Finding, mine: Dissent | null, onSaved: () => void) {
  const changed = useFindingChanged()
  const [theirs, setTheirs] = useState<Dissent | null>(null)
  const save = useAction(async (key, said: Said) => {
    const body = { ...said, json: { ...said.json, type: 'doc' as const } }
    const version = (theirs ?? mine)?.version
    try {
      if (mine && version !== undefined) {
        const params = { dissentId: mine.id }
        await call('PATCH /dissents/{dissentId}', { params, body: { ...body, version } }, { idempotencyKey: key })
      } else {
        const params = { findingId: finding.id }
        await call(
          'POST /findings/{findingId}/dissents',
          { params, body: { ...body, id: key } },
          { idempotencyKey: key },
        )
      }
    } catch (error) {
      setTheirs(theirsOf<Dissent>(error) ?? theirs)
      throw error
    }
    await changed(finding.id)
    onSaved()
  })
  return { save, theirs }
}
