import type { Actor } from '@/domain/permissions/policy'
import type { Verdict } from '@/domain/reviews/verdict'
import { sql, type Sql, type Tx } from '../db'
import { visibleTo } from '../visible-to'

/** A verdict as it stands in JSON made by the database: its moment comes as text, however precise. */
export type VerdictRow = Omit<Verdict, 'createdAt' | 'misleading'> & { createdAt: string; misleading: string | null }

/** A verdict `v` of a round with this number, as JSON. */
export const verdictJson = (number: Sql): Sql => sql`json_build_object(
  'id', v.id, 'roundId', v."roundId", 'claimId', v."claimId", 'round', ${number},
  'author', (SELECT json_build_object('id', vu.id, 'name', vu.name) FROM "User" vu WHERE vu.id = v."authorId"),
  'kind', v.kind, 'rating', v.rating, 'likelihood', v.likelihood, 'confidence', v.confidence, 'misleading', v.misleading,
  'details', v.details, 'rationale', v.rationale, 'text', v.text,
  'evidenceIds', ARRAY(SELECT ve."evidenceId" FROM "VerdictEvidence" ve WHERE ve."verdictId" = v.id ORDER BY ve."evidenceId"),
  'createdAt', v."createdAt", 'held', v.held)`

/** One's own verdict, or one that is known to be revealed. */
export async function readVerdict(actor: Actor, id: string, tx: Tx): Promise<Verdict> {
  const [row] = await tx.$queryRaw<{ verdict: VerdictRow }[]>`
    SELECT ${verdictJson(sql`n.number`)} AS verdict FROM "Verdict" v JOIN "Round" n ON n.id = v."roundId"
    WHERE v.id = ${id}::uuid AND ${visibleTo.claim(actor, 'v')}`
  if (!row) throw new TypeError(`verdict ${id} is gone`)
  return presentVerdict(row.verdict)
}

/** In the order of the schema, so that a retry is answered with the very same bytes. */
export function presentVerdict(row: VerdictRow): Verdict {
  const { id, roundId, claimId, round, author, kind, rating, likelihood, confidence, rationale, text } = row
  const { searches, deadline, settles, alternatives } = row.details
  return {
    ...{ id, roundId, claimId, round, author, kind, rating, likelihood, confidence },
    misleading: row.misleading ?? '',
    details: {
      searches: searches.map(({ where, when, found }) => ({ where, when, found })),
      deadline,
      settles,
      alternatives,
    },
    ...{ rationale, text, evidenceIds: row.evidenceIds },
    createdAt: new Date(row.createdAt).toISOString(),
    held: row.held,
  }
}
