import { z } from 'zod'
import { Reason } from '../claims/claim'
import { endpoint, Id, Moment, page, Paging, Version } from '../endpoint'
import { Objection, ReviewDraft, ReviewerChange, Round, RoundDraft, RoundState } from './round'
import { Verdict, VerdictDraft } from './verdict'

const project = z.strictObject({ projectId: Id })
const claim = z.strictObject({ claimId: Id })
const round = z.strictObject({ roundId: Id })

export const reviewEndpoints = {
  'POST /projects/{projectId}/reviews': endpoint({
    summary: 'Open a review: a sealed round for each of these claims.',
    permission: 'review:open',
    params: project,
    body: ReviewDraft,
    answer: page(Round),
  }),
  'GET /projects/{projectId}/rounds': endpoint({
    summary: 'The rounds of a project, newest first.',
    permission: 'project:read',
    params: project,
    query: z.strictObject({
      ...Paging,
      state: RoundState.optional(),
      /** Only those that wait for my verdict. */
      waiting: z.enum(['true', 'false']).default('false'),
    }),
    answer: page(Round),
  }),
  'POST /claims/{claimId}/object': endpoint({
    summary: 'The fast lane: I dispute this. Opens a review with those who have pressed a key.',
    permission: 'claim:object',
    params: claim,
    body: Objection,
    answer: Round,
  }),
  'GET /claims/{claimId}/rounds': endpoint({
    summary: 'The rounds of a claim, newest first.',
    permission: 'claim:read',
    params: claim,
    query: z.strictObject(Paging),
    answer: page(Round),
  }),
  'POST /claims/{claimId}/rounds': endpoint({
    summary: 'Open a further round, which adds verdicts and changes none.',
    permission: 'review:open',
    params: claim,
    body: RoundDraft,
    answer: Round,
  }),
  'GET /rounds/{roundId}': endpoint({
    summary: 'One round, with what its reader may know of it.',
    permission: 'round:read',
    params: round,
    answer: Round,
  }),
  'POST /rounds/{roundId}/verdicts': endpoint({
    summary: 'Submit my verdict: a judgement, that I can’t judge, or that I recuse myself. It can’t be changed.',
    permission: 'verdict:submit',
    params: round,
    body: VerdictDraft,
    answer: Verdict,
  }),
  'GET /rounds/{roundId}/submissions': endpoint({
    summary: 'Who has submitted, for who opened the round and does not judge in it.',
    permission: 'round:follow',
    params: round,
    query: z.strictObject(Paging),
    answer: page(z.strictObject({ userId: Id, submitted: z.boolean() })),
  }),
  'POST /rounds/{roundId}/reviewers': endpoint({
    summary: 'Ask someone too, drop a reviewer, or put one in another’s place.',
    permission: 'review:manage',
    params: round,
    body: ReviewerChange,
    answer: Round,
  }),
  'POST /rounds/{roundId}/extend': endpoint({
    summary: 'Give the reviewers more time.',
    permission: 'review:manage',
    params: round,
    body: z.strictObject({ version: Version, dueAt: Moment }),
    answer: Round,
  }),
  'POST /rounds/{roundId}/reveal': endpoint({
    summary: 'Reveal the verdicts of a round that is due and has its quorum.',
    permission: 'review:manage',
    params: round,
    body: z.strictObject({ version: Version }),
    answer: Round,
  }),
  'POST /rounds/{roundId}/cancel': endpoint({
    summary: 'Cancel a round. What was submitted stays sealed for ever.',
    permission: 'review:manage',
    params: round,
    body: z.strictObject({ version: Version, reason: Reason }),
    answer: Round,
  }),
}
