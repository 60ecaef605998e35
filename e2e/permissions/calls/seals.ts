import { v7 } from 'uuid'
import type { sealEndpoints } from '@/domain/seals/endpoints'
import type { CallsOf } from './call'

export const sealCalls: CallsOf<keyof typeof sealEndpoints> = {
  'GET /projects/{projectId}/phases': [{ on: 'project' }],
  'POST /projects/{projectId}/phases': [
    {
      on: 'document',
      body: ({ documentId }) => ({ id: v7(), name: 'Read alone', documentIds: [documentId] }),
      // It is the project in which one may open a phase; what is in its trash takes none.
      only: ({ trashed }) => !trashed,
    },
  ],
  'GET /phases/{phaseId}': [{ on: 'phase' }],
  'POST /phases/{phaseId}/reveal': [{ on: 'phase', state: { told: true } }],
}
