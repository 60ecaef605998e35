import type { PooledClaim, PoolingQuery } from '@/domain/findings/disagreement'
import { pool, poolWithout, poolWithoutEach, type Judgement, type Pooling } from '@/domain/claims/pooling'
import type { Actor } from '@/domain/permissions/policy'
import type { Person } from '@/domain/people/person'
import type { z } from 'zod'
import { authoriseClaim, findClaim } from '../claims/find-claim'
import { db } from '../db'
import { originsOf } from '../evidence/relied-on'
import { judgedClaims, lastVerdicts } from './judged'

type Verdict = { id: string; likelihood: number; person: Person }

const METHODS = ['median', 'mean', 'log-odds mean'] as const

/**
 * The pooled likelihood of a claim as it is worded now, of the newest revealed verdict of each who judged it: by every method, without each
 * judge in turn, and without each origin of evidence, where the verdicts that relied on it are left out.
 */
export async function poolClaim(
  actor: Actor,
  claimId: string,
  { method, exponent }: z.output<typeof PoolingQuery>,
): Promise<PooledClaim> {
  authoriseClaim(actor, 'claim:read', await findClaim(claimId))
  const verdicts = await readVerdicts(actor, claimId)
  const judgements: Judgement[] = verdicts.map(({ person, likelihood }) => ({ by: person.id, likelihood }))
  const by = (name: Pooling['method']): Pooling =>
    name === 'log-odds mean' ? { method: name, exponent } : { method: name }
  const pooling = by(method)
  const people = new Map(verdicts.map(({ person }) => [person.id, person]))
  return {
    pooled: pool(judgements, pooling),
    methods: METHODS.flatMap((name) => pool(judgements, by(name)) ?? []),
    withoutJudges: poolWithoutEach(judgements, pooling).flatMap(({ without, pooled }) => {
      const person = people.get(without)
      return person ? [{ person, pooled }] : []
    }),
    withoutOrigins: await withoutOrigins(verdicts, judgements, pooling),
  }
}

async function readVerdicts(actor: Actor, claimId: string): Promise<Verdict[]> {
  return db.$queryRaw<Verdict[]>`
    SELECT j.id, j.likelihood, json_build_object('id', u.id, 'name', u.name) AS person
    FROM ${judgedClaims(actor)} JOIN LATERAL ${lastVerdicts} j ON j.kind = 'judged' AND j.likelihood IS NOT NULL
      JOIN "User" u ON u.id = j."authorId"
      JOIN "ClaimVersion" cv ON cv.id = nr."claimVersionId" AND cv.number = c.number
    WHERE c.id = ${claimId}::uuid ORDER BY lower(u.name), u.id`
}

/** For each origin that a verdict relied on: what remains without all that relied on it, copies counted with it. */
async function withoutOrigins(
  verdicts: readonly Verdict[],
  judgements: readonly Judgement[],
  pooling: Pooling,
): Promise<PooledClaim['withoutOrigins']> {
  const origins = await originsOf(verdicts.map(({ id }) => id))
  const sources = await db.source.findMany({
    where: { id: { in: [...new Set([...origins.values()].flatMap((each) => [...each]))] } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return sources.map(({ id, name }) => {
    const relying = verdicts.filter((verdict) => origins.get(verdict.id)?.has(id)).map(({ person }) => person.id)
    return { sourceId: id, name, verdicts: relying.length, pooled: poolWithout(judgements, new Set(relying), pooling) }
  })
}
