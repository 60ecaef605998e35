import { z } from 'zod'
import { Done, endpoint, Id, NewId, page, Paging, prose, Seq, Version } from '../endpoint'
import { Event } from '../event'
import {
  Claim,
  ClaimContent,
  ClaimDraft,
  ClaimMark,
  ClaimState,
  ClaimType,
  ClaimVersion,
  Occurrence,
  OccurrenceChange,
  OccurrenceDraft,
  Priority,
  Reason,
  SimilarClaim,
} from './claim'
import { ClearedDraft, Coverage } from './coverage'
import { Disposition, Relation, RelationDraft, RelationKind, Settling } from './relation'

const project = z.strictObject({ projectId: Id })
const claim = z.strictObject({ claimId: Id })
const document = z.strictObject({ documentId: Id })

export const CLAIM_SORTS = ['activity', 'created', 'priority', 'split'] as const
const words = z.string().max(200).default('')

const claims = {
  'GET /projects/{projectId}/claims': endpoint({
    summary: 'The claims of a project.',
    permission: 'project:read',
    params: project,
    query: z.strictObject({
      ...Paging,
      sort: z.enum(CLAIM_SORTS).default('activity'),
      state: ClaimState.optional(),
      type: ClaimType.optional(),
      document: Id.optional(),
      /** Part of the statement. */
      text: words,
      /** Only what waits for a key or a verdict of mine. */
      waiting: z.enum(['true', 'false']).default('false'),
    }),
    answer: page(Claim),
  }),
  'POST /projects/{projectId}/claims': endpoint({
    summary: 'Propose a claim, with the passages in which it occurs.',
    permission: 'claim:create',
    params: project,
    body: ClaimDraft,
    answer: Claim,
  }),
  'GET /projects/{projectId}/similar-claims': endpoint({
    summary: 'The claims most like a statement, and those that stand in the same passages already.',
    permission: 'project:read',
    params: project,
    query: z.strictObject({
      ...Paging,
      statement: z.string().max(1000).default(''),
      /** Comma-separated, at most 20. */
      annotations: z
        .string()
        .transform((ids) => ids.split(','))
        .pipe(z.array(Id).max(20))
        .optional(),
    }),
    answer: page(SimilarClaim),
  }),
  'GET /claims/{claimId}': endpoint({
    summary: 'One claim.',
    permission: 'claim:read',
    params: claim,
    answer: Claim,
  }),
  'PATCH /claims/{claimId}': endpoint({
    summary: 'Change what a claim says; what it said stays in its versions.',
    permission: 'claim:update',
    params: claim,
    body: z.strictObject({ version: Version, ...ClaimContent.shape, priority: Priority }),
    answer: Claim,
  }),
  'DELETE /claims/{claimId}': endpoint({
    summary: 'Remove a claim that nothing rests on yet.',
    permission: 'claim:remove',
    params: claim,
    answer: Done,
  }),
  'POST /claims/{claimId}/restore': endpoint({
    summary: 'Undo the removal of a claim.',
    permission: 'claim:remove',
    params: claim,
    answer: Claim,
  }),
  'GET /claims/{claimId}/versions': endpoint({
    summary: 'What a claim said, newest first.',
    permission: 'claim:read',
    params: claim,
    query: z.strictObject(Paging),
    answer: page(ClaimVersion),
  }),
  'GET /claims/{claimId}/events': endpoint({
    summary: 'What happened to a claim.',
    permission: 'claim:read',
    params: claim,
    query: z.strictObject({ ...Paging, after: Seq.default(0), order: z.enum(['asc', 'desc']).default('asc') }),
    answer: page(Event),
  }),
  'POST /claims/{claimId}/triage': endpoint({
    summary: 'Say whether a claim can be checked, or which other one it repeats.',
    permission: 'claim:triage',
    params: claim,
    body: z.discriminatedUnion('as', [
      z.strictObject({ as: z.literal('checkable'), reason: prose(2000).default('') }),
      z.strictObject({ as: z.literal('uncheckable'), reason: Reason }),
      z.strictObject({ as: z.literal('duplicate'), of: Id, reason: prose(2000).default('') }),
    ]),
    answer: Claim,
  }),
  'POST /claims/{claimId}/clear': endpoint({
    summary: 'The fast lane: I see nothing to dispute. The second person’s key clears the claim.',
    permission: 'claim:clear',
    params: claim,
    /** The number of the wording that was read. */
    body: z.strictObject({ number: Version }),
    answer: Claim,
  }),
  'POST /claims/{claimId}/reopen': endpoint({
    summary: 'Look again at what was settled.',
    permission: 'claim:reopen',
    params: claim,
    body: z.strictObject({ reason: Reason }),
    answer: Claim,
  }),
  'POST /claims/{claimId}/split': endpoint({
    summary: 'Split a compound claim into parts, which keep its links; it stays, as a duplicate of them.',
    permission: 'claim:split',
    params: claim,
    body: z.strictObject({
      parts: z
        .array(z.strictObject({ id: NewId, type: ClaimType, statement: ClaimContent.shape.statement }))
        .min(2, 'Please give at least two parts.')
        .max(8),
    }),
    answer: page(Claim),
  }),
  'POST /claims/{claimId}/merge': endpoint({
    summary: 'Merge a duplicate into another claim, which gets its occurrences, relations and evidence.',
    permission: 'claim:merge',
    params: claim,
    body: z.strictObject({ into: Id }),
    answer: Claim,
  }),
  'GET /claims/{claimId}/occurrences': endpoint({
    summary: 'The passages in which a claim occurs.',
    permission: 'claim:read',
    params: claim,
    query: z.strictObject(Paging),
    answer: page(Occurrence),
  }),
  'POST /claims/{claimId}/occurrences': endpoint({
    summary: 'Take a passage as an occurrence of a claim.',
    permission: 'occurrence:create',
    params: claim,
    body: OccurrenceDraft,
    answer: Occurrence,
  }),
  'PATCH /occurrences/{occurrenceId}': endpoint({
    summary: 'Change how a passage stands to its claim.',
    permission: 'occurrence:update',
    params: z.strictObject({ occurrenceId: Id }),
    body: OccurrenceChange,
    answer: Occurrence,
  }),
  'DELETE /occurrences/{occurrenceId}': endpoint({
    summary: 'No longer take a passage as an occurrence.',
    permission: 'occurrence:update',
    params: z.strictObject({ occurrenceId: Id }),
    answer: Done,
  }),
  'GET /documents/{documentId}/claim-marks': endpoint({
    summary: 'Which annotations of a document carry claims, and where these stand.',
    permission: 'document:read',
    params: document,
    query: z.strictObject(Paging),
    answer: page(ClaimMark),
  }),
}

