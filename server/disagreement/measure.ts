import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { apart } from '../apart'
import { config } from '../config'
import type { Found, Job, Measuring } from './jobs'

/** Answers that are kept: the same verdicts always have the same agreement. */
const KEPT = 200

/** Kept on `globalThis`, since Next may load this module several times in one process. */
const shared = globalThis as { assayMeasured?: LRUCache<string, Promise<object>> }

/**
 * Measures apart: a bootstrap draws ten million times. What was measured before is not measured again, and two who ask for
 * the same wait for one answer.
 */
export function measure<J extends Job>(job: J, input: string): Promise<Found<J>> {
  const kept = (shared.assayMeasured ??= new LRUCache({ max: KEPT }))
  const key = createHash('sha256').update(`${job}\n`).update(input).digest('base64url')
  const before = kept.get(key)
  if (before) return before as Promise<Found<J>>
  const answer = apart<Measuring, Found<J>>(
    {
      file: 'measure-worker.mjs',
      mostMs: config.limits.agreementMs,
      mostBytes: config.limits.conversionBytes,
      sorry: 'Agreement could not be measured now. Please try again, or choose fewer claims.',
    },
    { job, input },
  )
  kept.set(key, answer)
  answer.catch(() => kept.delete(key))
  return answer
}
