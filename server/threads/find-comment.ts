import type { Actor, Permission } from '@/domain/permissions/policy'
import { authorise } from '@/domain/permissions/authorise'
import { can } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import type { CommentJson } from '@/domain/threads/thread'
import type { Prisma } from '@/prisma/client/client'
import { db, type Tx } from '../db'
import { refuseSealed } from '../seals/seal-for'
import { findTopicOfComment, refuseClosed, type Topic } from './find-topic'

/** A comment with what the policy and its changes turn on. */
export type CommentFacts = {
  id: string
  workspaceId: string
  authorId: string
  private: boolean
  /** By a seal, itself or with all of its thread. */
  held: boolean
  /** The seal that holds the comment itself. */
  sealId: string | null
  /** Whether what is copied of its thread counts it: not while a seal holds it. */
  counted: boolean
  trashed: boolean
  json: CommentJson & Prisma.InputJsonObject
  text: string
  version: number
  createdAt: Date
  editedAt: Date | null
  deleted: boolean
  /** What its thread is about. */
  topic: Topic
}

/**
 * A comment, deleted ones too, or null; also null with what its thread is about. With `tx` that is locked first, which
 * holds still the whole thread.
 */
export async function findComment(commentId: string, tx?: Tx): Promise<CommentFacts | null> {
  const topic = await findTopicOfComment(commentId, tx)
  if (!topic || topic.deleted) return null
  const row = await (tx ?? db).comment.findUnique({ where: { id: commentId } })
  if (!row) return null
  const { id, workspaceId, authorId, text, version, createdAt, editedAt } = row
  const json = row.json as CommentFacts['json']
  const facts = { id, workspaceId, authorId, json, text, version, createdAt, editedAt, deleted: row.deletedAt !== null }
  const { private: alone, trashed } = topic
  return {
    ...facts,
    private: alone,
    held: topic.held || row.held,
    sealId: row.held ? row.sealId : null,
    counted: !row.held,
    trashed,
    topic,
  }
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

/** Refuses to change a comment that stands still until a reveal; what is held itself is its author's to change. */
export async function refuseStill(actor: Actor, { topic, held }: CommentFacts, tx: Tx): Promise<void> {
  refuseClosed(topic)
  if (!held) await refuseSealed(actor, topic, tx)
}
