import { db, sql, type Sql, type Tx } from '../db'
import { allowRemoving } from '../removing'

/** So many things go at a time, each batch in a transaction of its own. */
const AT_ONCE = 50

/** Whether nothing that a team has settled rests on annotation `a`: claims, evidence, conflicts, corrections. */
const UNCITED: Sql = sql`NOT EXISTS (SELECT FROM "Occurrence" o WHERE o."annotationId" = a.id)
  AND NOT EXISTS (SELECT FROM "Evidence" e WHERE e."annotationId" = a.id)
  AND NOT EXISTS (SELECT FROM "Correction" k WHERE k."annotationId" = a.id)
  AND NOT EXISTS (SELECT FROM "ClaimRelation" r WHERE a.id IN (r."fromAnnotationId", r."toAnnotationId"))`

/**
 * Removes for good what has been in the trash of a workspace, or deleted in it, since before a moment: documents, annotations with
 * their threads, and comments that nobody replied to. What a claim, evidence, a correction or a finding cites stays, in the trash.
 */
export async function removeTrash(workspaceId: string, before: Date): Promise<void> {
  const documents = sql`SELECT d.id FROM "Document" d WHERE d."workspaceId" = ${workspaceId}::uuid AND d."trashedAt" < ${before}
    AND NOT EXISTS (SELECT FROM "Finding" f WHERE f."documentId" = d.id)
    AND NOT EXISTS (SELECT FROM "PhaseDocument" p WHERE p."documentId" = d.id AND p.open)
    AND NOT EXISTS (SELECT FROM "Annotation" a WHERE a."documentId" = d.id AND NOT (${UNCITED})) LIMIT 1`
  const annotations = sql`SELECT a.id FROM "Annotation" a WHERE a."workspaceId" = ${workspaceId}::uuid AND a."deletedAt" < ${before} AND ${UNCITED} LIMIT ${AT_ONCE}`
  const comments = sql`SELECT c.id FROM "Comment" c WHERE c."workspaceId" = ${workspaceId}::uuid AND c."deletedAt" < ${before}
    AND NOT EXISTS (SELECT FROM "Comment" r WHERE r."parentId" = c.id) LIMIT ${AT_ONCE}`
  await whileThereAre(documents, removeDocuments)
  await whileThereAre(annotations, removeAnnotations)
  await whileThereAre(comments, removeComments)
}

async function whileThereAre(found: Sql, remove: (tx: Tx, ids: Sql) => Promise<void>): Promise<void> {
  for (let more = true; more;) {
    more = await db.$transaction(async (tx) => {
      const rows = await tx.$queryRaw<{ id: string }[]>(found)
      if (rows.length === 0) return false
      await allowRemoving(tx)
      await remove(tx, sql`(SELECT unnest(${rows.map(({ id }) => id)}::uuid[]))`)
      return true
    })
  }
}

async function removeDocuments(tx: Tx, ids: Sql): Promise<void> {
  await removeAnnotations(tx, sql`(SELECT a.id FROM "Annotation" a WHERE a."documentId" IN ${ids})`)
  const versions = sql`(SELECT v.id FROM "DocumentVersion" v WHERE v."documentId" IN ${ids})`
  await tx.$executeRaw`DELETE FROM "ClearedSpan" WHERE "documentId" IN ${ids}`
  await tx.$executeRaw`DELETE FROM "PhaseDocument" WHERE "documentId" IN ${ids}`
  await tx.$executeRaw`DELETE FROM "Original" WHERE "versionId" IN ${versions}`
  await tx.$executeRaw`DELETE FROM "DocumentVersion" WHERE "documentId" IN ${ids}`
  await tx.$executeRaw`DELETE FROM "Event" WHERE "streamId" IN ${ids}`
  await tx.$executeRaw`DELETE FROM "Stream" WHERE id IN ${ids}`
  await tx.$executeRaw`DELETE FROM "Document" WHERE id IN ${ids}`
}

async function removeAnnotations(tx: Tx, ids: Sql): Promise<void> {
  await tx.$executeRaw`UPDATE "Comment" SET "parentId" = NULL WHERE "threadId" IN ${ids} AND "parentId" IS NOT NULL`
  await removeComments(tx, sql`(SELECT c.id FROM "Comment" c WHERE c."threadId" IN ${ids})`)
  await tx.$executeRaw`DELETE FROM "Notification" WHERE "topicId" IN ${ids}`
  await tx.$executeRaw`DELETE FROM "ThreadSight" WHERE "threadId" IN ${ids}`
  await tx.$executeRaw`DELETE FROM "Thread" WHERE id IN ${ids}`
  await tx.$executeRaw`DELETE FROM "Annotation" WHERE id IN ${ids}`
}

async function removeComments(tx: Tx, ids: Sql): Promise<void> {
  await tx.$executeRaw`DELETE FROM "Notification" WHERE kind IN ('mentioned', 'replied') AND subject IN ${ids}`
  await tx.$executeRaw`DELETE FROM "Mention" WHERE "commentId" IN ${ids}`
  await tx.$executeRaw`DELETE FROM "CommentRevision" WHERE "commentId" IN ${ids}`
  await tx.$executeRaw`DELETE FROM "Comment" WHERE id IN ${ids}`
}
