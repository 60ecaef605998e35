import { Prisma } from '@/prisma/client/client'
import { db, sql, type Sql } from '../db'
import { allowRemoving } from '../removing'

/** So many rows go at a time, each time in a transaction of its own; of those that hold files and texts fewer. */
const AT_ONCE = 1000
const FEW = 20

/**
 * Every table of a workspace, what points to others first. A test holds it against the database. `few` are those whose rows are
 * large; `loose` are columns by which rows of a table point to each other, which are let go of first.
 */
export const ORDER: readonly { table: string; few?: true; loose?: readonly string[] }[] = [
  { table: 'SearchEntry' },
  { table: 'Notification' },
  { table: 'Mention' },
  { table: 'Reaction' },
  { table: 'CommentRevision' },
  { table: 'Comment', loose: ['parentId'] },
  { table: 'ThreadSight' },
  { table: 'Thread' },
  { table: 'VerdictEvidence' },
  { table: 'Verdict' },
  { table: 'RoundReviewer' },
  { table: 'Round' },
  { table: 'Review' },
  { table: 'Clearance' },
  { table: 'Appraisal' },
  { table: 'Evidence' },
  { table: 'Question' },
  { table: 'SourceGrade' },
  { table: 'Source', loose: ['originId'] },
  { table: 'Correction' },
  { table: 'Overruling' },
  { table: 'SignOff' },
  { table: 'Dissent' },
  { table: 'FindingVersion', few: true },
  { table: 'Finding' },
  { table: 'Outcome' },
  { table: 'Occurrence' },
  { table: 'ClaimRelation' },
  { table: 'ClaimVersion' },
  { table: 'Claim', loose: ['duplicateOfId', 'splitFromId'] },
  { table: 'ClearedSpan' },
  { table: 'PhaseDocument' },
  { table: 'Annotation' },
  { table: 'Attachment', few: true },
  { table: 'Original', few: true },
  { table: 'DocumentVersion', few: true },
  { table: 'Document' },
  { table: 'Seal' },
  { table: 'Label' },
  { table: 'Project' },
  { table: 'Invitation' },
  { table: 'WorkspaceExport' },
  { table: 'ApiToken' },
  { table: 'WebhookDelivery' },
  { table: 'WebhookCursor' },
  { table: 'WebhookProgress' },
  { table: 'Webhook' },
  { table: 'AuditEntry' },
  { table: 'Membership' },
]

/**
 * Removes a workspace for good, with everything in it, a batch at a time: it may be stopped at any moment and goes on the next
 * time. What the machinery kept of it goes first: streams, mails, choices, and answers to its members, which may quote it.
 */
export async function removeWorkspace(workspaceId: string): Promise<void> {
  const here = sql`"workspaceId" = ${workspaceId}::uuid`
  const streams = sql`(SELECT ${workspaceId}::uuid UNION ALL SELECT id FROM "Project" WHERE ${here}
    UNION ALL SELECT id FROM "Document" WHERE ${here} UNION ALL SELECT id FROM "Claim" WHERE ${here})`
  const members = sql`(SELECT m."userId" FROM "Membership" m WHERE m."workspaceId" = ${workspaceId}::uuid)`
  await batches('Event', sql`"streamId" IN ${streams}`)
  await batches('Stream', sql`id IN ${streams}`)
  await batches(
    'Mail',
    sql`about IN (SELECT id FROM "Notification" WHERE ${here} UNION ALL SELECT id FROM "Invitation" WHERE ${here})`,
  )
  await batches('NotificationChoice', sql`"scopeId" IN (SELECT id FROM "Project" WHERE ${here})`)
  await batches(
    'IdempotentAnswer',
    sql`"userId" IN ${members} AND "createdAt" <= (SELECT w."deletedAt" FROM "Workspace" w WHERE w.id = ${workspaceId}::uuid)`,
  )
  for (const { table, few, loose = [] } of ORDER) {
    for (const column of loose) await letGo(table, column, here)
    await batches(table, here, few ? FEW : AT_ONCE)
  }
  await db.workspace.deleteMany({ where: { id: workspaceId } })
}

/** Removes the rows of a table that are meant, some at a time; how many there were. */
export async function batches(table: string, where: Sql, limit = AT_ONCE): Promise<number> {
  const name = Prisma.raw(`"${table}"`)
  for (let all = 0; ;) {
    const count = await db.$transaction(async (tx) => {
      await allowRemoving(tx)
      return tx.$executeRaw`DELETE FROM ${name} WHERE ctid IN (SELECT ctid FROM ${name} WHERE ${where} LIMIT ${limit})`
    })
    all += count
    if (count < limit) return all
  }
}

async function letGo(table: string, column: string, where: Sql): Promise<void> {
  const [name, of] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
  await db.$executeRaw`UPDATE ${name} SET ${of} = NULL WHERE ${where} AND ${of} IS NOT NULL`
}
