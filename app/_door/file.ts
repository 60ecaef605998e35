import { attachment } from '@/server/documents/file-name'

/** A file that browsers save under this name and never show as a page of ours. */
export function file(name: string, mediaType: string, content: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(content, {
    headers: {
      'content-type': mediaType,
      'content-disposition': attachment(name),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
