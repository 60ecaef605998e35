import type { Actor, Permission } from '@/domain/permissions/policy'
import { authorise } from '@/domain/permissions/authorise'
import { can } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import type { CommentJson } from '@/domain/threads/thread'
import type { Prisma } from '@/prisma/client/client'
import { findAnnotationOfComment, type AnnotationFacts } from '../annotations/find-annotation'
import { db, type Tx } from '../db'

/** A comment with what the policy and its changes turn on. */
export type CommentFacts = {
  id: string
  workspaceId: string
  authorId: string
  private: boolean
  trashed: boolean
  json: CommentJson & Prisma.InputJsonObject
  text: string
  version: number
  createdAt: Date
  editedAt: Date | null
  deleted: boolean
  /** What its thread is about. */
  annotation: AnnotationFacts
}

/**
 * A comment, deleted ones too, or null; also null with its annotation. With `tx` the annotation is locked first, which
 * holds still the whole thread.
 */
export async function findComment(commentId: string, tx?: Tx): Promise<CommentFacts | null> {
  const annotation = await findAnnotationOfComment(commentId, tx)
  if (!annotation || annotation.deleted) return null
  const row = await (tx ?? db).comment.findUnique({ where: { id: commentId } })
  if (!row) return null
  const { id, workspaceId, authorId, text, version, createdAt, editedAt } = row
  const json = row.json as CommentFacts['json']
  const facts = { id, workspaceId, authorId, json, text, version, createdAt, editedAt, deleted: row.deletedAt !== null }
  return { ...facts, private: annotation.private, trashed: annotation.trashed, annotation }
}

/** Like `authorise`: a deleted comment is not found, except, with `orDeleted`, by those who may do this to it. */
export function authoriseComment(
  actor: Actor,
  permission: Permission,
  found: CommentFacts | null,
  { orDeleted = false } = {},
): asserts found is CommentFacts {
  if (found?.deleted && !(orDeleted && can(actor, permission, found))) throw notFound('comment')
  authorise(actor, permission, found, 'comment')
}
