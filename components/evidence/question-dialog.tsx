'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import type { Question } from '@/domain/evidence/source'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { TextAreaField, TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { Stale } from '@/components/ui/stale'
import { NO_QUESTION, questionForm, type QuestionForm } from './question-form'
import { settledSource } from './source-choice'
import { SourceField } from './source-field'

type Props = {
  projectId: string
  claimId: string
  /** Null for one that is logged now. */
  question: Question | null
  onSaved: () => void
  onClose: () => void
}

const FIELDS = ['addressee', 'question', 'askedOn', 'answer', 'answeredOn', 'source.name', 'source.url']

/** Logs a question that was put to someone, or what they answered. */
export function QuestionDialog({ projectId, claimId, question, onSaved, onClose }: Props) {
  const [form, setForm] = useState(question ? questionForm(question) : NO_QUESTION)
  const [theirs, setTheirs] = useState<Question | null>(null)
  const change = (part: Partial<QuestionForm>) => setForm({ ...form, ...part })
  const save = useAction(async (id, { source, ...said }: QuestionForm, version: number) => {
    const body = { sourceId: await settledSource(projectId, source), ...said }
    const options = { idempotencyKey: id }
    try {
      if (question) {
        const params = { questionId: question.id }
        await call('PATCH /questions/{questionId}', { params, body: { ...body, version } }, options)
      } else await call('POST /claims/{claimId}/questions', { params: { claimId }, body: { id, ...body } }, options)
    } catch (error) {
      setTheirs(theirsOf<Question>(error) ?? theirs)
      throw error
    }
    onSaved()
  })
  const errors = save.fields
  return (
    <Dialog title={question ? 'Question and answer' : 'Log a question'} onClose={onClose} wide>
      <Form
        onSubmit={() => void save.run(form, (theirs ?? question)?.version ?? 1)}
        error={theirs ? '' : errorBeside(save, ...FIELDS)}
        fields={errors}
        footer={
          <SubmitActions busy={save.busy} onCancel={onClose}>
            Save
          </SubmitActions>
        }
      >
        <Said form={form} change={change} errors={errors} part="asked" />
        <SourceField
          projectId={projectId}
          choice={form.source}
          errors={errors}
          onChange={(source) => change({ source })}
        />
        <Said form={form} change={change} errors={errors} part="answered" />
        {theirs ? <Stale said={save.error} theirs={<Theirs question={theirs} />} onTakeTheirs={onSaved} /> : null}
      </Form>
    </Dialog>
  )
}

type SaidProps = {
  form: QuestionForm
  change: (part: Partial<QuestionForm>) => void
  errors: Readonly<Record<string, string>>
  part: 'asked' | 'answered'
}

/** What was asked and when, or what was answered and when. */
function Said({ form, change, errors, part }: SaidProps) {
  const text = (name: 'question' | 'answer', label: string, most: number) => (
    <TextAreaField
      label={label}
      rows={3}
      maxLength={most}
      value={form[name]}
      error={errors[name]}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  )
  const day = (name: 'askedOn' | 'answeredOn', label: string) => (
    <TextField
      label={label}
      placeholder="2025-08-04"
      maxLength={10}
      value={form[name]}
      error={errors[name]}
      onChange={(event) => change({ [name]: event.target.value.trim() })}
    />
  )
  if (part === 'answered') {
    return (
      <div className="grid items-start gap-3 sm:grid-cols-[1fr_10rem]">
        {text('answer', 'Answer', 8000)}
        {day('answeredOn', 'Answered on')}
      </div>
    )
  }
  return (
    <>
      <div className="grid items-start gap-3 sm:grid-cols-[1fr_10rem]">
        <TextField
          label="Put to"
          maxLength={200}
          value={form.addressee}
          error={errors.addressee}
          onChange={(event) => change({ addressee: event.target.value })}
        />
        {day('askedOn', 'Asked on')}
      </div>
      {text('question', 'Question', 4000)}
    </>
  )
}

function Theirs({ question: { addressee, question, answer } }: { question: Question }) {
  return (
    <>
      <p className="wrap-anywhere">
        <strong className="font-medium">{addressee}</strong>: {question}
      </p>
      {answer ? <p className="text-ink-soft wrap-anywhere">{answer}</p> : null}
    </>
  )
}
