import type { activityEndpoints } from '@/domain/activity/endpoints'
import type { CallsOf } from './call'

export const activityCalls: CallsOf<keyof typeof activityEndpoints> = {
  'GET /projects/{projectId}/activity': [{ on: 'project' }],
  'GET /documents/{documentId}/activity': [{ on: 'document' }],
}
