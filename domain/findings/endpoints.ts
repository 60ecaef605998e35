import { z } from 'zod'
import { Reason } from '../claims/claim'
import { Done, endpoint, Id, page, Paging, Version } from '../endpoint'
import { Correction, CorrectionChange, CorrectionDraft, Outcome, OutcomeDraft, Scores } from './correction'
import { Agreement, PooledClaim, PoolingQuery } from './disagreement'
import {
  Correcting,
  Dissent,
  DissentChange,
  DissentDraft,
  Finding,
  FindingContent,
  FindingDraft,
  FindingState,
  FindingVersion,
  Publishing,
} from './finding'

const project = z.strictObject({ projectId: Id })
const claim = z.strictObject({ claimId: Id })
const finding = z.strictObject({ findingId: Id })
const dissent = z.strictObject({ dissentId: Id })
const correction = z.strictObject({ correctionId: Id })

const findings = {
  'GET /projects/{projectId}/findings': endpoint({
    summary: 'The findings of a project, the latest changed first.',
    permission: 'project:read',
    params: project,
    query: z.strictObject({ ...Paging, state: FindingState.optional() }),
    answer: page(Finding),
  }),
  'POST /projects/{projectId}/findings': endpoint({
    summary: 'Begin a finding about a claim or a document.',
    permission: 'finding:write',
    params: project,
    body: FindingDraft,
    answer: Finding,
  }),
  'GET /findings/{findingId}': endpoint({
    summary: 'One finding, with its dissents.',
    permission: 'finding:read',
    params: finding,
    answer: Finding,
  }),
  'PATCH /findings/{findingId}': endpoint({
    summary: 'Change the draft of a finding. Signatures were given to what it said before.',
    permission: 'finding:write',
    params: finding,
    body: z.strictObject({ version: Version, content: FindingContent }),
    answer: Finding,
  }),
  'GET /findings/{findingId}/versions': endpoint({
    summary: 'What was published, newest first.',
    permission: 'finding:read',
    params: finding,
    query: z.strictObject(Paging),
    answer: page(FindingVersion),
  }),
  'POST /findings/{findingId}/sign': endpoint({
    summary: 'Sign the draft as it stands.',
    permission: 'finding:sign',
    params: finding,
    body: z.strictObject({ version: Version }),
    answer: Finding,
  }),
  'POST /findings/{findingId}/unsign': endpoint({
    summary: 'Take my signature back.',
    permission: 'finding:sign',
    params: finding,
    answer: Finding,
  }),
  'POST /findings/{findingId}/dissents': endpoint({
    summary: 'Dissent, signed; it stands beside the finding wherever that is shown.',
    permission: 'dissent:write',
    params: finding,
    body: DissentDraft,
    answer: Dissent,
  }),
  'PATCH /dissents/{dissentId}': endpoint({
    summary: 'Change my dissent; published versions keep what it said.',
    permission: 'dissent:update',
    params: dissent,
    body: DissentChange,
    answer: Dissent,
  }),
  'DELETE /dissents/{dissentId}': endpoint({
    summary: 'Withdraw my dissent; published versions keep it.',
    permission: 'dissent:update',
    params: dissent,
    answer: Done,
  }),
  'POST /findings/{findingId}/publish': endpoint({
    summary: 'Publish the finding for the workspace.',
    permission: 'finding:publish',
    params: finding,
    body: Publishing,
    answer: Finding,
  }),
  'POST /findings/{findingId}/correct': endpoint({
    summary: 'Publish a corrected version, with the reason; the one before is kept.',
    permission: 'finding:publish',
    params: finding,
    body: Correcting,
    answer: Finding,
  }),
  'POST /findings/{findingId}/retract': endpoint({
    summary: 'Retract the finding, with the reason; it is kept.',
    permission: 'finding:publish',
    params: finding,
    body: z.strictObject({ version: Version, reason: Reason }),
    answer: Finding,
  }),
  'POST /findings/{findingId}/answer': endpoint({
    summary: 'Answer a finding that did not follow my verdict.',
    permission: 'finding:sign',
    params: finding,
    body: z.strictObject({ answer: Reason }),
    answer: Finding,
  }),
  'GET /findings/{findingId}/claim-review': endpoint({
    summary: 'The published finding of a rated claim as ClaimReview (schema.org, JSON-LD).',
    permission: 'finding:read',
    params: finding,
    answer: 'application/ld+json',
  }),
}

