import { createHash } from 'node:crypto'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file of an archive, in pieces. `packed` is what compression would not make smaller. */
export type Entry = { path: string; packed?: boolean; pieces: AsyncIterable<Uint8Array> }

/** What a manifest says of a file. */
export type Listed = { path: string; bytes: number; sha256: string }

/** JSON is mostly repetition: the fastest level takes most of it out, and leaves the server free for others. */
const LEVEL = 1

/**
 * An archive as it is made: nothing is made before it is asked for, and of all files only the piece at hand is in memory. The last
 * file is the manifest, which `manifest` makes of what all others turned out to be.
 */
export async function* zipped(
  entries: AsyncIterable<Entry>,
  at: Date,
  manifest: (files: readonly Listed[]) => string,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  const take = (): Uint8Array[] => {
    const taken = ready
    ready = []
    return taken
  }
  const listed: Listed[] = []
  for await (const entry of entries) {
    for await (const _ of add(zip, entry, at, listed)) yield* take()
  }
  const last = { path: 'manifest.json', pieces: only(Buffer.from(manifest(listed))) }
  for await (const _ of add(zip, last, at, listed)) yield* take()
  zip.end()
  yield* take()
}

/** Adds a file piece by piece; after each the archive may have grown. */
async function* add(zip: Zip, { path, packed, pieces }: Entry, at: Date, listed: Listed[]): AsyncGenerator<void> {
  const file = packed ? new ZipPassThrough(path) : new ZipDeflate(path, { level: LEVEL })
  file.mtime = at
  zip.add(file)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of pieces) {
    hash.update(piece)
    bytes += piece.byteLength
    file.push(piece)
    yield
  }
  file.push(new Uint8Array(), true)
  listed.push({ path, bytes, sha256: hash.digest('hex') })
  yield
}

/** A file that is one piece. */
export async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/**
 * What is made piece by piece as the body of an answer: the next is made when the last was taken, and none any more once the
 * request is over, which a stream is not always told of.
 */
export function streamOf(pieces: AsyncGenerator<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  signal.addEventListener('abort', () => void pieces.return(undefined), { once: true })
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
