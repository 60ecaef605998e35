import { v7 } from 'uuid'
import type { findingEndpoints } from '@/domain/findings/endpoints'
import { says } from '@/server/testing/make-world'
import type { Variant } from '../ids'
import type { CallsOf } from './call'

/** Nothing is found about what is held, and it is told to nobody else: the call leaves it out without a word. */
const forAll = ({ held, private: alone, trashed }: Variant) => !held && !alone && !trashed

const published = { stands: 'published' } as const
const content = { rating: 'false', basis: 'majority', summary: says('The annex differs.') } as const
const given = { version: 1, adjudication: 'It is urgent.', overruling: 'The annex outweighs it.' } as const
const dissent = { rating: 'false', json: says('I read it otherwise.') } as const
const problem = { problem: 'The annex says less.', proposed: '14,000 tonnes' } as const

export const findingCalls: CallsOf<keyof typeof findingEndpoints> = {
  'GET /projects/{projectId}/findings': [{ on: 'project' }, { on: 'workspace', query: () => ({ state: 'draft' }) }],
  'POST /projects/{projectId}/findings': [
    { on: 'claim', state: { stands: 'revealed' }, body: ({ claimId }) => ({ id: v7(), claimId }), only: forAll },
    { on: 'document', body: ({ documentId }) => ({ id: v7(), documentId }), only: forAll },
  ],
  'GET /findings/{findingId}': [{ on: 'finding' }],
  'PATCH /findings/{findingId}': [{ on: 'finding', body: () => ({ version: 1, content }) }],
  'GET /findings/{findingId}/versions': [{ on: 'finding', state: published }],
  'POST /findings/{findingId}/sign': [{ on: 'finding', body: () => ({ version: 1 }) }],
  'POST /findings/{findingId}/unsign': [{ on: 'finding' }],
  'POST /findings/{findingId}/dissents': [{ on: 'finding', body: () => ({ id: v7(), ...dissent }) }],
  'PATCH /dissents/{dissentId}': [{ on: 'dissent', body: () => ({ version: 1, ...dissent }) }],
  'DELETE /dissents/{dissentId}': [{ on: 'dissent' }],
  'POST /findings/{findingId}/publish': [{ on: 'finding', body: () => given }],
  'POST /findings/{findingId}/correct': [
    { on: 'finding', state: published, body: () => ({ ...given, reason: 'There is a new report.' }) },
  ],
  'POST /findings/{findingId}/retract': [
    { on: 'finding', state: published, body: () => ({ version: 1, reason: 'The annex was forged.' }) },
  ],
  'POST /findings/{findingId}/answer': [
    { on: 'finding', state: published, body: () => ({ answer: 'I stand by it.' }) },
  ],
  'GET /findings/{findingId}/claim-review': [{ on: 'finding', state: published }],

  'GET /claims/{claimId}/pool': [
    { on: 'claim' },
    { on: 'claim', query: () => ({ method: 'log-odds mean', exponent: '1.5' }) },
  ],
  'GET /projects/{projectId}/agreement': [{ on: 'project' }],
  'GET /phases/{phaseId}/agreement': [{ on: 'phase', state: { told: true, revealed: true } }],
  'PUT /claims/{claimId}/outcome': [
    {
      on: 'claim',
      state: { type: 'prediction' },
      body: () => ({ version: 0, happened: true, settledOn: '2026-01-31', note: 'Both signed it.' }),
    },
  ],
  'GET /claims/{claimId}/outcome': [{ on: 'claim', state: { type: 'prediction' } }],
  'GET /projects/{projectId}/scores': [{ on: 'project' }],

  'GET /projects/{projectId}/corrections': [
    { on: 'project' },
    { on: 'workspace', query: ({ documentId }) => ({ document: documentId }) },
  ],
  'POST /projects/{projectId}/corrections': [
    {
      on: 'annotation',
      body: ({ annotationId, claimId }) => ({ id: v7(), annotationId, claimId, ...problem }),
      only: forAll,
    },
  ],
  'PATCH /corrections/{correctionId}': [{ on: 'correction', body: () => ({ version: 1, ...problem }) }],
  'DELETE /corrections/{correctionId}': [{ on: 'correction' }],
  'POST /corrections/{correctionId}/restore': [
    { on: 'correction', state: { deleted: 'correction' }, hidden: true },
    { on: 'correction', moot: () => true },
  ],
  'POST /documents/{documentId}/corrections-sent': [{ on: 'correction' }],

  'GET /projects/{projectId}/report.md': [
    { on: 'project' },
    { on: 'workspace', query: ({ documentId }) => ({ document: documentId }) },
    { on: 'workspace', query: ({ claimId }) => ({ claims: claimId }) },
  ],
  'GET /projects/{projectId}/report.docx': [
    { on: 'project' },
    { on: 'workspace', query: ({ documentId }) => ({ document: documentId }) },
    { on: 'workspace', query: ({ claimId }) => ({ claims: claimId }) },
  ],
  'GET /projects/{projectId}/exports/{what}': [{ on: 'project' }, { on: 'workspace', query: () => ({ as: 'json' }) }],
}
