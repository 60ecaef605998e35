import { v7 } from 'uuid'
import type { documentEndpoints } from '@/domain/documents/endpoints'
import type { CallsOf } from './call'

const bytes = new TextEncoder().encode('A text of its own.\n\nAnd another paragraph.')

export const documentCalls: CallsOf<keyof typeof documentEndpoints> = {
  'GET /projects/{projectId}/documents': [
    { on: 'project' },
    { on: 'workspace', query: () => ({ sort: 'title', order: 'asc', text: 'Briefing', trashed: 'true' }) },
  ],
  'POST /projects/{projectId}/documents': [
    { on: 'project', body: () => ({ id: v7(), title: 'Pasted', format: 'md', content: '# A text\n\nOf its own.' }) },
  ],
  'POST /projects/{projectId}/uploads': [
    { on: 'project', query: () => ({ id: v7(), name: 'a text.txt' }), body: () => bytes },
  ],
  'POST /projects/{projectId}/documents/from-web': [
    { on: 'project', body: () => ({ id: v7(), address: `${process.env.WEB_URL}/article`, again: true }) },
  ],
  'GET /documents/{documentId}': [{ on: 'document' }],
  'PATCH /documents/{documentId}': [{ on: 'document', body: () => ({ version: 1, title: 'Another title' }) }],
  'DELETE /documents/{documentId}': [{ on: 'document', moot: ({ trashed }) => trashed === true }],
  'POST /documents/{documentId}/restore': [{ on: 'document', moot: ({ trashed }) => trashed !== true }],
  'GET /documents/{documentId}/versions': [{ on: 'document' }],
  'GET /documents/{documentId}/events': [{ on: 'document' }],
  'GET /versions/{versionId}/text': [{ on: 'document' }],
  'GET /versions/{versionId}/parts/{number}': [{ on: 'document' }],
  'GET /versions/{versionId}/original': [{ on: 'document' }],
}
