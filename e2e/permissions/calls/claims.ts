import { v7 } from 'uuid'
import type { claimEndpoints } from '@/domain/claims/endpoints'
import type { Variant } from '../ids'
import type { CallsOf } from './call'

const said = { type: 'fact', statement: 'The deal was signed on Monday.' } as const
const reading = { stance: 'asserts', voice: 'author' } as const

/** What is held is told to nobody else: the call speaks of all that there is, and leaves it out without a word. */
const forAll = ({ held, private: alone, trashed }: Variant) => !held && !alone && !trashed

/** Nobody else sees it before the reveal, so nothing is to be done about it with others. */
const held = (variant: Variant) => variant.held === true

export const claimCalls: CallsOf<keyof typeof claimEndpoints> = {
  'GET /projects/{projectId}/claims': [
    { on: 'project' },
    { on: 'workspace', query: ({ documentId }) => ({ document: documentId, sort: 'split', waiting: 'true' }) },
  ],
  'POST /projects/{projectId}/claims': [
    { on: 'project', body: () => ({ id: v7(), ...said }) },
    {
      on: 'annotation',
      body: ({ annotationId }) => ({ id: v7(), ...said, occurrences: [{ id: v7(), annotationId, ...reading }] }),
      only: forAll,
    },
  ],
  'GET /projects/{projectId}/similar-claims': [
    { on: 'project' },
    { on: 'workspace', query: ({ annotationId, mark }) => ({ statement: mark, annotations: annotationId }) },
  ],
  'GET /claims/{claimId}': [{ on: 'claim' }],
  'PATCH /claims/{claimId}': [{ on: 'claim', body: () => ({ version: 1, ...said, priority: 'high' }) }],
  'DELETE /claims/{claimId}': [{ on: 'claim' }],
  'POST /claims/{claimId}/restore': [
    { on: 'claim', state: { deleted: 'claim' }, hidden: true },
    { on: 'claim', moot: () => true },
  ],
  'GET /claims/{claimId}/versions': [{ on: 'claim' }],
  'GET /claims/{claimId}/events': [{ on: 'claim' }],
  'POST /claims/{claimId}/triage': [
    { on: 'claim', body: () => ({ as: 'checkable' }) },
    { on: 'claim', body: ({ otherClaimId }) => ({ as: 'duplicate', of: otherClaimId }) },
  ],
  'POST /claims/{claimId}/clear': [{ on: 'claim', body: () => ({ number: 1 }), moot: held }],
  'POST /claims/{claimId}/reopen': [
    { on: 'claim', state: { stands: 'uncheckable' }, body: () => ({ reason: 'There is a new report.' }) },
  ],
  'POST /claims/{claimId}/split': [
    { on: 'claim', body: () => ({ parts: [{ id: v7(), ...said }, { id: v7(), ...said }] }) }, // prettier-ignore
  ],
  'POST /claims/{claimId}/merge': [{ on: 'claim', body: ({ otherClaimId }) => ({ into: otherClaimId }) }],
  'GET /claims/{claimId}/occurrences': [{ on: 'claim' }],
  'POST /claims/{claimId}/occurrences': [
    { on: 'claim', body: ({ annotationId }) => ({ id: v7(), annotationId, ...reading }) },
  ],
  'PATCH /occurrences/{occurrenceId}': [{ on: 'occurrence', body: () => ({ version: 1, ...reading }) }],
  'DELETE /occurrences/{occurrenceId}': [{ on: 'occurrence' }],
  'GET /documents/{documentId}/claim-marks': [{ on: 'document' }],

  'GET /projects/{projectId}/relations': [
    { on: 'project' },
    {
      on: 'workspace',
      query: ({ documentId, claimId }) => ({ kind: 'conflicts', document: documentId, claim: claimId }),
    },
  ],
  'POST /projects/{projectId}/relations': [
    {
      on: 'claim',
      body: ({ claimId, otherClaimId, annotationId }) => ({
        ...{ id: v7(), kind: 'conflicts', strength: 'drift', fromId: claimId, toId: otherClaimId },
        ...{ fromAnnotationId: annotationId, toAnnotationId: annotationId },
      }),
    },
  ],
  'GET /relations/{relationId}': [{ on: 'relation' }],
  'PATCH /relations/{relationId}': [
    {
      on: 'relation',
      body: () => ({ version: 1, strength: 'contradiction', disposition: 'time', reason: 'Said a year apart.' }),
    },
  ],
  'DELETE /relations/{relationId}': [{ on: 'relation' }],
  'POST /relations/{relationId}/restore': [
    { on: 'relation', state: { deleted: 'relation' }, hidden: true },
    { on: 'relation', moot: () => true },
  ],

  'GET /documents/{documentId}/coverage': [{ on: 'document' }],
  'POST /documents/{documentId}/cleared': [
    {
      on: 'document',
      body: ({ versionId, sentence }) => ({ id: v7(), versionId, start: 0, end: sentence.length, exact: sentence }),
    },
  ],
  'DELETE /cleared/{clearedId}': [{ on: 'cleared span' }],
}
