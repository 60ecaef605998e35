import type { Block } from '@/domain/reports/blocks'
import { apart } from '../apart'
import { config } from '../config'

/** What a Word file is to say, and the moment that it bears, as ISO 8601. */
export type WordOrder = { title: string; at: string; blocks: readonly Block[] }

/** Writes a Word file apart: nobody else waits for a long report. The same order is the same file, byte for byte. */
export function writeWord(order: WordOrder): Promise<Uint8Array<ArrayBuffer>> {
  const { conversionMs, conversionBytes } = config.limits
  return apart(
    {
      file: 'word-worker.mjs',
      mostMs: conversionMs,
      mostBytes: conversionBytes,
      sorry: 'The Word file could not be written now. Please try again, or choose fewer claims.',
    },
    order,
  )
}
