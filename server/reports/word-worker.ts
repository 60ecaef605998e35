import { parentPort } from 'node:worker_threads'
import { mulberry32 } from '@/domain/claims/agreement/random'
import type { Order, Reply } from '../apart'
import type { WordOrder } from './write-word'
import { wordOf } from './word'

const Clock = Date

/**
 * The library writes the moment into a file, and makes up names for its links. In this thread time stands still at the
 * moment of the order and chance repeats, so that the same report is the same file, byte for byte.
 */
function standStill(at: string): void {
  const moment = Clock.parse(at)
  globalThis.Date = class extends Clock {
    constructor(...given: [] | [number | string | Date]) {
      super(given[0] ?? moment)
    }
    static override now = () => moment
  } as DateConstructor
  Math.random = mulberry32(1)
}

/** One after the other: while one is written, the clock of another must not come between. */
let writing: Promise<void> = Promise.resolve()

/** The thread in which Word files are written: an order in, its bytes out. */
parentPort?.on('message', ({ id, asked: { title, at, blocks } }: Order<WordOrder>) => {
  writing = writing.then(async () => {
    standStill(at)
    const answer = await wordOf(title, blocks)
    parentPort?.postMessage({ id, answer } satisfies Reply<Uint8Array>, [answer.buffer])
  })
})
