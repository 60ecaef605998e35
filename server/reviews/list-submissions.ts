import { z } from 'zod'
import type { Answer } from '@/domain/endpoints'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db, empty, sql } from '../db'
import { authoriseRound, findRound } from './find-round'

const place = cursor(z.uuid())

/** Who of those who were asked has submitted, never what: for who opened the round and was never asked in it. */
export async function listSubmissions(
  actor: Actor,
  roundId: string,
  { cursor: text, limit }: { cursor?: string | undefined; limit: number },
): Promise<Answer<'GET /rounds/{roundId}/submissions'>> {
  authoriseRound(actor, 'round:follow', await findRound(actor, roundId))
  const last = place.read(text)
  const rows = await db.$queryRaw<{ userId: string; submitted: boolean }[]>`
    SELECT rr."userId", EXISTS (
      SELECT FROM "Verdict" v WHERE v."roundId" = rr."roundId" AND v."authorId" = rr."userId") AS submitted
    FROM "RoundReviewer" rr
    WHERE rr."roundId" = ${roundId}::uuid ${last ? sql`AND rr."userId" > ${last}::uuid` : empty}
    ORDER BY rr."userId" LIMIT ${limit + 1}`
  return paged(
    rows,
    limit,
    (row) => row,
    ({ userId }) => place.write(userId),
  )
}
