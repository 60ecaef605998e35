'use client'

import { useState } from 'react'
import { useAction } from '@/client/use-action'
import type { Evidence } from '@/domain/evidence/evidence'
import type { Source } from '@/domain/evidence/source'
import { Button } from '@/components/ui/button'
import { Choices, choicesOf } from '@/components/ui/choices'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { AppraisalFields } from './appraisal-fields'
import { EvidenceFields, type EvidencePlace } from './evidence-fields'
import { KINDS, lackOf, type ChosenFile, type EvidenceForm } from './evidence-form'
import { saveEvidence } from './save-evidence'
import type { SourceChoice } from './source-choice'
import { SourceField } from './source-field'

type Props = {
  place: EvidencePlace
  form: EvidenceForm
  onChange: (form: EvidenceForm) => void
  onSaved: (evidence: Evidence) => void
  onDiscard: () => void
  /** Leaves it for later: what is written stays. */
  onClose: () => void
}

/** Adds evidence to a claim; how it speaks to the claim may be said at once. */
export function EvidenceDialog({ place, form, onChange, onSaved, onDiscard, onClose }: Props) {
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [lack, setLack] = useState('')
  const { kind, source, appraisal } = form
  const change = (part: Partial<EvidenceForm>) => {
    setLack('')
    onChange({ ...form, ...part })
  }
  const save = useAction(async (id, said: EvidenceForm, _fileId: string | null) => {
    onSaved(await saveEvidence(place, id, said, file))
  })
  const submit = () => {
    const missing = lackOf(form, file)
    setLack(missing)
    if (missing === '' && !save.busy) void save.run(form, file?.id ?? null)
  }
  const errors = save.fields
  return (
    <Dialog title="Add evidence" onClose={onClose} wide>
      <Form
        onSubmit={submit}
        error={lack || errorBeside(save, ...SHOWN_BESIDE)}
        fields={errors}
        footer={
          <DialogActions>
            <Button variant="quiet" onClick={onDiscard}>
              Discard
            </Button>
            <Button type="submit" variant="primary" busy={save.busy}>
              Add evidence
            </Button>
          </DialogActions>
        }
      >
        <Choices
          legend="What it is"
          name="kind"
          columns={3}
          options={choicesOf(KINDS)}
          value={kind}
          onChange={(next) => change({ kind: next })}
          focusFirst
        />
        <EvidenceFields place={place} form={form} change={change} errors={errors} file={file} onFile={setFile} />
        <SourceField
          projectId={place.projectId}
          choice={source}
          errors={errors}
          onChange={(choice, found) => change(withSource(form, choice, found, place.me))}
        />
        <AppraisalFields
          form={appraisal}
          errors={errors}
          sourced={source.kind !== 'none'}
          optional
          onChange={(next) => change({ appraisal: next })}
        />
      </Form>
    </Dialog>
  )
}

/** The fields that show themselves what is wrong with them. */
const SHOWN_BESIDE = ['url', 'title', 'excerpt', 'retrievedOn', 'source.name', 'source.url', 'appraisal.reason']

/** With a source comes the grade that one gave it before. */
function withSource(form: EvidenceForm, source: SourceChoice, found: Source | null, me: string): Partial<EvidenceForm> {
  const reliability = found?.grades.find(({ rater }) => rater.id === me)?.reliability ?? null
  return { source, appraisal: { ...form.appraisal, reliability } }
}
