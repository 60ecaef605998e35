import { z } from 'zod'
import { Id, line, Moment, NewId, Version } from '../endpoint'
import { Person } from '../people/person'
import { Comment, CommentJson, ThreadState } from '../threads/thread'

/** The longest passage that one annotation may mark: about twenty printed pages. */
export const MOST_CHARACTERS = 50_000

export const Tag = line(60)
export const Tags = z.array(Tag).max(20, 'Please use at most 20 tags.')
export const Visibility = z.enum(['private', 'team'])

/**
 * What an annotator hands in. The id is theirs, so a retry is harmless; author and project are never taken from the
 * wire. `exact` is what they saw: the server holds it against the text.
 */
export const AnnotationDraft = z.strictObject({
  id: NewId,
  versionId: Id,
  start: z.int().nonnegative(),
  end: z.int().positive(),
  exact: z.string().min(1).max(MOST_CHARACTERS, 'Please mark a shorter passage: 50,000 characters at most.'),
  labelId: Id.nullable(),
  tags: Tags,
  visibility: Visibility,
  /** The first comment of its thread, if there is something to say already. */
  note: z.strictObject({ id: NewId, json: CommentJson }).nullable(),
})
export type AnnotationDraft = z.infer<typeof AnnotationDraft>

/** What anyone who may read an annotation sees (W3C Web Annotation: a target with its selectors, and bodies). */
export const Annotation = z.strictObject({
  id: Id,
  documentId: Id,
  versionId: Id,
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** On which pages of the file it stands, as they are cited: "p. 12"; empty where the file has none. */
  pages: z.string(),
  labelId: Id.nullable(),
  tags: z.array(z.string()),
  visibility: Visibility,
  author: Person,
  version: Version,
  createdAt: Moment,
  updatedAt: Moment,
  activeAt: Moment,
  /** Taken back after others had answered: the passage and the thread stay. */
  withdrawn: z.boolean(),
  /** The reader's own, made under a seal: nobody else sees it before the reveal. */
  held: z.boolean(),
  thread: ThreadState,
  /** The first comment, if there is one. */
  note: Comment.nullable(),
})
export type Annotation = z.infer<typeof Annotation>
