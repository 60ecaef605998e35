import type { Annotation, AnnotationDraft } from '@/domain/annotations/annotation'
import { quote, splitsCharacter, type Quote } from '@/domain/annotations/selector'
import { authorise } from '@/domain/permissions/authorise'
import { citePages } from '@/domain/documents/pages'
import { can, type Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { db, empty, sql, type Sql } from '../db'
import { findDocument } from '../documents/find-document'
import { findVersion, type FrozenVersion } from '../documents/find-version'
import { recordAtOnce } from '../events'
import { tell } from '../notifications/tellings'
import { commentContent } from '../threads/comment-content'
import { address, mentionsKept, type Addressed } from '../threads/mentions'
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
  note: (Addressed & { id: string }) | null
  at: Date
}

type Way = { held: boolean; seal: Sql; from: Sql; where: Sql; lock: Sql }

const free = { held: false, seal: sql`NULL::uuid, false`, from: empty, where: empty, lock: empty }

/**
 * Ways to write it, in terms of the document `d`: for its author alone, which needs no seal; for the team, where no phase
 * is open; under the phase `p` that is. A reveal waits until what is made in it is written.
 */
const WAYS = {
  alone: free,
  openly: {
    ...free,
    where: sql`AND NOT EXISTS (SELECT FROM "PhaseDocument" p WHERE p."documentId" = d.id AND p.open)`,
  },
  held: {
    held: true,
    seal: sql`p."sealId", true`,
    from: sql`JOIN "PhaseDocument" p ON p."documentId" = d.id AND p.open`,
    where: empty,
    lock: sql`FOR SHARE OF p`,
  },
} as const satisfies Record<string, Way>

/** What is tried: hardly ever is a phase open, and one that was may be revealed just before anything is held in it. */
const ATTEMPTS = { private: [WAYS.alone], team: [WAYS.openly, WAYS.held, WAYS.openly] } as const

/**
 * Marks a passage of a version of a document, with the first comment of its thread if there is one. For the team it is
 * held while a phase is open on the document.
 *
 * The text comes from the cache of frozen versions, and all that is written, with what it stands on (a document outside
 * the trash, a label of its project, a phase or none), is one statement. Refuses with `not-found` what the actor can't see, `conflict`
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
  const note = draft.note && { id: draft.note.id, ...(await address(commentContent(draft.note.json), version)) }
  const made = { actor, draft, version, passage, note, tags: distinctTags(draft.tags), at: new Date() }
  for (const way of ATTEMPTS[draft.visibility]) {
    const place = { ...version, authorId: actor.id, private: draft.visibility === 'private', held: way.held }
    const happened = happenedAt(place, 'annotation.created', draft.id, note && tells(draft.id, version.projectId, note))
    const written = await recordAtOnce(actor, insertion(made, way), { answer: answer(made, way), happened })
    if (written) return written
  }
  if (draft.labelId !== null) await requireLabel(db, version.projectId, draft.labelId)
  throw notFound('document')
}

async function findVersionOf(documentId: string, versionId: string): Promise<FrozenVersion | null> {
  const version = await findVersion(versionId)
  return version?.documentId === documentId ? version : null
}

/** What a draft marks, held against the text: refuses what does not stand there. */
export function passageOf(
  { start, end, exact }: Pick<AnnotationDraft, 'start' | 'end' | 'exact'>,
  text: string,
): Quote {
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

/** Those whom its note names. */
function tells(annotationId: string, projectId: string, { id, mentioned }: Addressed & { id: string }): Sql | null {
  if (mentioned.length === 0) return null
  const who = sql`SELECT unnest(${mentioned}::uuid[])`
  return tell('mentioned', 'annotation', sql`${annotationId}::uuid`, who, { subject: id, projectId })
}

function insertion({ actor, draft, version, passage, tags, note, at }: Made, { seal, from, where, lock }: Way): Sql {
  const { id, labelId } = draft
  const offered = sql`AND EXISTS (
    SELECT FROM "Label" l WHERE l.id = ${labelId}::uuid AND l."projectId" = d."projectId" AND l."retiredAt" IS NULL)`
  const talk = sql`, thread AS (
      INSERT INTO "Thread" (id, "workspaceId", "annotationId", "createdAt") SELECT id, "workspaceId", id, ${at} FROM changed
    ), comment AS (
      INSERT INTO "Comment" (id, "workspaceId", "threadId", "authorId", json, text, "createdAt")
      SELECT ${note?.id}::uuid, "workspaceId", id, ${actor.id}::uuid, ${JSON.stringify(note?.json)}::jsonb, ${note?.text}, ${at}
      FROM changed
    )${note ? mentionsKept(note.id, note.mentioned) : empty}`
  return sql`
    changed AS (
      INSERT INTO "Annotation" (id, "workspaceId", "projectId", "documentId", "versionId", start, "end", exact, prefix,
        suffix, pages, "labelId", tags, visibility, "authorId", "createdAt", "updatedAt", "activeAt", comments, "sealId", held)
      SELECT ${id}::uuid, d."workspaceId", d."projectId", d.id, ${version.id}::uuid, ${draft.start}, ${draft.end},
        ${passage.exact}, ${passage.prefix}, ${passage.suffix}, ${citePages(version.pages, draft)}, ${labelId}::uuid, ${tags}::text[],
        ${draft.visibility}::"Visibility", ${actor.id}::uuid, ${at}, ${at}, ${at}, ${note ? 1 : 0}, ${seal}
      FROM "Document" d ${from}
      WHERE d.id = ${version.documentId}::uuid AND ${visibleTo.document(actor, 'd')} ${where} ${labelId === null ? empty : offered}
      ${lock}
      RETURNING id, "workspaceId"
    ) ${note ? talk : empty}`
}

function answer({ actor, draft, version, passage, tags, note, at }: Made, { held }: Way): Annotation {
  const author = { id: actor.id, name: actor.name }
  const now = at.toISOString()
  const first = { threadId: draft.id, parentId: null, author }
  const fresh = { version: 1, createdAt: now, editedAt: null, deleted: false, held: false, reactions: [] }
  return {
    id: draft.id,
    documentId: version.documentId,
    versionId: version.id,
    start: draft.start,
    end: draft.end,
    ...passage,
    pages: citePages(version.pages, draft),
    labelId: draft.labelId,
    tags,
    visibility: draft.visibility,
    author,
    version: 1,
    createdAt: now,
    updatedAt: now,
    activeAt: now,
    withdrawn: false,
    held,
    thread: {
      status: 'open',
      reason: '',
      resolvedBy: null,
      resolvedAt: null,
      assignee: null,
      dueOn: '',
      version: note ? 1 : 0,
      comments: note ? 1 : 0,
    },
    note: note && { id: note.id, ...first, json: note.json, ...fresh },
  }
}
