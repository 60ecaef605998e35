import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refusal } from '@/domain/refusal'
import { log } from './log'

/** What is asked of a thread, and its answer. */
export type Order<Asked> = { id: number; asked: Asked }
export type Reply<Answer> = { id: number; answer: Answer }

type Waiting = { resolve: (answer: unknown) => void; reject: (error: Error) => void }
type Thread = { worker: Worker; waiting: Map<number, Waiting>; clock?: NodeJS.Timeout | undefined }

type Kind = {
  /** What it runs, of the folder `build`. */
  file: `${string}-worker.mjs`
  /** How long one order may take, in ms; and how much memory, in bytes. */
  mostMs: number
  mostBytes: number
  /** What is said to those whose order it could not do. */
  sorry: string
}

/** One thread of each kind for the process, kept on `globalThis`, since Next may load this module several times in one process. */
const shared = globalThis as { assayThreads?: Map<string, Thread> }

let orders = 0

/**
 * Has something done apart, in a thread of its own, so that nobody else waits for it: one order after the other. A thread
 * that takes too long or too much is ended, and all who wait for it are refused with `unavailable`.
 */
export function apart<Asked, Answer>(kind: Kind, asked: Asked): Promise<Answer> {
  const threads = (shared.assayThreads ??= new Map<string, Thread>())
  const thread = threads.get(kind.file) ?? start(kind, threads)
  const order: Order<Asked> = { id: (orders += 1), asked }
  return new Promise((resolve, reject) => {
    thread.waiting.set(order.id, { resolve: resolve as Waiting['resolve'], reject })
    if (thread.waiting.size === 1) begin(thread, kind)
    thread.worker.postMessage(order)
  })
}

/** The thread begins on the next order: it has its time for it, and the process waits for what comes of it. */
function begin(thread: Thread, { mostMs }: Kind): void {
  thread.worker.ref()
  thread.clock = setTimeout(() => void thread.worker.terminate(), mostMs)
}

function start(kind: Kind, threads: Map<string, Thread>): Thread {
  const { file, mostBytes, sorry } = kind
  const worker = new Worker(join(/* turbopackIgnore: true */ process.cwd(), 'build', file), {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(mostBytes / 2 ** 20) },
  })
  const thread: Thread = { worker, waiting: new Map() }
  threads.set(file, thread)
  worker.on('message', ({ id, answer }: Reply<unknown>) => {
    clearTimeout(thread.clock)
    const order = thread.waiting.get(id)
    thread.waiting.delete(id)
    if (thread.waiting.size > 0) begin(thread, kind)
    else worker.unref()
    order?.resolve(answer)
  })
  worker.on('error', (error) => log.error({ err: error, file }, 'a thread failed'))
  worker.on('exit', () => {
    clearTimeout(thread.clock)
    if (threads.get(file) === thread) threads.delete(file)
    for (const { reject } of thread.waiting.values()) reject(new Refusal('unavailable', sorry))
  })
  return thread
}
