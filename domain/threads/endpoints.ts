import { z } from 'zod'
import { Done, endpoint, Id, NewId, page, Paging, prose, Version } from '../endpoint'
import { REACTION_KINDS } from './reactions'
import { Assignment, Comment, CommentJson, CommentRevision, ThreadState } from './thread'

const thread = z.strictObject({ threadId: Id })
const comment = z.strictObject({ commentId: Id })
const reaction = comment.extend({ reaction: z.enum(REACTION_KINDS) })

export const threadEndpoints = {
  'GET /threads/{threadId}': endpoint({
    summary: 'Where the thread of an annotation stands; a thread has the id of what it is about.',
    permission: 'thread:read',
    params: thread,
    answer: ThreadState,
  }),
  'GET /threads/{threadId}/comments': endpoint({
    summary: 'The comments of a thread in the order in which they were made.',
    permission: 'thread:read',
    params: thread,
    query: z.strictObject(Paging),
    answer: page(Comment),
  }),
  'POST /threads/{threadId}/comments': endpoint({
    summary: 'Reply, to the thread or to one of its comments.',
    permission: 'thread:reply',
    params: thread,
    body: z.strictObject({ id: NewId, parentId: Id.nullable(), json: CommentJson }),
    answer: Comment,
  }),
  'POST /threads/{threadId}/resolve': endpoint({
    summary: 'Resolve a thread with a reason.',
    permission: 'thread:resolve',
    params: thread,
    body: z.strictObject({ reason: prose(2000) }),
    answer: ThreadState,
  }),
  'POST /threads/{threadId}/reopen': endpoint({
    summary: 'Reopen a thread.',
    permission: 'thread:resolve',
    params: thread,
    answer: ThreadState,
  }),
  'PUT /threads/{threadId}/assignment': endpoint({
    summary: 'Give a thread to someone to see to, with a day if there is one; or to nobody.',
    permission: 'thread:resolve',
    params: thread,
    body: Assignment,
    answer: ThreadState,
  }),
  'POST /threads/{threadId}/seen': endpoint({
    summary:
      'Note how far I have read a thread. It is told to nobody, but a review counts what its reviewers knew before.',
    permission: 'thread:read',
    params: thread,
    answer: Done,
  }),
  'PATCH /comments/{commentId}': endpoint({
    summary: 'Edit a comment; what it said stays in its history.',
    permission: 'comment:update',
    params: comment,
    body: z.strictObject({ version: Version, json: CommentJson }),
    answer: Comment,
  }),
  'DELETE /comments/{commentId}': endpoint({
    summary: 'Delete a comment; one with replies leaves a tombstone.',
    permission: 'comment:delete',
    params: comment,
    answer: Done,
  }),
  'POST /comments/{commentId}/restore': endpoint({
    summary: 'Undo the deletion of a comment.',
    permission: 'comment:delete',
    params: comment,
    answer: Comment,
  }),
  'PUT /comments/{commentId}/reactions/{reaction}': endpoint({
    summary: 'React to a comment without words; once in each way.',
    permission: 'thread:reply',
    params: reaction,
    answer: Comment,
  }),
  'DELETE /comments/{commentId}/reactions/{reaction}': endpoint({
    summary: 'Take back a reaction.',
    permission: 'thread:reply',
    params: reaction,
    answer: Comment,
  }),
  'GET /comments/{commentId}/revisions': endpoint({
    summary: 'What a comment said before it was edited, newest first.',
    permission: 'thread:read',
    params: comment,
    query: z.strictObject(Paging),
    answer: page(CommentRevision),
  }),
}
