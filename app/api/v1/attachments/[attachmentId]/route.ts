import { route } from '@/app/_door/route'
import { attachment } from '@/server/documents/file-name'
import { getAttachment } from '@/server/evidence/read-attachment'

/** Browsers save it and never show it as a page of ours; should one, the policy of the API (next.config.mjs) sandboxes it. */
export const GET = route('GET /attachments/{attachmentId}', async (actor, { params }) => {
  const { name, bytes } = await getAttachment(actor, params.attachmentId)
  return new Response(bytes, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(name),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
