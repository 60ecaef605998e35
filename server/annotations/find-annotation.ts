import { authorise } from '@/domain/permissions/authorise'
import type { Actor, Permission } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { db, empty, sql, type Tx } from '../db'

/** What the policy and the changes of an annotation turn on. */
export type AnnotationFacts = {
  id: string
  workspaceId: string
  projectId: string
  documentId: string
  authorId: string
  private: boolean
  held: boolean
  /** Of the document, as is the phase that is open on it, if one is. */
  trashed: boolean
  phaseId: string | null
  labelId: string | null
  version: number
  withdrawn: boolean
  deleted: boolean
}

/**
 * The facts about an annotation, deleted ones too, or null. With `tx` its row is locked until the transaction ends:
 * whoever changes an annotation, its thread or its comments holds this lock first, so none of them overtakes another.
 */
export async function findAnnotation(id: string, tx?: Tx): Promise<AnnotationFacts | null> {
  const [row] = await (tx ?? db).$queryRaw<AnnotationFacts[]>`
    SELECT a.id, a."workspaceId", a."projectId", a."documentId", a."authorId", a."labelId", a.version, a.held,
      a.visibility = 'private' AS private, d."trashedAt" IS NOT NULL AS trashed,
      (SELECT p."sealId" FROM "PhaseDocument" p WHERE p."documentId" = a."documentId" AND p.open) AS "phaseId",
      a."withdrawnAt" IS NOT NULL AS withdrawn, a."deletedAt" IS NOT NULL AS deleted
    FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId"
    WHERE a.id = ${id}::uuid ${tx ? sql`FOR NO KEY UPDATE OF a` : empty}`
  return row ?? null
}

/** Like `authorise`, of an annotation: one that was deleted is not found. */
export function authoriseAnnotation(
  actor: Actor,
  permission: Permission,
  found: AnnotationFacts | null,
): asserts found is AnnotationFacts {
  if (found?.deleted) throw notFound('annotation')
  authorise(actor, permission, found, 'annotation')
}
