import { z } from 'zod'
import type { ClaimVersion } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db, empty, sql } from '../db'
import { authoriseClaim, findClaim } from './find-claim'

const place = cursor(z.strictObject({ number: z.int32() }))

type Row = Omit<ClaimVersion, 'author' | 'createdAt'> & { authorId: string; authorName: string; createdAt: Date }

/** What a claim said, newest first. */
export async function listClaimVersions(
  actor: Actor,
  claimId: string,
  { cursor: text, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: ClaimVersion[]; next: string | null }> {
  authoriseClaim(actor, 'claim:read', await findClaim(claimId))
  const before = place.read(text)
  const rows = await db.$queryRaw<Row[]>`
    SELECT v.id, v.number, v.type::text AS type, v.statement, v.terms, v."asOf", v.claimant, v."claimedOn", v."authorId",
      u.name AS "authorName", v."createdAt"
    FROM "ClaimVersion" v JOIN "User" u ON u.id = v."authorId"
    WHERE v."claimId" = ${claimId}::uuid ${before ? sql`AND v.number < ${before.number}` : empty}
    ORDER BY v.number DESC LIMIT ${limit + 1}`
  return paged(rows, limit, present, ({ number }) => place.write({ number }))
}

function present({ authorId, authorName, createdAt, ...row }: Row): ClaimVersion {
  return { ...row, author: { id: authorId, name: authorName }, createdAt: createdAt.toISOString() }
}
