import { call } from '@/client/call'
import type { Evidence } from '@/domain/evidence/evidence'
import { appraisalOf } from './appraisal-form'
import type { ChosenFile, EvidenceForm } from './evidence-form'
import { settledSource } from './source-choice'

type Place = { projectId: string; claimId: string }

/**
 * Adds evidence with the id `id`: the source and the file that are not there yet are sent first. Every step takes a retry:
 * nothing is made twice.
 */
export async function saveEvidence(
  { projectId, claimId }: Place,
  id: string,
  form: EvidenceForm,
  file: ChosenFile | null,
): Promise<Evidence> {
  const sourceId = await settledSource(projectId, form.source)
  const appraisal = appraisalOf(form.appraisal, sourceId !== null)
  const body = { id, sourceId, appraisal, ...(await contentOf(projectId, form, file)) }
  return call('POST /claims/{claimId}/evidence', { params: { claimId }, body }, { idempotencyKey: id })
}

async function contentOf(projectId: string, form: EvidenceForm, file: ChosenFile | null) {
  const { kind, passage, share, url, title, excerpt, retrievedOn } = form
  switch (kind) {
    case 'passage':
      return { kind, annotationId: passage?.annotationId ?? '', share: share && passage?.private === true }
    case 'web':
      return { kind, url: url.trim(), title, excerpt, retrievedOn }
    case 'file':
      return { kind, attachmentId: file ? await send(projectId, file) : '', title, excerpt }
  }
}

async function send(projectId: string, { id, file }: ChosenFile): Promise<string> {
  const query = { id, name: file.name.slice(-255) }
  const request = { params: { projectId }, query, body: file }
  const kept = await call('POST /projects/{projectId}/attachments', request, { idempotencyKey: id })
  return kept.id
}
