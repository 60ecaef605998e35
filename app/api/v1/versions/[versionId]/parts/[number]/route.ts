import { unchanged } from '@/app/_door/etag'
import { route } from '@/app/_door/route'
import { encodingFor } from '@/server/encode'
import { sendEncoded } from '@/server/peer'
import { getVersion, partBytes, partTag } from '@/server/documents/read-version'

export const GET = route('GET /versions/{versionId}/parts/{number}', async (actor, { params }, request) => {
  const version = await getVersion(actor, params.versionId)
  const encoding = encodingFor(request)
  const etag = partTag(version, params.number, encoding)
  // Kept by the browser and asked for again each time: unchanged costs nothing, and access can be taken away.
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' }
  if (params.number < version.parts.length && unchanged(request, etag))
    return new Response(null, { status: 304, headers })
  const bytes = await partBytes(version, params.number, encoding)
  if (encoding !== 'identity') sendEncoded(encoding)
  return new Response(bytes, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
})
