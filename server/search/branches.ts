import type { z } from 'zod'
import type { Actor } from '@/domain/permissions/policy'
import type { HitKind, SearchFilter } from '@/domain/search/search'
import { seenAnnotation, seenClaim, seenOccurrences, seenRelations } from '../claims/seen'
import { sql, type Sql } from '../db'
import { seenFindings } from '../findings/seen'
import { visibleTo } from '../visible-to'

export type Filter = z.output<z.ZodObject<typeof SearchFilter>>

/** What narrows a search down to some things of a kind; words, days and workspace do with every kind. */
type Narrowing = 'project' | 'document' | 'author' | 'label' | 'tag' | 'status' | 'state'
const NARROWINGS: readonly Narrowing[] = ['project', 'document', 'author', 'label', 'tag', 'status', 'state']

type Branch = {
  hit: HitKind
  /** What belongs to an entry `e` of this kind, and whether the actor can read it: stands behind `FROM "SearchEntry" e`. */
  seen: (actor: Actor) => Sql
  narrowed: { [N in Narrowing]?: (value: string, actor: Actor) => Sql }
}

const shownDocument = (actor: Actor): Sql => sql`${visibleTo.document(actor, 'd')} AND d."trashedAt" IS NULL`

const ofDocument: Branch = {
  hit: 'document',
  seen: (actor) => sql`JOIN "Document" d ON d.id = e.subject AND ${shownDocument(actor)}`,
  narrowed: {
    project: (id) => sql`d."projectId" = ${id}::uuid`,
    document: (id) => sql`d.id = ${id}::uuid`,
    author: (id) => sql`d."createdById" = ${id}::uuid`,
  },
}

const ofAnnotation = {
  label: (id: string) => sql`a."labelId" = ${id}::uuid`,
  tag: (tag: string) => sql`${tag.normalize('NFC')} = ANY(a.tags)`,
}

/** What a comment can be said about, each of which the actor has to be able to read. */
const topics = (actor: Actor): Sql => sql`CASE
  WHEN t."annotationId" IS NOT NULL THEN ${seenAnnotation(actor)} AND ${shownDocument(actor)}
  WHEN t."claimId" IS NOT NULL THEN ${seenClaim(actor, 'cl')}
  WHEN t."relationId" IS NOT NULL THEN EXISTS (SELECT FROM ${seenRelations(actor)} WHERE r.id = t."relationId")
  ELSE EXISTS (SELECT FROM ${seenFindings(actor)} AND fd."trashedAt" IS NULL AND f.id = t."findingId")
END`

/** How entries of each kind are found: a search goes through all of these. */
export const BRANCHES: Readonly<Record<'title' | 'passage' | 'annotation' | 'comment' | 'claim', Branch>> = {
  title: ofDocument,
  passage: ofDocument,
  annotation: {
    hit: 'annotation',
    seen: (actor) => sql`
      JOIN "Annotation" a ON a.id = e.subject AND a."withdrawnAt" IS NULL AND ${seenAnnotation(actor)}
      JOIN "Document" d ON d.id = a."documentId" AND ${shownDocument(actor)}`,
    narrowed: {
      ...ofAnnotation,
      project: (id) => sql`a."projectId" = ${id}::uuid`,
      document: (id) => sql`a."documentId" = ${id}::uuid`,
      author: (id) => sql`a."authorId" = ${id}::uuid`,
      status: (status) => sql`a.resolved = ${status === 'resolved'}`,
    },
  },
  comment: {
    hit: 'comment',
    seen: (actor) => sql`
      JOIN "Comment" c ON c.id = e.subject AND c."deletedAt" IS NULL AND ${visibleTo.members(actor, 'c')} AND ${visibleTo.held(actor, 'c')}
      JOIN "Thread" t ON t.id = c."threadId"
      LEFT JOIN "Annotation" a ON a.id = t."annotationId" LEFT JOIN "Document" d ON d.id = a."documentId"
      LEFT JOIN "Claim" cl ON cl.id = t."claimId"
      LEFT JOIN "ClaimRelation" re ON re.id = t."relationId" LEFT JOIN "Finding" fi ON fi.id = t."findingId"`,
    narrowed: {
      ...ofAnnotation,
      project: (id) => sql`COALESCE(a."projectId", cl."projectId", re."projectId", fi."projectId") = ${id}::uuid`,
      document: (id) => sql`COALESCE(a."documentId", fi."documentId") = ${id}::uuid`,
      author: (id) => sql`c."authorId" = ${id}::uuid`,
      status: (status) => sql`t.status = ${status}::"ThreadStatus"`,
    },
  },
  claim: {
    hit: 'claim',
    seen: (actor) => sql`JOIN "Claim" cl ON cl.id = e.subject AND ${seenClaim(actor, 'cl')}`,
    narrowed: {
      project: (id) => sql`cl."projectId" = ${id}::uuid`,
      document: (id, actor) =>
        sql`EXISTS (SELECT FROM ${seenOccurrences(actor)} WHERE o."claimId" = cl.id AND d.id = ${id}::uuid)`,
      author: (id) => sql`cl."authorId" = ${id}::uuid`,
      state: (state) => sql`cl.state = ${state}::"ClaimState"`,
    },
  },
}
export type EntryKind = keyof typeof BRANCHES
export const ENTRY_KINDS = Object.keys(BRANCHES) as EntryKind[]

/** The conditions of a filter on things of a kind; null where it says nothing of such things. */
export function conditions(kind: EntryKind, filter: Filter, actor: Actor): Sql[] | null {
  const { narrowed } = BRANCHES[kind]
  const used = NARROWINGS.filter((name) => filter[name] !== undefined)
  if (used.some((name) => !narrowed[name])) return null
  const topic = kind === 'comment' ? [topics(actor)] : []
  return [...topic, ...used.flatMap((name) => narrowed[name]?.(String(filter[name]), actor) ?? [])]
}

/** When entries `e` were made, as a filter has it. */
export function days({ from, to }: Filter): Sql[] {
  const after = from ? [sql`e.at >= ${new Date(from)}`] : []
  return to ? [...after, sql`e.at < ${new Date(to)}::timestamptz + interval '1 day'`] : after
}
