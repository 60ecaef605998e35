'use client'

import { call } from '@/client/call'
import { useDraft } from '@/client/drafts'
import { useAction } from '@/client/use-action'
import type { VerdictForm } from '@/domain/claims/forms'
import { missingIn } from '@/domain/findings/check'
import { lastWords } from '@/domain/findings/last-words'
import type { Finding } from '@/domain/findings/finding'
import type { Person } from '@/domain/people/person'
import type { Verdict } from '@/domain/reviews/verdict'
import { useDesk } from '@/components/threads/desk'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { TextAreaField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/small'
import { showToast } from '@/components/ui/toast'
import { listed } from './listed'
import { useFindingChanged, usePublished } from './use-finding'

type Reasons = { adjudication: string; overruling: string; reason: string }
const UNSAID: Reasons = { adjudication: '', overruling: '', reason: '' }

type Props = {
  finding: Finding
  form: VerdictForm | null
  verdicts: readonly Verdict[]
  /** Whether it replaces what is published now. */
  corrects: boolean
  onDone: () => void
  onClose: () => void
}

/** Publishes a finding, or a correction of it: says what the project asks for and what is missing, and takes the reasons. */
export function PublishDialog({ finding, form, verdicts, corrects, onDone, onClose }: Props) {
  const { me } = useDesk()
  const reasons = useDraft(`${me.id}/publish/${finding.id}`, UNSAID)
  const publish = usePublishing(finding, corrects, () => {
    reasons.drop()
    onDone()
  })
  const { signed, signOffs, adjudicates, content, published } = finding
  const missing = missingIn(form, content)
  const unsigned = Math.max(0, signOffs - signed.length)
  const blocked = missing.length > 0 || (unsigned > 0 && !adjudicates)
  const overruled = overruledBy(finding, verdicts)
  const asked = [
    ...(unsigned > 0 || content.basis === 'adjudicated' ? [ADJUDICATION] : []),
    ...(overruled.length > 0
      ? [
          {
            ...OVERRULING,
            hint: `It does not follow the rating of ${listed(overruled)}. They are told, and can answer.`,
          },
        ]
      : []),
    ...(published ? [REASON] : []),
  ]
  const unsaid = asked.some(({ field }) => reasons.value[field].trim() === '')
  if (!reasons.ready) return null
  return (
    <Dialog title={corrects ? 'Publish the correction' : 'Publish the finding'} onClose={onClose}>
      <Form
        onSubmit={() => {
          if (!publish.busy && !blocked && !unsaid) void publish.run(only(asked, reasons.value), finding.version)
        }}
        error={errorBeside(publish, ...asked.map(({ field }) => field))}
        fields={publish.fields}
        footer={
          <SubmitActions busy={publish.busy} unready={blocked || unsaid} onCancel={onClose}>
            Publish
          </SubmitActions>
        }
      >
        <p className="text-ink-soft">
          It will stand for the whole workspace, with the dissents beside it
          {corrects ? '; the version before is kept.' : '.'}
        </p>
        <p>{ruleOf(finding)}</p>
        {missing.length > 0 ? (
          <Notice tone="warning">
            {missing.map(({ field, message }) => (
              <p key={field}>{message}</p>
            ))}
          </Notice>
        ) : null}
        {unsigned > 0 && !adjudicates ? (
          <Notice tone="warning">More reviewers must sign first: this project lets nobody publish with fewer.</Notice>
        ) : null}
        {blocked
          ? null
          : asked.map(({ field, label, hint }) => (
              <TextAreaField
                key={field}
                label={label}
                hint={hint}
                maxLength={2000}
                value={reasons.value[field]}
                error={publish.fields[field]}
                onChange={({ target }) => reasons.change({ ...reasons.value, [field]: target.value })}
              />
            ))}
      </Form>
    </Dialog>
  )
}

type Asked = { field: keyof Reasons; label: string; hint: string }

const ADJUDICATION: Asked = {
  field: 'adjudication',
  label: 'Why you adjudicate',
  hint: 'It is published with fewer signatures than asked for, or since one person decided. Everyone reads this.',
}
const OVERRULING: Asked = { field: 'overruling', label: 'To those whom it does not follow', hint: '' }
const REASON: Asked = {
  field: 'reason',
  label: 'Why there is a new version',
  hint: 'It stands with the new version, beside the one before.',
}

const only = (asked: readonly Asked[], said: Reasons): Reasons => ({
  ...UNSAID,
  ...Object.fromEntries(asked.map(({ field }) => [field, said[field]])),
})

function usePublishing(finding: Finding, corrects: boolean, onDone: () => void) {
  const written = usePublished()
  const changed = useFindingChanged()
  return useAction(async (idempotencyKey, reasons: Reasons, version: number) => {
    const args = { params: { findingId: finding.id }, body: { version, ...reasons } }
    try {
      written(
        corrects
          ? await call('POST /findings/{findingId}/correct', args, { idempotencyKey })
          : await call('POST /findings/{findingId}/publish', args, { idempotencyKey }),
      )
    } catch (error) {
      await changed(finding.id)
      throw error
    }
    showToast({ text: corrects ? 'The correction is published.' : 'The finding is published.' })
    onDone()
  })
}

function ruleOf({ signed, signOffs }: Finding): string {
  const rule = signOffs === 1 ? 'This project asks for one signature.' : `This project asks for ${signOffs} signatures.`
  return signed.length === 0 ? `${rule} Nobody has signed.` : `${rule} ${listed(signed)} signed.`
}

/** The reviewers whose last rating is another than the finding's; none where it leaves the rating open. */
function overruledBy({ content: { rating } }: Finding, verdicts: readonly Verdict[]): Person[] {
  if (rating === null) return []
  return lastWords(verdicts)
    .filter((verdict) => verdict.kind === 'judged' && verdict.rating !== null && verdict.rating !== rating)
    .map(({ author }) => author)
}
