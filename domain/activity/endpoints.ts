import { z } from 'zod'
import { endpoint, Id, page, Paging } from '../endpoint'
import { Activity } from './activity'

const answer = page(Activity)
const query = z.strictObject(Paging)

export const activityEndpoints = {
  'GET /projects/{projectId}/activity': endpoint({
    summary: 'What happened in a project, its documents and its claims, newest first.',
    permission: 'project:read',
    params: z.strictObject({ projectId: Id }),
    query,
    answer,
  }),
  'GET /documents/{documentId}/activity': endpoint({
    summary: 'What happened in a document and to the claims in it, newest first.',
    permission: 'document:read',
    params: z.strictObject({ documentId: Id }),
    query,
    answer,
  }),
}
