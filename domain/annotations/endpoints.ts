import { z } from 'zod'
import { Done, endpoint, Id, page, Paging, Version } from '../endpoint'
import { Annotation, AnnotationDraft, Tag, Tags } from './annotation'
import { Spans } from './spans'

const document = z.strictObject({ documentId: Id })
const annotation = z.strictObject({ annotationId: Id })

/** What the annotations of a document can be narrowed to; the same for the list and for what is painted. */
const Filter = {
  label: z.union([Id, z.literal('none')]).optional(),
  tag: Tag.optional(),
  author: Id.optional(),
  status: z.enum(['open', 'resolved']).optional(),
  visibility: z.enum(['private', 'team']).optional(),
  /** Part of the passage, the tags or a comment. */
  text: z.string().max(200).optional(),
}
export const AnnotationFilter = z.strictObject(Filter)
export type AnnotationFilter = z.infer<typeof AnnotationFilter>

export const annotationEndpoints = {
  'GET /documents/{documentId}/spans': endpoint({
    summary: 'Where all annotations of a document lie, in columns, for painting.',
    permission: 'document:read',
    params: document,
    query: z.strictObject(Filter),
    kept: true,
    answer: Spans,
  }),
  'GET /documents/{documentId}/annotations': endpoint({
    summary: 'The annotations of a document, by position or by activity.',
    permission: 'document:read',
    params: document,
    query: z.strictObject({
      ...Paging,
      ...Filter,
      sort: z.enum(['position', 'activity']).default('position'),
      /** Only these, comma-separated, at most 200: what the margin is about to show. */
      ids: z
        .string()
        .transform((ids) => ids.split(','))
        .pipe(z.array(Id).max(200))
        .optional(),
    }),
    answer: page(Annotation),
  }),
  'POST /documents/{documentId}/annotations': endpoint({
    summary: 'Annotate a passage.',
    permission: 'document:annotate',
    params: document,
    body: AnnotationDraft,
    answer: Annotation,
  }),
  'GET /annotations/{annotationId}': endpoint({
    summary: 'One annotation.',
    permission: 'annotation:read',
    params: annotation,
    answer: Annotation,
  }),
  'PATCH /annotations/{annotationId}': endpoint({
    summary: 'Change label and tags.',
    permission: 'annotation:update',
    params: annotation,
    body: z.strictObject({ version: Version, labelId: Id.nullable(), tags: Tags }),
    answer: Annotation,
  }),
  'POST /annotations/{annotationId}/share': endpoint({
    summary: 'Show a private annotation and its thread to the team. There is no way back.',
    permission: 'annotation:share',
    params: annotation,
    answer: Annotation,
  }),
  'DELETE /annotations/{annotationId}': endpoint({
    summary: 'Delete an annotation; one that others answered stays as withdrawn.',
    permission: 'annotation:delete',
    params: annotation,
    answer: Done,
  }),
  'POST /annotations/{annotationId}/restore': endpoint({
    summary: 'Undo a deletion or withdrawal.',
    permission: 'annotation:delete',
    params: annotation,
    answer: Annotation,
  }),
}
