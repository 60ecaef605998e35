import { RANK, type Role } from '@/domain/permissions/role'
import { Refusal } from '@/domain/refusal'
import { sql, type Sql, type Tx } from '../db'

/** Judging is for these and above, as the policy has it for those who submit. */
const LEAST: Role = 'analyst'

/** Refuses, naming the field, to ask someone who is no member of the workspace or may not judge. */
export async function requireJudges(
  tx: Tx,
  workspaceId: string,
  userIds: readonly string[],
  field: string,
): Promise<void> {
  const members = await tx.membership.findMany({
    where: { workspaceId, userId: { in: [...userIds] } },
    select: { userId: true, role: true, user: { select: { name: true } } },
  })
  const reader = members.find(({ role }) => RANK[role] < RANK[LEAST])
  if (reader) throw unfit(field, `${reader.user.name} only reads here. Reviewers are analysts, or above.`)
  if (members.length < userIds.length)
    throw unfit(field, 'Someone of these is not a member of this workspace. Please choose again.')
}

function unfit(field: string, message: string): Refusal {
  return new Refusal('invalid', message, { fields: [{ field, message }] })
}

/** Of these people those who may judge in the workspace now. */
export async function judgesAmong(tx: Tx, workspaceId: string, userIds: readonly string[]): Promise<string[]> {
  const members = await tx.membership.findMany({ where: { workspaceId, userId: { in: [...userIds] } } })
  return members.filter(({ role }) => RANK[role] >= RANK[LEAST]).map(({ userId }) => userId)
}

type Asked = { id: string; workspaceId: string; claimId: string }

/**
 * Asks people for a verdict in a round, and keeps what they had written and seen about its claim before: comments that
 * all can read now. It is counted here, since later on nobody could tell before from after.
 */
export async function askReviewers(tx: Tx, round: Asked, userIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    WITH said AS (${saidAbout(round.claimId)})
    INSERT INTO "RoundReviewer" ("roundId", "userId", "workspaceId", written, seen)
    SELECT ${round.id}::uuid, who.id, ${round.workspaceId}::uuid,
      (SELECT count(*)::int FROM said WHERE said."authorId" = who.id),
      (SELECT count(*)::int FROM said JOIN "ThreadSight" s ON s."threadId" = said."threadId"
        WHERE s."userId" = who.id AND said."authorId" <> who.id AND said.at <= s."seenAt")
    FROM unnest(${[...userIds]}::uuid[]) who (id)`)
}

/** The comments that all can read in the threads about a claim; `at`, from when they could. */
const saidAbout = (claimId: string): Sql => sql`
  SELECT c."threadId", c."authorId", GREATEST(c."createdAt", s."revealedAt") AS at
  FROM "Comment" c LEFT JOIN "Seal" s ON s.id = c."sealId"
  WHERE NOT c.held AND c."deletedAt" IS NULL AND c."threadId" IN (
    SELECT ${claimId}::uuid
    UNION SELECT f.id FROM "Finding" f WHERE f."claimId" = ${claimId}::uuid
    UNION SELECT r.id FROM "ClaimRelation" r
      WHERE ${claimId}::uuid IN (r."fromId", r."toId") AND r."removedAt" IS NULL AND NOT r.held
    UNION SELECT a.id FROM "Occurrence" o JOIN "Annotation" a ON a.id = o."annotationId"
      JOIN "Document" d ON d.id = a."documentId" AND d."trashedAt" IS NULL
      WHERE o."claimId" = ${claimId}::uuid AND o."removedAt" IS NULL AND NOT o.held
        AND a."deletedAt" IS NULL AND a.visibility = 'team' AND NOT a.held)`
