import type { searchEndpoints } from '@/domain/search/endpoints'
import type { CallsOf } from './call'

export const searchCalls: CallsOf<keyof typeof searchEndpoints> = {
  'GET /search': [
    { on: 'nothing', query: () => ({ q: 'Ministers' }) },
    {
      on: 'nothing',
      query: ({ workspaceId, projectId, documentId, userId, labelId }) => ({
        ...{ q: 'Ministers', workspace: workspaceId, project: projectId, document: documentId },
        ...{ author: userId, label: labelId },
      }),
    },
  ],
}
