'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import type { Evidence } from '@/domain/evidence/evidence'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { Stale } from '@/components/ui/stale'
import { Excerpt, EvidenceTitle, SourceLine, titleOf } from './evidence-content'
import { RetrievedField, TitleAndExcerpt } from './evidence-fields'
import { knownSource, NO_SOURCE, settledSource, type SourceChoice } from './source-choice'
import { SourceField } from './source-field'

type Changed = { title: string; excerpt: string; retrievedOn: string; source: SourceChoice }

type Props = { projectId: string; evidence: Evidence; onSaved: () => void; onClose: () => void }

/** Changes what evidence says of itself. Where someone else was faster, theirs is shown, and the next save decides. */
export function ChangeEvidence({ projectId, evidence, onSaved, onClose }: Props) {
  const { kind, title, excerpt, retrievedOn } = evidence
  const [form, setForm] = useState<Changed>({ title, excerpt, retrievedOn, source: choiceOf(evidence) })
  const [theirs, setTheirs] = useState<Evidence | null>(null)
  const change = (part: Partial<Changed>) => setForm({ ...form, ...part })
  const save = useAction(async (idempotencyKey, said: Changed, version: number) => {
    const sourceId = await settledSource(projectId, said.source)
    const body = { version, sourceId, ...contentOf(kind, said) }
    try {
      await call('PATCH /evidence/{evidenceId}', { params: { evidenceId: evidence.id }, body }, { idempotencyKey })
    } catch (error) {
      setTheirs(theirsOf<Evidence>(error) ?? theirs)
      throw error
    }
    onSaved()
  })
  const errors = save.fields
  return (
    <Dialog title="Change evidence" onClose={onClose} wide>
      <Form
        onSubmit={() => void save.run(form, (theirs ?? evidence).version)}
        error={theirs ? '' : errorBeside(save, 'title', 'excerpt', 'retrievedOn', 'source.name', 'source.url')}
        fields={errors}
        footer={
          <SubmitActions busy={save.busy} onCancel={onClose}>
            Save
          </SubmitActions>
        }
      >
        {kind === 'passage' ? (
          <div>
            <EvidenceTitle evidence={evidence} />
            <Excerpt words={excerpt} />
          </div>
        ) : (
          <TitleAndExcerpt form={form} onChange={change} errors={errors} />
        )}
        {kind === 'web' ? (
          <RetrievedField
            value={form.retrievedOn}
            error={errors.retrievedOn}
            onChange={(next) => change({ retrievedOn: next })}
          />
        ) : null}
        <SourceField
          projectId={projectId}
          choice={form.source}
          errors={errors}
          onChange={(source) => change({ source })}
        />
        {theirs ? (
          <Stale said={save.error} theirs={<Theirs projectId={projectId} evidence={theirs} />} onTakeTheirs={onSaved} />
        ) : null}
      </Form>
    </Dialog>
  )
}

function choiceOf({ source }: Evidence): SourceChoice {
  if (!source) return NO_SOURCE
  const { id, name, originId, originName } = source
  return knownSource({ id, name, origin: originId === id ? null : { id: originId, name: originName } })
}

function contentOf(kind: Evidence['kind'], { title, excerpt, retrievedOn }: Changed) {
  if (kind === 'passage') return { kind }
  return kind === 'web' ? { kind, title, excerpt, retrievedOn } : { kind, title, excerpt }
}

function Theirs({ projectId, evidence }: { projectId: string; evidence: Evidence }) {
  return (
    <>
      <p className="font-medium wrap-anywhere">{titleOf(evidence)}</p>
      <Excerpt words={evidence.excerpt} />
      <SourceLine projectId={projectId} source={evidence.source} />
    </>
  )
}
