import { file } from '@/app/_door/file'
import { route } from '@/app/_door/route'
import { exportTable } from '@/server/reports/exports'

export const GET = route('GET /projects/{projectId}/exports/{what}', async (actor, { params, query }) => {
  const { name, mediaType, text } = await exportTable(actor, params.projectId, params.what, query.as)
  return file(name, mediaType, text)
})
