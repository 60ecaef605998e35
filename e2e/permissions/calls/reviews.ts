import { v7 } from 'uuid'
import type { reviewEndpoints } from '@/domain/reviews/endpoints'
import { says } from '@/server/testing/make-world'
import type { CallsOf } from './call'

const asking = ({ judgeId }: { judgeId: string }) => ({ id: v7(), reviewerIds: [judgeId], quorum: 1 })

export const reviewCalls: CallsOf<keyof typeof reviewEndpoints> = {
  'POST /projects/{projectId}/reviews': [
    {
      on: 'claim',
      body: ({ claimId, ...ids }) => ({ ...asking(ids), claimIds: [claimId] }),
      // It is the project in which one may open a review: who may not is told so, whatever claims they name.
      only: ({ held, own }) => !held || own,
      moot: ({ held }) => held === true,
    },
  ],
  'GET /projects/{projectId}/rounds': [
    { on: 'project' },
    { on: 'workspace', query: () => ({ state: 'open', waiting: 'false' }) },
  ],
  'POST /claims/{claimId}/object': [
    { on: 'claim', body: () => ({ id: v7(), reason: 'The annex differs.' }), moot: ({ held }) => held === true },
  ],
  'GET /claims/{claimId}/rounds': [{ on: 'claim' }],
  'POST /claims/{claimId}/rounds': [
    {
      on: 'claim',
      state: { stands: 'revealed' },
      body: (ids) => ({ ...asking(ids), sealed: true }),
      // What is held has never been reviewed.
      only: ({ held }) => !held,
    },
  ],
  'GET /rounds/{roundId}': [{ on: 'round' }],
  'POST /rounds/{roundId}/verdicts': [
    {
      on: 'round',
      body: ({ evidenceId }) => ({
        ...{ kind: 'judged', id: v7(), rating: 'true', likelihood: 80, confidence: 'high' },
        ...{ rationale: says('The annex says so.'), evidenceIds: [evidenceId] },
      }),
    },
  ],
  'GET /rounds/{roundId}/submissions': [{ on: 'round' }],
  'POST /rounds/{roundId}/reviewers': [
    {
      on: 'round',
      body: ({ judgeId, missingId }) => ({ version: 1, add: judgeId, drop: missingId, reason: 'On leave.' }),
    },
  ],
  'POST /rounds/{roundId}/extend': [{ on: 'round', body: () => ({ version: 1, dueAt: '2999-01-01T00:00:00Z' }) }],
  'POST /rounds/{roundId}/reveal': [{ on: 'round', state: { told: true }, body: () => ({ version: 1 }) }],
  'POST /rounds/{roundId}/cancel': [
    { on: 'round', body: () => ({ version: 1, reason: 'The claim was worded badly.' }) },
  ],
}
