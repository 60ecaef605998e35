import { createHash } from 'node:crypto'
import { encode, encodingFor, type Encoding } from '@/server/encode'
import { sendEncoded } from '@/server/peer'
import { unchanged } from './etag'

type Kept = { text: string; hash: string; sent: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>> }

/** What was made of an answer, for as long as the service answers with the same object. */
const known = new WeakMap<object, Kept>()

/**
 * An answer that browsers keep and ask for again each time; unchanged, it costs them nothing. Where the service answers
 * with the same object again, checking, writing and compressing it is done once.
 */
export async function kept(request: Request, answer: object, checked: (answer: object) => unknown): Promise<Response> {
  const it = known.get(answer) ?? made(checked(answer))
  known.set(answer, it)
  const encoding = encodingFor(request, it.text.length)
  const etag = `"${it.hash}-${encoding}"`
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' }
  if (unchanged(request, etag)) return new Response(null, { status: 304, headers })
  const sent = it.sent.get(encoding) ?? encode(it.text, encoding)
  it.sent.set(encoding, sent)
  const bytes = await sent
  if (encoding !== 'identity') sendEncoded(encoding)
  return new Response(bytes, { headers: { ...headers, 'content-type': 'application/json' } })
}

function made(answer: unknown): Kept {
  const text = JSON.stringify(answer)
  return { text, hash: createHash('sha256').update(text).digest('base64url').slice(0, 27), sent: new Map() }
}
