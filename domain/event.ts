import { z } from 'zod'
import { Id, Moment } from './endpoint'

/** What can happen. An event names its subject and never its text. */
export const EVENT_KINDS = [
  'workspace.created',
  'workspace.renamed',
  'member.joined',
  'member.changed',
  'member.removed',
  'invitation.created',
  'invitation.revoked',
  'project.created',
  'project.updated',
  'label.created',
  'label.updated',
  'label.retired',
  'document.imported',
  'document.renamed',
  'document.trashed',
  'document.restored',
  'annotation.created',
  'annotation.updated',
  'annotation.shared',
  'annotation.deleted',
  'annotation.withdrawn',
  'annotation.restored',
  'comment.created',
  'comment.edited',
  'comment.deleted',
  'comment.restored',
  'thread.resolved',
  'thread.reopened',
  'person.renamed',
  'password.changed',
  'session.revoked',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** One entry of a stream; `seq` counts from 1 without gaps. */
export const Event = z.strictObject({
  seq: z.int(),
  kind: z.enum(EVENT_KINDS),
  subject: Id,
  actorId: Id,
  at: Moment,
})
export type Event = z.infer<typeof Event>
