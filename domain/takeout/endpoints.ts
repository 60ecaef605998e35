import { z } from 'zod'
import { endpoint, Id, NewId } from '../endpoint'

export const takeoutEndpoints = {
  'POST /workspaces/{workspaceId}/exports': endpoint({
    summary:
      'Ask for everything of a workspace. It is audited, its owners are told, and the archive can be fetched for an hour.',
    permission: 'workspace:export',
    params: z.strictObject({ workspaceId: Id }),
    body: z.strictObject({ id: NewId }),
    answer: z.strictObject({ id: Id }),
  }),
  'GET /workspaces/{workspaceId}/exports/{exportId}': endpoint({
    summary:
      'The archive that you asked for: every table as JSON, annotations as W3C Web Annotations, files as they were uploaded, and a manifest with their SHA-256. What you may not see is not in it.',
    permission: 'export:fetch',
    params: z.strictObject({ workspaceId: Id, exportId: Id }),
    answer: 'application/zip',
  }),
  'GET /me/data': endpoint({
    summary:
      'All that is yours, as an archive: what you wrote in workspaces that you belong to, your settings, sessions and notifications.',
    permission: 'signed-in',
    answer: 'application/zip',
  }),
}
