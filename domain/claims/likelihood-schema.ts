import { z } from 'zod'
import { CONFIDENCES, LEAST_LIKELY, MOST_LIKELY } from './likelihood'

const RANGE = `Please give a likelihood from ${LEAST_LIKELY} to ${MOST_LIKELY} percent, without decimals.`

/** A person's likelihood in percent. Pooled ones have decimals and are never handed in. */
export const Likelihood = z.int(RANGE).min(LEAST_LIKELY, RANGE).max(MOST_LIKELY, RANGE)
export type Likelihood = z.infer<typeof Likelihood>

/** The level of analytic confidence: a field of its own, never part of a likelihood's phrase. */
export const Confidence = z.enum(CONFIDENCES)
export type Confidence = z.infer<typeof Confidence>
