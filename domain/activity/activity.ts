import { z } from 'zod'
import { Id, Moment } from '../endpoint'
import { Person } from '../people/person'
import { ACTIVITY_KINDS } from './words'

/** What something can have happened to, and where one looks at it. */
export const ACTIVITY_TOPICS = [
  'project',
  'label',
  'document',
  'annotation',
  'claim',
  'relation',
  'finding',
  'phase',
  'source',
  'attachment',
  'workspace',
  'person',
] as const
export type ActivityTopic = (typeof ACTIVITY_TOPICS)[number]

/** Something that happened in a project, with as much of what it happened to as its reader can see now. */
export const Activity = z.strictObject({
  at: Moment,
  kind: z.enum(ACTIVITY_KINDS),
  by: Person,
  /** Null for what is gone, or not theirs to see. */
  about: z
    .strictObject({
      topic: z.enum(ACTIVITY_TOPICS),
      text: z.string().describe('Its passage, statement, title or name; long ones are cut.'),
      href: z.string().nullable().describe('The page on which one sees it.'),
    })
    .nullable(),
  document: z.strictObject({ id: Id, title: z.string() }).nullable().describe('The one that a passage is in.'),
})
export type Activity = z.infer<typeof Activity>
