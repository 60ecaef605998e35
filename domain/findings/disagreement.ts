import { z } from 'zod'
import { Id } from '../endpoint'
import { Person } from '../people/person'
import { PooledFigure } from './finding'

/** A figure of agreement with what it can be trusted for. `value` is null where it is undefined, and `why` says so. */
export const AgreementFigure = z.strictObject({
  name: z.string(),
  level: z.enum(['nominal', 'ordinal', 'interval']).nullable(),
  /** Which verdicts it is of: each reviewer's first, before they talked, or their last, where there was a further round. */
  when: z.enum(['first', 'last']),
  value: z.number().nullable(),
  why: z.string(),
  /** Whether there is enough to interpret it. */
  enough: z.boolean(),
  units: z.int(),
  coders: z.int(),
  interval: z
    .strictObject({
      low: z.number(),
      high: z.number(),
      confidence: z.number(),
      method: z.string(),
      replicates: z.int(),
      undefined: z.int(),
    })
    .nullable(),
  /** The claims or passages that cause the most of the disagreement, the largest share first. */
  causes: z.array(
    z.strictObject({
      claimId: Id.nullable(),
      documentId: Id.nullable(),
      start: z.int().nullable(),
      end: z.int().nullable(),
      says: z.string(),
      share: z.number(),
    }),
  ),
})
export type AgreementFigure = z.infer<typeof AgreementFigure>

export const Pair = z.strictObject({ a: Id, b: Id, claims: z.int(), agree: z.number().nullable() })

/** How far reviewers of a project agree: figures by the form of the claims, and each two of them. */
export const Agreement = z.strictObject({
  figures: z.array(AgreementFigure),
  people: z.array(Person),
  pairs: z.array(Pair),
})
export type Agreement = z.infer<typeof Agreement>

/** The pooled likelihood of a claim, and what it would be without each judge, and without each origin of evidence. */
export const PooledClaim = z.strictObject({
  pooled: PooledFigure.nullable(),
  methods: z.array(PooledFigure),
  withoutJudges: z.array(z.strictObject({ person: Person, pooled: PooledFigure.nullable() })),
  withoutOrigins: z.array(
    z.strictObject({ sourceId: Id, name: z.string(), verdicts: z.int(), pooled: PooledFigure.nullable() }),
  ),
})
export type PooledClaim = z.infer<typeof PooledClaim>
export const PoolingQuery = z.strictObject({
  method: z.enum(['median', 'mean', 'log-odds mean']).default('log-odds mean'),
  exponent: z.coerce.number().min(0.1).max(5).default(1),
})
