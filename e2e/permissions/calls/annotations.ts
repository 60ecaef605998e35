import { v7 } from 'uuid'
import type { annotationEndpoints } from '@/domain/annotations/endpoints'
import { says } from '@/server/testing/make-world'
import type { CallsOf } from './call'

export const annotationCalls: CallsOf<keyof typeof annotationEndpoints> = {
  'GET /documents/{documentId}/spans': [
    { on: 'document' },
    { on: 'document', query: ({ labelId, userId }) => ({ label: labelId, author: userId, text: 'x' }) },
  ],
  'GET /documents/{documentId}/annotations': [
    { on: 'document' },
    {
      on: 'annotation',
      query: ({ labelId, userId, annotationId }) => ({ label: labelId, author: userId, ids: annotationId }),
      // The list is of the document; what is private or held is left out of it without a word.
      only: ({ private: alone, held }) => !alone && !held,
    },
  ],
  'POST /documents/{documentId}/annotations': [
    {
      on: 'document',
      body: ({ versionId, labelId }) => ({
        ...{ id: v7(), versionId, start: 0, end: 9, exact: 'Ministers', labelId, tags: ['deal'] },
        ...{ visibility: 'team', note: { id: v7(), json: says('Which ones?') } },
      }),
    },
  ],
  'GET /annotations/{annotationId}': [{ on: 'annotation' }],
  'PATCH /annotations/{annotationId}': [
    { on: 'annotation', body: ({ labelId }) => ({ version: 1, labelId, tags: ['other'] }) },
  ],
  'POST /annotations/{annotationId}/share': [{ on: 'annotation', moot: ({ private: alone }) => alone !== true }],
  'DELETE /annotations/{annotationId}': [{ on: 'annotation' }],
  'POST /annotations/{annotationId}/restore': [
    { on: 'annotation', state: { deleted: 'annotation' }, hidden: true },
    { on: 'annotation', moot: () => true },
  ],
}
