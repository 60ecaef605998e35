import { sql, type Sql, type Tx } from '../db'

/**
 * Every table that has a person's id as `userId`, and what becomes of their rows there when they are erased: they go, or stay as
 * part of what a team has decided, under a name that is nobody's. A test holds this against the database.
 */
export const OF_A_PERSON: Readonly<Record<string, 'goes' | 'stays'>> = {
  Session: 'goes',
  LinkedAccount: 'goes',
  MailedLink: 'goes',
  SecondFactor: 'goes',
  RecoveryCode: 'goes',
  SignInStep: 'goes',
  ApiToken: 'goes',
  Membership: 'goes',
  ThreadSight: 'goes',
  Notification: 'goes',
  NotificationChoice: 'goes',
  Mail: 'goes',
  IdempotentAnswer: 'goes',
  /** What they were called stands in the comment itself by then. */
  Mention: 'stays',
  /** A key that had its effect is part of the claim's history; others go, below. */
  Clearance: 'stays',
  RoundReviewer: 'stays',
  SignOff: 'stays',
  Overruling: 'stays',
}

/** Removes what is someone's own and nobody else's: what they have, and what nobody else was ever to see. */
export async function forget(tx: Tx, { id: userId, email }: { id: string; email: string }): Promise<void> {
  const me = sql`${userId}::uuid`
  await tx.$executeRaw`DELETE FROM "MailedLink" WHERE ${email} IN (email, formerly)`
  const statements = [...privateWork(me), ...traces(me)]
  for (const statement of statements) await tx.$executeRaw(statement)
  for (const [table, fate] of Object.entries(OF_A_PERSON)) {
    if (fate === 'goes') await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "userId" = $1::uuid`, userId)
  }
}

/** Private annotations with their threads, what was said in a round that was called off, keys that nobody followed. */
function privateWork(me: Sql): Sql[] {
  const annotations = sql`(SELECT a.id FROM "Annotation" a WHERE a."authorId" = ${me} AND a.visibility = 'private'
    AND NOT EXISTS (SELECT FROM "Occurrence" o WHERE o."annotationId" = a.id)
    AND NOT EXISTS (SELECT FROM "Evidence" e WHERE e."annotationId" = a.id)
    AND NOT EXISTS (SELECT FROM "Correction" k WHERE k."annotationId" = a.id)
    AND NOT EXISTS (SELECT FROM "ClaimRelation" r WHERE a.id IN (r."fromAnnotationId", r."toAnnotationId")))`
  const off = sql`held AND "sealId" IN (SELECT s.id FROM "Seal" s WHERE s."cancelledAt" IS NOT NULL)`
  const comments = sql`(SELECT c.id FROM "Comment" c
    WHERE c."threadId" IN ${annotations} OR c."authorId" = ${me} AND ${off})`
  return [
    sql`DELETE FROM "Mention" WHERE "commentId" IN ${comments}`,
    sql`DELETE FROM "CommentRevision" WHERE "commentId" IN ${comments}`,
    sql`DELETE FROM "CommentRevision" r USING "Comment" c WHERE c.id = r."commentId" AND r.private AND c."authorId" = ${me}`,
    sql`DELETE FROM "Comment" WHERE id IN ${comments}`,
    sql`DELETE FROM "ThreadSight" WHERE "threadId" IN ${annotations}`,
    sql`DELETE FROM "Thread" WHERE id IN ${annotations}`,
    sql`DELETE FROM "Annotation" WHERE id IN ${annotations}`,
    sql`DELETE FROM "VerdictEvidence" WHERE "verdictId" IN (SELECT v.id FROM "Verdict" v WHERE v."authorId" = ${me} AND ${off})`,
    sql`DELETE FROM "Verdict" WHERE "authorId" = ${me} AND ${off}`,
    sql`DELETE FROM "Reaction" WHERE "authorId" = ${me} AND ${off}`,
    sql`DELETE FROM "Appraisal" WHERE "raterId" = ${me} AND ${off}`,
    sql`DELETE FROM "SourceGrade" WHERE "raterId" = ${me} AND ${off}`,
    sql`DELETE FROM "Attachment" t WHERE t."authorId" = ${me}
      AND NOT EXISTS (SELECT FROM "Evidence" e WHERE e."attachmentId" = t.id)`,
    sql`DELETE FROM "Clearance" k USING "Claim" c WHERE c.id = k."claimId" AND k."userId" = ${me} AND c.state <> 'cleared'`,
  ]
}

/** Where they were, what waits for them, what others noted of them, and what the log says of them that is no workspace's. */
function traces(me: Sql): Sql[] {
  return [
    sql`DELETE FROM "Event" WHERE "streamId" = ${me}`,
    sql`DELETE FROM "AuditEntry" WHERE "workspaceId" IS NULL AND ("actorId" = ${me} OR "actorId" IS NULL AND subject = ${me})`,
    sql`UPDATE "AuditEntry" SET address = '' WHERE "actorId" = ${me} AND address <> ''`,
    sql`UPDATE "Thread" SET "assigneeId" = NULL, "dueOn" = '' WHERE "assigneeId" = ${me} AND status = 'open'`,
    sql`UPDATE "Invitation" SET email = '', note = '' WHERE "redeemedById" = ${me}`,
    sql`UPDATE "Invitation" SET "revokedAt" = now() WHERE "createdById" = ${me} AND "redeemedAt" IS NULL AND "revokedAt" IS NULL`,
  ]
}
