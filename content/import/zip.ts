import { unzipSync } from 'fflate'
import { Refusal } from '@/domain/refusal'

/** A Word document with thousands of pictures stays below. */
const MOST_ENTRIES = 10_000

/** What the wanted entries may inflate to, together, in bytes: the longest document that we keep stays well below. */
const MOST_BYTES = 60 * 1024 * 1024

/**
 * Inflates the entries of a zip that are wanted, and no others. Their sizes are counted as the archive declares them,
 * before anything is inflated; an entry that is larger than it says is cut there, and fails later as damaged.
 */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Record<string, Uint8Array> {
  let entries = 0
  let inflated = 0
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (++entries > MOST_ENTRIES) throw tooMuch()
      if (!isWanted(name)) return false
      inflated += originalSize
      if (inflated > MOST_BYTES) throw tooMuch()
      return true
    },
  })
}

/** The names of a zip's entries, without inflating any; null where it can't be read. */
export function namesIn(bytes: Uint8Array): string[] | null {
  const names: string[] = []
  try {
    unzip(bytes, (name) => {
      names.push(name)
      return false
    })
    return names
  } catch (error) {
    if (error instanceof Refusal) throw error
    return null
  }
}

const tooMuch = () =>
  new Refusal(
    'too-large',
    'This file unpacks to far more than a document needs, so it was not read. Save it anew, or copy and paste what you need.',
  )
