import { parentPort } from 'node:worker_threads'
import { JOBS, type Order, type Reply } from './jobs'

/** The thread in which agreement is measured: an order in, its answer out, one after the other. */
parentPort?.on('message', ({ id, job, input }: Order) => {
  parentPort?.postMessage({ id, answer: JOBS[job](JSON.parse(input) as never) } satisfies Reply)
})
