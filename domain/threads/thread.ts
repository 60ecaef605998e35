import { z } from 'zod'
import { Id, Moment, Version } from '../endpoint'
import { Person } from '../people/person'
import { Reaction } from './reaction'

/** Tiptap JSON as it comes off the wire: only its outline; `content/check.ts` checks the rest. */
export const CommentJson = z.looseObject({ type: z.literal('doc') })
export type CommentJson = z.infer<typeof CommentJson>

/** One contribution to a thread. Of a deleted one that has replies, only its place is left (a tombstone). */
export const Comment = z.strictObject({
  id: Id,
  threadId: Id,
  parentId: Id.nullable(),
  author: Person,
  json: CommentJson.nullable(),
  version: Version,
  createdAt: Moment,
  editedAt: Moment.nullable(),
  deleted: z.boolean(),
  /** The reader's own, made under a seal: nobody else sees it before the reveal. */
  held: z.boolean(),
  reactions: z.array(Reaction),
})
export type Comment = z.infer<typeof Comment>

/** What a comment said until it was edited. */
export const CommentRevision = z.strictObject({ version: Version, json: CommentJson, writtenAt: Moment })
export type CommentRevision = z.infer<typeof CommentRevision>

/** Where a talk stands. `version` is 0 as long as nobody has said or resolved anything. */
export const ThreadState = z.strictObject({
  status: z.enum(['open', 'resolved']),
  reason: z.string(),
  resolvedBy: Person.nullable(),
  resolvedAt: Moment.nullable(),
  /** Who is to see to it, and by which day; empty for no day. */
  assignee: Person.nullable(),
  dueOn: z.string(),
  version: z.int().nonnegative(),
  /** Comments that can be read, tombstones left out. */
  comments: z.int(),
})
export type ThreadState = z.infer<typeof ThreadState>

/** Whom a thread is given to: a day only where it is given to someone. `version` is the thread's, 0 before it has one. */
export const Assignment = z
  .strictObject({
    version: z.int32().nonnegative(),
    assigneeId: Id.nullable(),
    dueOn: z.iso.date('Please give a day.').or(z.literal('')),
  })
  .refine(({ assigneeId, dueOn }) => assigneeId !== null || dueOn === '', {
    path: ['dueOn'],
    error: 'A day is for someone: please say who is to see to it.',
  })
export type Assignment = z.infer<typeof Assignment>
