import { route } from '@/app/_door/route'
import { attachment } from '@/server/documents/file-name'
import { getOriginal } from '@/server/documents/read-version'

export const GET = route('GET /versions/{versionId}/original', async (actor, { params }) => {
  const { name, bytes } = await getOriginal(actor, params.versionId)
  return new Response(bytes, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(name),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
