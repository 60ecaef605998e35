import { v7 } from 'uuid'
import type { projectEndpoints } from '@/domain/projects/endpoints'
import type { CallsOf } from './call'

export const projectCalls: CallsOf<keyof typeof projectEndpoints> = {
  'GET /workspaces/{workspaceId}/projects': [{ on: 'workspace' }],
  'POST /workspaces/{workspaceId}/projects': [
    { on: 'workspace', body: () => ({ id: v7(), name: 'Rare earths', description: '' }) },
  ],
  'GET /projects/{projectId}': [{ on: 'project' }],
  'PATCH /projects/{projectId}': [
    { on: 'project', body: () => ({ version: 1, name: 'Renamed', description: 'And described.' }) },
  ],
  'GET /projects/{projectId}/labels': [{ on: 'project' }],
  'GET /projects/{projectId}/label-uses': [{ on: 'project' }],
  'POST /projects/{projectId}/labels': [
    { on: 'project', body: () => ({ id: v7(), name: 'New', description: '', color: 'red', shortcut: 9 }) },
  ],
  'PATCH /labels/{labelId}': [
    {
      on: 'label',
      body: () => ({ version: 1, name: 'Other', description: '', color: 'red', shortcut: null, retired: true }),
    },
  ],
  'GET /projects/{projectId}/tags': [{ on: 'project', query: () => ({ prefix: '' }) }],
  'GET /projects/{projectId}/events': [{ on: 'project' }],
}
