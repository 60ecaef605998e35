import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { LRUCache } from 'lru-cache'
import { Refusal } from '@/domain/refusal'
import { config } from '../config'
import { log } from '../log'
import type { Found, Job, Order, Reply } from './jobs'

/** Answers that are kept: the same verdicts always have the same agreement. */
const KEPT = 200

type Waiting = { resolve: (answer: unknown) => void; reject: (error: Error) => void }
type Thread = { worker: Worker; waiting: Map<number, Waiting>; clock?: NodeJS.Timeout | undefined }

/** One thread for the process, kept on `globalThis`, since Next may load this module several times in one process. */
const shared = globalThis as { assayMeasuring?: Thread; assayMeasured?: LRUCache<string, Promise<object>> }

/**
 * Measures apart, in a thread of its own, so that nobody else waits for it: a bootstrap draws ten million times. What was
 * measured before is not measured again, and two who ask for the same wait for one answer.
 */
export function measure<J extends Job>(job: J, input: string): Promise<Found<J>> {
  const kept = (shared.assayMeasured ??= new LRUCache({ max: KEPT }))
  const key = createHash('sha256').update(`${job}\n`).update(input).digest('base64url')
  const before = kept.get(key)
  if (before) return before as Promise<Found<J>>
  const answer = ask(job, input) as Promise<Found<J>>
  kept.set(key, answer)
  answer.catch(() => kept.delete(key))
  return answer
}

let orders = 0

function ask(job: Job, input: string): Promise<unknown> {
  const thread = (shared.assayMeasuring ??= start())
  const order: Order = { id: (orders += 1), job, input }
  return new Promise((resolve, reject) => {
    thread.waiting.set(order.id, { resolve, reject })
    if (thread.waiting.size === 1) begin(thread)
    thread.worker.postMessage(order)
  })
}

/** The thread begins on the next order: it has its time for it, and the process waits for what comes of it. */
function begin(thread: Thread): void {
  thread.worker.ref()
  thread.clock = setTimeout(() => void thread.worker.terminate(), config.limits.agreementMs)
}

function start(): Thread {
  const worker = new Worker(join(/* turbopackIgnore: true */ process.cwd(), 'build', 'measure-worker.mjs'), { env: {} })
  const thread: Thread = { worker, waiting: new Map() }
  worker.on('message', ({ id, answer }: Reply) => {
    clearTimeout(thread.clock)
    const order = thread.waiting.get(id)
    thread.waiting.delete(id)
    if (thread.waiting.size > 0) begin(thread)
    else worker.unref()
    order?.resolve(answer)
  })
  worker.on('error', (error) => log.error({ err: error }, 'measuring agreement failed'))
  worker.on('exit', () => {
    clearTimeout(thread.clock)
    if (shared.assayMeasuring === thread) delete shared.assayMeasuring
    for (const { reject } of thread.waiting.values())
      reject(
        new Refusal('unavailable', 'Agreement could not be measured now. Please try again, or choose fewer claims.'),
      )
  })
  return thread
}
