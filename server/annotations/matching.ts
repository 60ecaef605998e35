import type { AnnotationFilter } from '@/domain/annotations/endpoints'
import type { Actor } from '@/domain/permissions/policy'
import { empty, join, sql, type Sql } from '../db'
import { containing } from '../like'
import { talked } from '../threads/present'
import { visibleTo } from '../visible-to'

/**
 * The condition on "Annotation" rows `a` of a document, which the actor can read, to be theirs to see and to match the
 * filter. The list and the painted spans share it, so that they always show the same.
 */
export function matching(actor: Actor, documentId: string, filter: AnnotationFilter): Sql {
  return join(
    [
      sql`a."documentId" = ${documentId}::uuid AND a."deletedAt" IS NULL AND ${visibleTo.annotation(actor, 'a')}`,
      ...conditions(actor, filter),
    ],
    ' AND ',
  )
}

function conditions(actor: Actor, { label, tag, author, status, visibility, text }: AnnotationFilter): Sql[] {
  const words = text?.trim()
  return [
    label && (label === 'none' ? sql`a."labelId" IS NULL` : sql`a."labelId" = ${label}::uuid`),
    tag && sql`${tag.normalize('NFC')} = ANY(a.tags)`,
    author && sql`a."authorId" = ${author}::uuid`,
    status && sql`a.resolved = ${status === 'resolved'}`,
    visibility && sql`a.visibility = ${visibility}::"Visibility"`,
    words && says(actor, containing(words)),
  ].filter((condition) => typeof condition === 'object')
}

/** Whether the passage, a tag or a comment that the actor can read has a part like `pattern`; case does not matter. */
function says(actor: Actor, pattern: string): Sql {
  return sql`(a.exact ILIKE ${pattern} OR EXISTS (SELECT FROM unnest(a.tags) tag WHERE tag ILIKE ${pattern})
    OR ${talked(actor)} AND EXISTS (
      SELECT FROM "Comment" c
      WHERE c."threadId" = a.id AND c."deletedAt" IS NULL AND ${visibleTo.held(actor, 'c')} AND c.text ILIKE ${pattern}))`
}

/** Only these annotations, where any are named. */
export const among = (ids: readonly string[] | undefined): Sql => (ids ? sql`AND a.id = ANY(${ids}::uuid[])` : empty)
