import { v7 } from 'uuid'
import type { AppraisalDraft, EvidenceDraft } from '@/domain/evidence/evidence'
import type { QuestionDraft, SourceDraft } from '@/domain/evidence/source'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { addEvidence } from '../evidence/add-evidence'
import { askQuestion } from '../evidence/change-question'
import { createSource } from '../evidence/change-source'
import { createAttachment } from '../evidence/create-attachment'
import type { Seal } from './make-claim'
import { writing } from './make-world'

/** The smallest file that begins like a PNG. */
export const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff])

type Draft<Kind extends EvidenceDraft['kind']> = Extract<EvidenceDraft, { kind: Kind }>

/** How a piece of evidence speaks to its claim, as the door would parse it: it supports it, and no more is said. */
export function appraisalDraft(more: Partial<AppraisalDraft> = {}): AppraisalDraft {
  return { stance: 'supports', reason: '', credibility: null, reliability: null, ...more }
}

const bare = () => ({ id: v7(), sourceId: null, appraisal: null })

/** A draft that cites a passage. */
export function passageDraft(annotationId: string, more: Partial<Draft<'passage'>> = {}): Draft<'passage'> {
  return { kind: 'passage', ...bare(), annotationId, share: false, ...more }
}

/** A draft that cites an address. */
export function webDraft(more: Partial<Draft<'web'>> = {}): Draft<'web'> {
  const page = {
    url: 'https://example.org/deal',
    title: 'The deal',
    excerpt: 'It was signed.',
    retrievedOn: '2025-08-04',
  }
  return { kind: 'web', ...bare(), ...page, ...more }
}

/** A draft that cites a file. */
export function fileDraft(attachmentId: string, more: Partial<Draft<'file'>> = {}): Draft<'file'> {
  return { kind: 'file', ...bare(), attachmentId, title: 'A photograph', excerpt: '', ...more }
}

/** Evidence of a claim, a page of the web unless another draft is given, through the service. */
export async function makeEvidence(by: Actor, claim: { id: string }, draft: EvidenceDraft = webDraft()) {
  return addEvidence(writing(by), claim.id, draft)
}

/** A file of the project that is no evidence yet, through the service. */
export async function makeAttachment(by: Actor, where: { projectId: string }, fileName = 'photo.png') {
  return createAttachment(writing(by), where.projectId, { id: v7(), fileName, bytes: PNG })
}

/** A source of the project, through the service. */
export async function makeSource(by: Actor, where: { projectId: string }, more: Partial<SourceDraft> = {}) {
  return createSource(writing(by), where.projectId, { id: v7(), name: 'A wire', url: '', originId: null, ...more })
}

/** A draft of a question that was not answered yet. */
export function questionDraft(more: Partial<QuestionDraft> = {}): QuestionDraft {
  const asked = { addressee: 'The ministry', question: 'Was a deal signed?', askedOn: '2025-08-04' }
  return { id: v7(), sourceId: null, ...asked, answer: '', answeredOn: '', ...more }
}

/** A question about a claim, through the service. */
export async function makeQuestion(by: Actor, claim: { id: string }, more: Partial<QuestionDraft> = {}) {
  return askQuestion(writing(by), claim.id, questionDraft(more))
}

type Round = { id: string; claimId: string; workspaceId: string }

/** A verdict that relied on these pieces of evidence, as it is kept; held if there is a seal. */
export async function makeReliance(round: Round, by: Actor, evidenceIds: string[], seal?: Seal): Promise<string> {
  const { id: roundId, claimId, workspaceId } = round
  const id = v7()
  await db.verdict.create({ data: { id, roundId, claimId, workspaceId, authorId: by.id, kind: 'judged', ...seal } })
  await db.verdictEvidence.createMany({ data: evidenceIds.map((evidenceId) => ({ verdictId: id, evidenceId, workspaceId })) }) // prettier-ignore
  return id
}
