import { archive } from '@/app/_door/archive'
import { route } from '@/app/_door/route'
import { fetchExport } from '@/server/takeout/export-workspace'

export const GET = route('GET /workspaces/{workspaceId}/exports/{exportId}', async (actor, { params }, { signal }) => {
  const { name, pieces } = await fetchExport(actor, params.workspaceId, params.exportId)
  return archive(name, pieces, signal)
})