const disagreement = {
  'GET /claims/{claimId}/pool': endpoint({
    summary: 'The pooled likelihood of a claim, and without each judge and each origin.',
    permission: 'claim:read',
    params: claim,
    query: PoolingQuery,
    answer: PooledClaim,
  }),
  'GET /projects/{projectId}/agreement': endpoint({
    summary: 'How far the reviewers of a project agree, before and after they talked.',
    permission: 'project:read',
    params: project,
    answer: Agreement,
  }),
  'GET /phases/{phaseId}/agreement': endpoint({
    summary: 'How far the annotators of a revealed phase marked the same passages, by label.',
    permission: 'project:read',
    params: z.strictObject({ phaseId: Id }),
    answer: Agreement,
  }),
  'PUT /claims/{claimId}/outcome': endpoint({
    summary: 'Record how the world settled a prediction.',
    permission: 'outcome:record',
    params: claim,
    body: OutcomeDraft,
    answer: Outcome,
  }),
  'GET /claims/{claimId}/outcome': endpoint({
    summary: 'How a prediction was settled, if it was.',
    permission: 'claim:read',
    params: claim,
    answer: z.strictObject({ outcome: Outcome.nullable() }),
  }),
  'GET /projects/{projectId}/scores': endpoint({
    summary: 'Brier scores of settled predictions: mine, and the team’s.',
    permission: 'project:read',
    params: project,
    answer: Scores,
  }),
}

const corrections = {
  'GET /projects/{projectId}/corrections': endpoint({
    summary: 'Corrections for the authors of the documents.',
    permission: 'project:read',
    params: project,
    query: z.strictObject({ ...Paging, document: Id.optional() }),
    answer: page(Correction),
  }),
  'POST /projects/{projectId}/corrections': endpoint({
    summary: 'Propose a correction of a passage.',
    permission: 'correction:write',
    params: project,
    body: CorrectionDraft,
    answer: Correction,
  }),
  'PATCH /corrections/{correctionId}': endpoint({
    summary: 'Change a correction.',
    permission: 'correction:update',
    params: correction,
    body: CorrectionChange,
    answer: Correction,
  }),
  'DELETE /corrections/{correctionId}': endpoint({
    summary: 'Remove a correction.',
    permission: 'correction:update',
    params: correction,
    answer: Done,
  }),
  'POST /corrections/{correctionId}/restore': endpoint({
    summary: 'Undo the removal of a correction.',
    permission: 'correction:update',
    params: correction,
    answer: Correction,
  }),
  'POST /documents/{documentId}/corrections-sent': endpoint({
    summary: 'Note that the list of corrections of a document was sent to its author.',
    permission: 'correction:write',
    params: z.strictObject({ documentId: Id }),
    answer: Done,
  }),
}

/** What leaves the house, as files. */
const Selection = { document: Id.optional(), claims: z.string().max(8000).optional() }
const exports = {
  'GET /projects/{projectId}/report.md': endpoint({
    summary: 'The report of a project, a document or chosen claims, as Markdown.',
    permission: 'project:read',
    params: project,
    query: z.strictObject(Selection),
    answer: 'text/markdown',
  }),
  'GET /projects/{projectId}/report.docx': endpoint({
    summary: 'The same as a Word document.',
    permission: 'project:read',
    params: project,
    query: z.strictObject(Selection),
    answer: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  }),
  'GET /projects/{projectId}/exports/{what}': endpoint({
    summary: 'Verdicts, evidence or the input of agreement, one row per judgement, as CSV or JSON.',
    permission: 'project:read',
    params: z.strictObject({ projectId: Id, what: z.enum(['verdicts', 'evidence', 'agreement']) }),
    query: z.strictObject({ as: z.enum(['csv', 'json']).default('csv') }),
    answer: ['text/csv', 'application/json'],
  }),
}

export const findingEndpoints = { ...findings, ...disagreement, ...corrections, ...exports }