const relations = {
  'GET /projects/{projectId}/relations': endpoint({
    summary: 'How claims stand to each other; with `kind=conflicts`, the contradiction ledger.',
    permission: 'project:read',
    params: project,
    query: z.strictObject({
      ...Paging,
      kind: RelationKind.optional(),
      disposition: Disposition.optional(),
      document: Id.optional(),
      claim: Id.optional(),
    }),
    answer: page(Relation),
  }),
  'POST /projects/{projectId}/relations': endpoint({
    summary: 'Relate two claims.',
    permission: 'relation:create',
    params: project,
    body: RelationDraft,
    answer: Relation,
  }),
  'GET /relations/{relationId}': endpoint({
    summary: 'One relation.',
    permission: 'claim:read',
    params: z.strictObject({ relationId: Id }),
    answer: Relation,
  }),
  'PATCH /relations/{relationId}': endpoint({
    summary: 'Say how strong a conflict is, and what became of it.',
    permission: 'relation:settle',
    params: z.strictObject({ relationId: Id }),
    body: Settling,
    answer: Relation,
  }),
  'DELETE /relations/{relationId}': endpoint({
    summary: 'Take a relation back.',
    permission: 'relation:remove',
    params: z.strictObject({ relationId: Id }),
    answer: Done,
  }),
  'POST /relations/{relationId}/restore': endpoint({
    summary: 'Undo that a relation was taken back.',
    permission: 'relation:remove',
    params: z.strictObject({ relationId: Id }),
    answer: Relation,
  }),
}

const coverage = {
  'GET /documents/{documentId}/coverage': endpoint({
    summary: 'Which sentences of a document are claimed, cleared as nothing to check, or not looked at.',
    permission: 'document:read',
    params: document,
    query: z.strictObject(Paging),
    answer: Coverage,
  }),
  'POST /documents/{documentId}/cleared': endpoint({
    summary: 'Say that there is nothing to check in a passage.',
    permission: 'passage:clear',
    params: document,
    body: ClearedDraft,
    answer: Done,
  }),
  'DELETE /cleared/{clearedId}': endpoint({
    summary: 'Take that back.',
    permission: 'passage:unclear',
    params: z.strictObject({ clearedId: Id }),
    answer: Done,
  }),
}

export const claimEndpoints = { ...claims, ...relations, ...coverage }
