import { v7 } from 'uuid'
import type { evidenceEndpoints } from '@/domain/evidence/endpoints'
import { PNG } from '@/server/testing/make-evidence'
import type { CallsOf } from './call'

const page = { title: 'The deal', excerpt: 'It was signed.', retrievedOn: '2025-08-04' }
const url = 'https://example.org/deal'
const asked = { addressee: 'The ministry', question: 'Was it signed?', askedOn: '2025-08-04' }

export const evidenceCalls: CallsOf<keyof typeof evidenceEndpoints> = {
  'GET /claims/{claimId}/evidence': [{ on: 'claim' }],
  'POST /claims/{claimId}/evidence': [
    {
      on: 'claim',
      body: ({ sourceId }) => ({
        ...{ kind: 'web', id: v7(), sourceId, url, ...page },
        appraisal: { stance: 'supports', credibility: 2, reliability: 'B' },
      }),
    },
    { on: 'claim', body: ({ annotationId }) => ({ kind: 'passage', id: v7(), annotationId }) },
    { on: 'claim', body: ({ attachmentId }) => ({ kind: 'file', id: v7(), attachmentId, title: 'A photograph' }) },
  ],
  'GET /evidence/{evidenceId}': [{ on: 'evidence' }, { on: 'citation' }],
  'PATCH /evidence/{evidenceId}': [
    { on: 'evidence', body: ({ sourceId }) => ({ kind: 'web', version: 1, sourceId, ...page }) },
    { on: 'citation', body: ({ sourceId }) => ({ kind: 'passage', version: 1, sourceId }) },
  ],
  'DELETE /evidence/{evidenceId}': [{ on: 'evidence' }, { on: 'citation' }],
  'POST /evidence/{evidenceId}/restore': [
    { on: 'evidence', state: { deleted: 'evidence' }, hidden: true },
    { on: 'evidence', moot: () => true },
  ],
  'POST /evidence/{evidenceId}/appraisals': [
    { on: 'evidence', body: () => ({ stance: 'refutes', reason: 'It says otherwise.', reliability: 'C' }) },
  ],

  'GET /projects/{projectId}/sources': [{ on: 'project' }, { on: 'workspace', query: () => ({ text: 'wire' }) }],
  'POST /projects/{projectId}/sources': [
    { on: 'workspace', body: ({ originId }) => ({ id: v7(), name: 'A copy', originId }) },
  ],
  'GET /sources/{sourceId}': [{ on: 'source' }],
  'PATCH /sources/{sourceId}': [
    { on: 'source', body: ({ originId }) => ({ version: 1, name: 'A copy', url, originId }) },
  ],
  'POST /sources/{sourceId}/grade': [{ on: 'source', body: () => ({ reliability: 'D' }) }],
  'POST /sources/{sourceId}/retract': [{ on: 'source', body: () => ({ version: 1, reason: 'They took it back.' }) }],
  'POST /projects/{projectId}/attachments': [
    { on: 'project', query: () => ({ id: v7(), name: 'a photograph.png' }), body: () => PNG },
  ],
  'GET /attachments/{attachmentId}': [{ on: 'attachment' }],

  'GET /claims/{claimId}/questions': [{ on: 'claim' }],
  'POST /claims/{claimId}/questions': [{ on: 'claim', body: ({ sourceId }) => ({ id: v7(), sourceId, ...asked }) }],
  'PATCH /questions/{questionId}': [
    { on: 'question', body: ({ sourceId }) => ({ version: 1, sourceId, ...asked, answer: 'It was.' }) },
  ],
  'DELETE /questions/{questionId}': [{ on: 'question' }],
  'POST /questions/{questionId}/restore': [
    { on: 'question', state: { deleted: 'question' }, hidden: true },
    { on: 'question', moot: () => true },
  ],
}
