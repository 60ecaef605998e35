import { route } from '@/app/_door/route'
import { unchanged } from '@/app/_door/etag'
import { getVersion } from '@/server/documents/read-version'

export const GET = route('GET /versions/{versionId}/text', async (actor, { params }, request) => {
  const { text, sha256 } = await getVersion(actor, params.versionId)
  const headers = { etag: `"${sha256}"`, 'cache-control': 'private, no-cache' }
  if (unchanged(request, headers.etag)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } })
})
