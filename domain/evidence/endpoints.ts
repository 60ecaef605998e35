import { z } from 'zod'
import { Done, endpoint, Id, NewId, page, Paging } from '../endpoint'
import { AppraisalDraft, Evidence, EvidenceChange, EvidenceDraft, Reliability } from './evidence'
import { PICTURES } from './file-kinds'
import {
  Attachment,
  Question,
  QuestionChange,
  QuestionDraft,
  Retraction,
  Source,
  SourceChange,
  SourceDraft,
} from './source'

const project = z.strictObject({ projectId: Id })
const claim = z.strictObject({ claimId: Id })
const evidence = z.strictObject({ evidenceId: Id })
const source = z.strictObject({ sourceId: Id })
const question = z.strictObject({ questionId: Id })

export const evidenceEndpoints = {
  'GET /claims/{claimId}/evidence': endpoint({
    summary: 'The evidence for and against a claim.',
    permission: 'claim:read',
    params: claim,
    query: z.strictObject(Paging),
    answer: page(Evidence),
  }),
  'POST /claims/{claimId}/evidence': endpoint({
    summary: 'Add evidence, with or without how it speaks to the claim.',
    permission: 'evidence:add',
    params: claim,
    body: EvidenceDraft,
    answer: Evidence,
  }),
  'GET /evidence/{evidenceId}': endpoint({
    summary: 'One piece of evidence.',
    permission: 'claim:read',
    params: evidence,
    answer: Evidence,
  }),
  'PATCH /evidence/{evidenceId}': endpoint({
    summary: 'Change what evidence says of itself.',
    permission: 'evidence:update',
    params: evidence,
    body: EvidenceChange,
    answer: Evidence,
  }),
  'DELETE /evidence/{evidenceId}': endpoint({
    summary: 'Remove evidence that no verdict relied on.',
    permission: 'evidence:update',
    params: evidence,
    answer: Done,
  }),
  'POST /evidence/{evidenceId}/restore': endpoint({
    summary: 'Undo the removal of evidence.',
    permission: 'evidence:update',
    params: evidence,
    answer: Evidence,
  }),
  'POST /evidence/{evidenceId}/appraisals': endpoint({
    summary: 'Say how evidence speaks to its claim in my eyes, and how credible it and its source are.',
    permission: 'evidence:appraise',
    params: evidence,
    body: AppraisalDraft,
    answer: Evidence,
  }),
  'GET /projects/{projectId}/sources': endpoint({
    summary: 'The sources of a project by name.',
    permission: 'project:read',
    params: project,
    query: z.strictObject({
      ...Paging,
      /** Part of the name or the address. */
      text: z
        .string()
        .max(200)
        .regex(/^\P{Cc}*$/u, 'Please leave out control characters.')
        .default(''),
    }),
    answer: page(Source),
  }),
  'POST /projects/{projectId}/sources': endpoint({
    summary: 'Add a source.',
    permission: 'evidence:add',
    params: project,
    body: SourceDraft,
    answer: Source,
  }),
  'GET /sources/{sourceId}': endpoint({
    summary: 'One source.',
    permission: 'project:read',
    params: source,
    answer: Source,
  }),
  'PATCH /sources/{sourceId}': endpoint({
    summary: 'Change a source, or say which one it copies.',
    permission: 'source:update',
    params: source,
    body: SourceChange,
    answer: Source,
  }),
  'POST /sources/{sourceId}/grade': endpoint({
    summary: 'Say how reliable I find a source, or take my grade back.',
    permission: 'evidence:appraise',
    params: source,
    body: z.strictObject({ reliability: Reliability.nullable() }),
    answer: Source,
  }),
  'POST /sources/{sourceId}/retract': endpoint({
    summary: 'Mark a source as retracted; findings that rest on it are marked.',
    permission: 'source:retract',
    params: source,
    body: Retraction,
    answer: Source,
  }),
  'POST /projects/{projectId}/attachments': endpoint({
    summary: 'Send a file that is evidence: an image or a PDF; its bytes are the body.',
    permission: 'evidence:add',
    params: project,
    query: z.strictObject({ id: NewId, name: z.string().min(1).max(255) }),
    body: 'bytes',
    answer: Attachment,
  }),
  'GET /attachments/{attachmentId}': endpoint({
    summary: 'The file, byte for byte, as an attachment; or a picture to be shown in place.',
    permission: 'project:read',
    params: z.strictObject({ attachmentId: Id }),
    query: z.strictObject({ as: z.enum(['file', 'image']).default('file') }),
    answer: ['application/octet-stream', ...PICTURES],
  }),
  'GET /claims/{claimId}/questions': endpoint({
    summary: 'The questions that were put to people about a claim, and their answers.',
    permission: 'claim:read',
    params: claim,
    query: z.strictObject(Paging),
    answer: page(Question),
  }),
  'POST /claims/{claimId}/questions': endpoint({
    summary: 'Log a question.',
    permission: 'question:write',
    params: claim,
    body: QuestionDraft,
    answer: Question,
  }),
  'PATCH /questions/{questionId}': endpoint({
    summary: 'Change a question, or log its answer.',
    permission: 'question:update',
    params: question,
    body: QuestionChange,
    answer: Question,
  }),
  'DELETE /questions/{questionId}': endpoint({
    summary: 'Remove a question.',
    permission: 'question:update',
    params: question,
    answer: Done,
  }),
  'POST /questions/{questionId}/restore': endpoint({
    summary: 'Undo the removal of a question.',
    permission: 'question:update',
    params: question,
    answer: Question,
  }),
}
