import { Refusal } from '@/domain/refusal'
import { DoubtfulJson, strictJson } from './strict-json'

/** The bytes of a request, of which at most `most` are ever held: counted as they arrive, whatever the header says. */
export async function bytesOf(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new Refusal('too-large', `This is larger than ${megabytes(most)}, the most that can be sent here.`)
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  const next = () => reader?.read().catch(() => Promise.reject(brokenOff()))
  for (let read = await next(); read && !read.done; read = await next()) {
    size += read.value.byteLength
    if (size > most) {
      await reader?.cancel()
      throw tooLarge()
    }
    chunks.push(read.value)
  }
  return Buffer.concat(chunks)
}

/** Nobody listens any more; it is no fault of ours either. */
const brokenOff = () => new Refusal('unavailable', 'This broke off before it was here.')

/** What a body of JSON calls itself. It is UTF-8 whether it says so or not. */
const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

/** The JSON of a body; undefined when it is empty. Refuses what calls itself something else, and what is in doubt. */
export function jsonOf(request: Request, bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return undefined
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? ''))
    throw new Refusal('unsupported', 'This takes JSON: please send it with the header Content-Type: application/json')
  try {
    return strictJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch (error) {
    throw new Refusal('invalid', error instanceof DoubtfulJson ? error.message : 'The body is not JSON in UTF-8.')
  }
}

function megabytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${Math.round(bytes / 1000)} KB`
}
