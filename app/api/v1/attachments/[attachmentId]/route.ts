import { unchanged } from '@/app/_door/etag'
import { route } from '@/app/_door/route'
import { attachment, inline } from '@/server/documents/file-name'
import { getAttachment, getPicture } from '@/server/evidence/read-attachment'

const SAFE = { 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' }

/**
 * Browsers save a file and never show it as a page of ours; a picture can be shown inside of one. Should either be opened
 * by its address, the policy of the API (next.config.mjs) sandboxes it.
 */
export const GET = route('GET /attachments/{attachmentId}', async (actor, { params, query }, request) => {
  if (query.as === 'image') {
    const { name, mediaType, sha256, bytes } = await getPicture(actor, params.attachmentId)
    const etag = `"${sha256}"`
    const headers = { ...SAFE, etag, 'cache-control': 'private, no-cache' }
    if (unchanged(request, etag)) return new Response(null, { status: 304, headers })
    return new Response(bytes, {
      headers: { ...headers, 'content-type': mediaType, 'content-disposition': inline(name) },
    })
  }
  const { name, bytes } = await getAttachment(actor, params.attachmentId)
  return new Response(bytes, {
    headers: {
      ...SAFE,
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(name),
      'cache-control': 'private, no-store',
    },
  })
})
