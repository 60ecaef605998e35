import type { IncomingMessage } from 'node:http'
import { Transform, Writable, type Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { said, saidOfStatus, tooLong, wrongKind } from './fetch-refusals'

/** How an answer may be packed. We ask for the first three; some servers send the last unasked. */
const UNPACK: Readonly<Record<string, () => Duplex | null>> = {
  identity: () => null,
  gzip: createGunzip,
  br: createBrotliDecompress,
  'x-gzip': createGunzip,
  deflate: createInflate,
}

type Bounds = { limits: { bytes: number }; until: AbortSignal; mediaTypes: ReadonlySet<string> }

/** Reads an answer to its end, and no further than the limits go: counted as it comes and again as it is unpacked. */
export async function receive(response: IncomingMessage, { limits, until, mediaTypes }: Bounds) {
  try {
    const refusal = saidOfStatus(response.statusCode ?? 0)
    if (refusal) throw refusal
    const { mediaType, charset } = readType(response.headers['content-type'])
    if (!mediaTypes.has(mediaType)) throw wrongKind(mediaType)
    if (Number(response.headers['content-length'] ?? 0) > limits.bytes) throw tooLong(limits.bytes)
    const unpack = UNPACK[(response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()]
    if (!unpack) throw said('packed')
    const chunks: Buffer[] = []
    const keep = new Writable({ write: (chunk: Buffer, _, done) => (chunks.push(chunk), done()) })
    const unpacker = unpack()
    const unpacked = unpacker ? [unpacker, bounded(limits.bytes)] : []
    await pipeline([response, bounded(limits.bytes), ...unpacked, keep], { signal: until })
    return { bytes: new Uint8Array(Buffer.concat(chunks)), mediaType, charset }
  } finally {
    response.destroy()
  }
}

/** How an answer begins, as text: `most` bytes of it at most. What comes behind them is not read. */
export async function beginningOf(response: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.byteLength
      if (size >= most) break
    }
  } finally {
    response.destroy()
  }
  // No database keeps a NUL, and other controls have no place on a page.
  return Buffer.concat(chunks)
    .subarray(0, most)
    .toString('utf8')
    .replace(/[^\P{Cc}\n\t]/gu, '\uFFFD')
}

function bounded(most: number): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.byteLength
      if (size > most) done(tooLong(most))
      else done(null, chunk)
    },
  })
}

/** `text/html; charset=utf-8`. A server that doesn't say sends bytes. */
function readType(header = 'application/octet-stream'): { mediaType: string; charset: string | null } {
  const [type = ''] = header.split(';')
  const charset = /;\s*charset\s*=\s*"?([\w.:-]{1,40})"?/i.exec(header)?.[1] ?? null
  return { mediaType: type.trim().toLowerCase(), charset: charset?.toLowerCase() ?? null }
}
