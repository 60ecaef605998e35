import { route } from '@/app/_door/route'
import { getVersion } from '@/server/documents/read-version'

export const GET = route('GET /versions/{versionId}/text', async (actor, { params }) => {
  const { text } = await getVersion(actor, params.versionId)
  return new Response(text, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
  })
})
