import { attachment, cleanFileName } from '@/server/documents/file-name'
import { streamOf } from '@/server/takeout/zip-stream'

/** An archive as it is made; it ends early when nobody is there to take it any more. */
export function archive(name: string, pieces: AsyncGenerator<Uint8Array>, signal: AbortSignal): Response {
  return new Response(streamOf(pieces, signal), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': attachment(cleanFileName(name)),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
