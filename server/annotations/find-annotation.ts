import { authorise } from '@/domain/permissions/authorise'
import type { Actor, Permission } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { db, empty, sql, type Sql, type Tx } from '../db'

/** What the policy and the changes of an annotation turn on; of its thread and comments too. */
export type AnnotationFacts = {
  id: string
  workspaceId: string
  projectId: string
  documentId: string
  authorId: string
  private: boolean
  /** Of the document. */
  trashed: boolean
  labelId: string | null
  version: number
  withdrawn: boolean
  deleted: boolean
}

/**
 * The facts about an annotation, deleted ones too, or null. With `tx` its row is locked until the transaction ends:
 * whoever changes an annotation, its thread or its comments holds this lock first, so none of them overtakes another.
 */
export function findAnnotation(id: string, tx?: Tx): Promise<AnnotationFacts | null> {
  return find(sql`${id}::uuid`, tx)
}

/** The same of the annotation that a comment's thread is about. */
export function findAnnotationOfComment(commentId: string, tx?: Tx): Promise<AnnotationFacts | null> {
  return find(sql`(SELECT c."threadId" FROM "Comment" c WHERE c.id = ${commentId}::uuid)`, tx)
}

async function find(id: Sql, tx?: Tx): Promise<AnnotationFacts | null> {
  const [row] = await (tx ?? db).$queryRaw<AnnotationFacts[]>`
    SELECT a.id, a."workspaceId", a."projectId", a."documentId", a."authorId", a."labelId", a.version,
      a.visibility = 'private' AS private, d."trashedAt" IS NOT NULL AS trashed,
      a."withdrawnAt" IS NOT NULL AS withdrawn, a."deletedAt" IS NOT NULL AS deleted
    FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId"
    WHERE a.id = ${id} ${tx ? sql`FOR NO KEY UPDATE OF a` : empty}`
  return row ?? null
}

/** Like `authorise`, of an annotation or its thread: one that was deleted is not found. */
export function authoriseAnnotation(
  actor: Actor,
  permission: Permission,
  found: AnnotationFacts | null,
  noun: 'annotation' | 'thread' = 'annotation',
): asserts found is AnnotationFacts {
  if (found?.deleted) throw notFound(noun)
  authorise(actor, permission, found, noun)
}
