import { v7 } from 'uuid'
import { db } from '../db'
import { says } from './make-world'
import { goneAt, saidIn, sealIn, whereFor, whisper, type Grounds } from './place'

export type Talk = {
  by: string
  /** Who wrote the comment; where it is private, the annotation's author. */
  comment?: string
  private?: boolean
  trashed?: boolean
  /** Which of the two a seal holds. */
  held?: 'annotation' | 'comment'
  /** In the document that is read independently, from before it was. */
  before?: boolean
  deleted?: 'annotation' | 'comment'
  resolved?: boolean
}

/** An annotation of one of the place's documents with a thread, a comment in it, and what that said before. */
export async function makeTalk(place: Grounds, talk: Talk) {
  const { workspaceId, projectId } = place
  const where = whereFor({ trashed: talk.trashed === true, held: talk.before === true || talk.held !== undefined })
  const { documentId, versionId } = where === 'open' ? place : place[where]
  const annotationId = v7()
  const commentId = v7()
  const authorId = (!talk.private && talk.comment) || talk.by
  const annotation = { by: talk.by, trashed: talk.trashed === true, held: talk.held === 'annotation' }
  const comment = { ...annotation, by: authorId, held: talk.held === 'comment' }
  const said = talk.private ? whisper(talk.by) : saidIn(place, annotation)
  const answered = talk.private || annotation.held ? said : saidIn(place, comment)
  const isGone = (what: 'annotation' | 'comment') => goneAt(talk.deleted === what)
  const counted = isGone('comment') || comment.held ? 0 : 1
  await db.annotation.create({
    data: {
      ...{ id: annotationId, workspaceId, projectId, documentId, versionId, authorId: talk.by },
      ...{ start: 0, end: 9, exact: 'Ministers', prefix: '', suffix: ' signed a deal', labelId: place.labelIds[0] },
      ...{ tags: [said], visibility: talk.private ? 'private' : 'team', comments: counted },
      ...{ resolved: talk.resolved ?? false, deletedAt: isGone('annotation'), ...sealIn(place, annotation) },
    },
  })
  const settled = talk.resolved && { status: 'resolved', reason: said, resolvedById: talk.by, resolvedAt: new Date() }
  const begun = comment.held ? { version: 0 } : {}
  await db.thread.create({ data: { id: annotationId, workspaceId, annotationId, ...begun, ...(settled as object) } })
  const words = { json: says(`Says ${answered}`) as object, text: `Says ${answered}` }
  await db.comment.create({
    data: {
      ...{ id: commentId, workspaceId, threadId: annotationId, authorId, ...words, version: 2 },
      ...{ deletedAt: isGone('comment'), ...sealIn(place, comment) },
    },
  })
  await db.commentRevision.create({ data: { commentId, version: 1, workspaceId, ...words, writtenAt: new Date() } })
  return { documentId, versionId, annotationId, threadId: annotationId, commentId }
}
