import { z } from 'zod'
import { Id, Moment } from '../endpoint'
import { Person } from '../people/person'
import { NOTICE_KINDS, NOTICE_TOPICS } from './words'

/** Something that happened to someone, as they may read it now. */
export const Notification = z.strictObject({
  id: Id,
  kind: z.enum(NOTICE_KINDS),
  at: Moment,
  read: z.boolean(),
  /** Who did it. */
  by: Person,
  /** What it leads to, by its name: a document's title, what a claim says. */
  topic: z.enum(NOTICE_TOPICS),
  topicId: Id,
  title: z.string(),
  /** Null of a workspace. */
  project: z.strictObject({ id: Id, name: z.string() }).nullable(),
  /** What was written, or the passage that it is about; empty where that is the title. */
  excerpt: z.string(),
})
export type Notification = z.infer<typeof Notification>
