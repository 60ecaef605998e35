'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { Appraisal, Evidence } from '@/domain/evidence/evidence'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { AppraisalFields } from './appraisal-fields'
import { appraisalForm, appraisalOf, NO_APPRAISAL, type AppraisalForm } from './appraisal-form'
import { Excerpt, titleOf } from './evidence-content'

type Props = {
  evidence: Evidence
  /** What the reader said of it before. */
  mine: Appraisal | undefined
  onSaved: () => void
  onClose: () => void
}

/** Says how a piece of evidence speaks to its claim; who said so before says it anew, and the new counts. */
export function AppraiseDialog({ evidence, mine, onSaved, onClose }: Props) {
  const sourced = evidence.source !== null
  const [form, setForm] = useState<AppraisalForm>(mine ? appraisalForm(mine) : { ...NO_APPRAISAL, stance: 'supports' })
  const save = useAction(async (idempotencyKey, said: AppraisalForm) => {
    const body = appraisalOf(said, sourced)
    if (!body) return
    const params = { evidenceId: evidence.id }
    await call('POST /evidence/{evidenceId}/appraisals', { params, body }, { idempotencyKey })
    onSaved()
  })
  return (
    <Dialog title={mine ? 'Appraise again' : 'Appraise'} onClose={onClose} wide>
      <Form
        onSubmit={() => void save.run(form)}
        error={errorBeside(save, 'reason', 'reliability')}
        fields={save.fields}
        footer={
          <SubmitActions busy={save.busy} onCancel={onClose}>
            Save
          </SubmitActions>
        }
      >
        <div>
          <p className="font-medium wrap-anywhere">{titleOf(evidence)}</p>
          <Excerpt words={evidence.excerpt} />
        </div>
        <AppraisalFields
          form={form}
          onChange={setForm}
          errors={save.fields}
          sourced={sourced}
          graded={mine?.reliability != null}
        />
      </Form>
    </Dialog>
  )
}
