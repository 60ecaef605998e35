import { Refusal } from '@/domain/refusal'

/** The bytes of a request, of which at most `most` are ever held: counted as they arrive, whatever the header says. */
export async function bytesOf(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new Refusal('too-large', `This is larger than ${megabytes(most)}, the most that can be sent here.`)
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    if (size > most) {
      await reader?.cancel()
      throw tooLarge()
    }
    chunks.push(read.value)
  }
  return Buffer.concat(chunks)
}

/** The JSON of a body; undefined when it is empty. */
export function jsonOf(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refusal('invalid', 'The body is not JSON in UTF-8.')
  }
}

function megabytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${Math.round(bytes / 1000)} KB`
}
