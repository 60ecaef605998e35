import { parentPort } from 'node:worker_threads'
import type { Order, Reply } from '../apart'
import { JOBS, type Measuring } from './jobs'

/** The thread in which agreement is measured: an order in, its answer out, one after the other. */
parentPort?.on('message', ({ id, asked: { job, input } }: Order<Measuring>) => {
  parentPort?.postMessage({ id, answer: JOBS[job](JSON.parse(input) as never) } satisfies Reply<unknown>)
})
