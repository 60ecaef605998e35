import type { Annotation, AnnotationDraft } from '@/domain/annotations/annotation'
import { quote, splitsCharacter, type Quote } from '@/domain/annotations/selector'
import { authorise } from '@/domain/permissions/authorise'
import { can, type Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { db, empty, sql, type Sql } from '../db'
import { findDocument } from '../documents/find-document'
import { findVersion, type FrozenVersion } from '../documents/find-version'
import { recordAtOnce } from '../events'
import { commentContent, type CommentContent } from '../threads/comment-content'
import { visibleTo } from '../visible-to'
import { happenedAt } from './happened'
import { requireLabel } from './label'
import { distinctTags } from './tags'

/** What is written and answered: the draft with what only the server knows. */
type Made = {
  actor: Actor
  draft: AnnotationDraft
  version: FrozenVersion
  passage: Quote
  tags: string[]
  note: (CommentContent & { id: string }) | null
  at: Date
}

/**
 * Marks a passage of a version of a document, with the first comment of its thread if there is one.
 *
 * The text comes from the cache of frozen versions, and all that is written, with what it stands on (a document outside
 * the trash, a label of its project), is one statement. Refuses with `not-found` what the actor can't see, `conflict`
 * when the words are not at the offsets, and `invalid` when an offset lies within a character.
 */
export async function createAnnotation(actor: Actor, documentId: string, draft: AnnotationDraft): Promise<Annotation> {
  const version = await findVersionOf(documentId, draft.versionId)
  // Who may annotate is known without the database; who may not is told no more than what they may see now: of a
  // document in the trash not even that it is there.
  if (version && !can(actor, 'document:annotate', version)) {
    authorise(actor, 'document:annotate', await findDocument(documentId), 'document')
  }
  authorise(actor, 'document:annotate', version, 'document')
  const passage = passageOf(draft, version.text)
  const note = draft.note && { id: draft.note.id, ...commentContent(draft.note.json) }
  const made = { actor, draft, version, passage, note, tags: distinctTags(draft.tags), at: new Date() }
  const place = { ...version, authorId: actor.id, private: draft.visibility === 'private' }
  const happened = happenedAt(place, 'annotation.created', draft.id)
  const written = await recordAtOnce(actor, insertion(made), { answer: answer(made), happened })
  if (written) return written
  if (draft.labelId !== null) await requireLabel(db, version.projectId, draft.labelId)
  throw notFound('document')
}

async function findVersionOf(documentId: string, versionId: string): Promise<FrozenVersion | null> {
  const version = await findVersion(versionId)
  return version?.documentId === documentId ? version : null
}

function passageOf({ start, end, exact }: AnnotationDraft, text: string): Quote {
  const passage = quote({ start, end }, text)
  if (end - start !== exact.length || passage.exact !== exact) {
    throw new Refusal(
      'conflict',
      'These words are not at this place of the document. Please reload it and mark them again.',
    )
  }
  if (splitsCharacter(text, start) || splitsCharacter(text, end)) {
    throw new Refusal('invalid', 'This passage starts or ends within a character. Please mark whole characters.')
  }
  return passage
}

function insertion({ actor, draft, version, passage, tags, note, at }: Made): Sql {
  const { id, labelId } = draft
  const offered = sql`EXISTS (
    SELECT FROM "Label" l WHERE l.id = ${labelId}::uuid AND l."projectId" = d."projectId" AND l."retiredAt" IS NULL)`
  const talk = sql`, thread AS (
      INSERT INTO "Thread" (id, "workspaceId", "annotationId", "createdAt") SELECT id, "workspaceId", id, ${at} FROM changed
    ), comment AS (
      INSERT INTO "Comment" (id, "workspaceId", "threadId", "authorId", json, text, "createdAt")
      SELECT ${note?.id}::uuid, "workspaceId", id, ${actor.id}::uuid, ${JSON.stringify(note?.json)}::jsonb, ${note?.text}, ${at}
      FROM changed
    )`
  return sql`
    changed AS (
      INSERT INTO "Annotation" (id, "workspaceId", "projectId", "documentId", "versionId", start, "end", exact, prefix,
        suffix, "labelId", tags, visibility, "authorId", "createdAt", "updatedAt", "activeAt", comments)
      SELECT ${id}::uuid, d."workspaceId", d."projectId", d.id, ${version.id}::uuid, ${draft.start}, ${draft.end},
        ${passage.exact}, ${passage.prefix}, ${passage.suffix}, ${labelId}::uuid, ${tags}::text[],
        ${draft.visibility}::"Visibility", ${actor.id}::uuid, ${at}, ${at}, ${at}, ${note ? 1 : 0}
      FROM "Document" d
      WHERE d.id = ${version.documentId}::uuid AND ${visibleTo.document(actor, 'd')} ${labelId === null ? empty : sql`AND ${offered}`}
      RETURNING id, "workspaceId"
    ) ${note ? talk : empty}`
}

function answer({ actor, draft, version, passage, tags, note, at }: Made): Annotation {
  const author = { id: actor.id, name: actor.name }
  const now = at.toISOString()
  const first = { threadId: draft.id, parentId: null, author }
  const fresh = { version: 1, createdAt: now, editedAt: null, deleted: false }
  return {
    id: draft.id,
    documentId: version.documentId,
    versionId: version.id,
    start: draft.start,
    end: draft.end,
    ...passage,
    labelId: draft.labelId,
    tags,
    visibility: draft.visibility,
    author,
    version: 1,
    createdAt: now,
    updatedAt: now,
    activeAt: now,
    withdrawn: false,
    thread: {
      status: 'open',
      reason: '',
      resolvedBy: null,
      resolvedAt: null,
      version: note ? 1 : 0,
      comments: note ? 1 : 0,
    },
    note: note && { id: note.id, ...first, json: note.json, ...fresh },
  }
}
