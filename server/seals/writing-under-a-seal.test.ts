import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Annotation } from '@/domain/annotations/annotation'
import { FLAG } from '@/domain/annotations/spans'
import type { Actor } from '@/domain/permissions/policy'
import { Comment } from '@/domain/threads/thread'
import { createAnnotation } from '../annotations/create-annotation'
import { deleteAnnotation, restoreAnnotation } from '../annotations/delete-annotation'
import { getAnnotation } from '../annotations/get-annotation'
import { listSpans } from '../annotations/list-spans'
import { shareAnnotation } from '../annotations/share-annotation'
import { updateAnnotation } from '../annotations/update-annotation'
import { db } from '../db'
import { getDocument } from '../documents/list-documents'
import { makeClaim, makeFinding, makeOccurrence, makeRelation, makeRound, makeSeal } from '../testing/make-claim'
import { draftOn, makeDocument, makeWorld, noteOf, says, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { createComment } from '../threads/create-comment'
import { deleteComment, restoreComment } from '../threads/delete-comment'
import { editComment } from '../threads/edit-comment'
import { getThread } from '../threads/get-thread'
import { listComments } from '../threads/list-comments'
import { listRevisions } from '../threads/list-revisions'
import { reopenThread, resolveThread } from '../threads/resolve-thread'
import { reveal } from './reveal'

let world: World
let document: Awaited<ReturnType<typeof makeDocument>>
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  document = await makeDocument(world.projectId, world.workspaceId, world.olga)
})

const mark = (by: Actor, more = {}) =>
  createAnnotation(writing(by), document.documentId, draftOn(document, 'deal', more))
const say = (by: Actor, threadId: string, text: string, parentId: string | null = null) =>
  createComment(writing(by), threadId, { id: v7(), parentId, json: says(text) })
const read = async (by: Actor, threadId: string) => (await listComments(by, threadId, { limit: 50 })).items
const streamsOf = async (subject: string) =>
  (await db.event.findMany({ where: { subject } })).map(({ streamId }) => streamId)

describe('in a phase', () => {
  /** From before it: an annotation of Ada's with a note, and one that she keeps to herself. */
  let talk: Annotation
  let alone: Annotation
  beforeEach(async () => {
    talk = await mark(world.ada, { note: noteOf('From before') })
    alone = await mark(world.ada, { visibility: 'private' })
    await makeSeal(world, world.edda, [document.documentId])
  })

  test('an annotation is held: answered as its author reads it again, told to nobody else, the same to a retry', async () => {
    const draft = draftOn(document, 'tonnes', { note: noteOf('Mine') })
    const once = writing(world.ben, v7(), draft)
    const made = await createAnnotation(once, document.documentId, draft)
    expect(made.held).toBe(true)
    expect(JSON.stringify(Annotation.parse(made))).toBe(JSON.stringify(made))
    expect(await getAnnotation(world.ben, made.id)).toEqual(made)
    expect(await createAnnotation(once, document.documentId, draft)).toEqual(made)
    await expect(getAnnotation(world.olga, made.id)).rejects.toEqual(refused('not-found'))
    expect(await streamsOf(made.id)).toEqual([world.ben.id])
    expect(await db.auditEntry.findMany({ where: { subject: made.id } })).toMatchObject([{ workspaceId: null }])
    const spans = await listSpans(world.ben, document.documentId, {})
    expect(spans.flags[spans.ids.indexOf(made.id)]).toBe(FLAG.held + FLAG.talked)
  })

  test('what is private stays so, and is held from when it is shared', async () => {
    const made = await mark(world.ben, { visibility: 'private' })
    expect(made.held).toBe(false)
    const shared = await shareAnnotation(writing(world.ben), made.id)
    expect(shared).toMatchObject({ visibility: 'team', held: true })
    expect(await streamsOf(made.id)).toEqual([world.ben.id, world.ben.id])
    await expect(getAnnotation(world.olga, made.id)).rejects.toEqual(refused('not-found'))
    await expect(shareAnnotation(writing(world.ben), made.id)).rejects.toEqual(refused('conflict', /held until/))
  })

  test('what one holds or keeps alone is one’s own to change', async () => {
    const held = await mark(world.ada)
    for (const { id } of [held, alone]) {
      await updateAnnotation(writing(world.ada), id, { version: 1, labelId: null, tags: ['mine'] })
      const comment = await say(world.ada, id, 'To myself')
      await editComment(writing(world.ada), comment.id, { version: 1, json: says('Still to myself') })
      await deleteComment(writing(world.ada), comment.id)
      await restoreComment(writing(world.ada), comment.id)
      await resolveThread(writing(world.ada), id, '')
      await reopenThread(writing(world.ada), id)
      await deleteAnnotation(writing(world.ada), id)
      expect((await restoreAnnotation(writing(world.ada), id)).thread.comments).toBe(1)
      expect(new Set([...(await streamsOf(id)), ...(await streamsOf(comment.id))])).toEqual(new Set([world.ada.id]))
    }
  })

  const CHANGES: [string, (it: { talk: Annotation; world: World }) => Promise<unknown>][] = [
    ['labels', ({ talk: { id } }) => updateAnnotation(writing(world.ada), id, { version: 1, labelId: null, tags: [] })],
    ['annotations', ({ talk: { id } }) => deleteAnnotation(writing(world.ada), id)],
    ['others’ annotations', ({ talk: { id } }) => deleteAnnotation(writing(world.edda), id)],
    ['the state of threads', ({ talk: { id } }) => resolveThread(writing(world.ben), id, '')],
    ['words', ({ talk: { note } }) => editComment(writing(world.ada), note?.id ?? '', { version: 1, json: says('x') })],
    ['comments', ({ talk: { note } }) => deleteComment(writing(world.edda), note?.id ?? '')],
  ]
  test.each(CHANGES)('%s from before stand still', async (_, change) => {
    const before = await getAnnotation(world.vera, talk.id)
    await expect(change({ talk, world })).rejects.toEqual(refused('conflict', /stands still/))
    expect(await getAnnotation(world.vera, talk.id)).toEqual(before)
  })

  test('what was deleted or withdrawn before stays so', async () => {
    const other = await makeDocument(world.projectId, world.workspaceId, world.olga)
    const draft = draftOn(other, 'deal', { note: noteOf('Gone') })
    await createAnnotation(writing(world.ada), other.documentId, draft)
    await deleteComment(writing(world.ada), draft.note?.id ?? '')
    await deleteAnnotation(writing(world.ada), draft.id)
    await makeSeal(world, world.edda, [other.documentId])
    await expect(restoreAnnotation(writing(world.ada), draft.id)).rejects.toEqual(refused('conflict', /stands still/))
  })

  test('comments on what is shared are held: their author sees them wherever comments show, and others no trace', async () => {
    const before = await getAnnotation(world.vera, talk.id)
    const made = await say(world.ben, talk.id, 'Held back')
    expect(made.held).toBe(true)
    expect(JSON.stringify(Comment.parse(made))).toBe(JSON.stringify(made))
    expect(await read(world.ben, talk.id)).toEqual([before.note, made])
    expect((await getAnnotation(world.ben, talk.id)).thread.comments).toBe(2)
    expect(await streamsOf(made.id)).toEqual([world.ben.id])
    expect(await getAnnotation(world.vera, talk.id)).toEqual(before)
    expect(await read(world.vera, talk.id)).toEqual([before.note])
  })

  test('the first comment in a silent thread is its author’s note, and for others the thread has not begun', async () => {
    const other = await makeDocument(world.projectId, world.workspaceId, world.olga)
    const silent = await createAnnotation(writing(world.ada), other.documentId, draftOn(other, 'deal'))
    await makeSeal(world, world.edda, [other.documentId])
    const made = await say(world.ben, silent.id, 'Held back')
    expect(await getAnnotation(world.ben, silent.id)).toMatchObject({ note: made, thread: { comments: 1 } })
    expect((await listSpans(world.ben, other.documentId, {})).flags).toEqual([FLAG.talked])
    expect((await listSpans(world.vera, other.documentId, {})).flags).toEqual([0])
    expect(await getDocument(world.ben, other.documentId)).toMatchObject({ openThreads: 1 })
    expect(await getDocument(world.vera, other.documentId)).toMatchObject({ openThreads: 0 })
    expect(await getThread(world.vera, silent.id)).toEqual(silent.thread)
  })

  test('a held comment is its author’s to change and answer', async () => {
    const made = await say(world.ben, talk.id, 'Held back')
    const edited = await editComment(writing(world.ben), made.id, { version: 1, json: says('Held, edited') })
    expect(edited).toMatchObject({ held: true, version: 2 })
    const answer = await say(world.ben, talk.id, 'More', made.id)
    await deleteComment(writing(world.ben), made.id)
    expect((await read(world.ben, talk.id)).map(({ json }) => json)).toEqual([talk.note?.json, null, answer.json])
    await restoreComment(writing(world.ben), made.id)
    expect(await getThread(world.ben, talk.id)).toMatchObject({ comments: 3 })
    expect(await getThread(world.ada, talk.id)).toMatchObject({ comments: 1 })
    for (const other of [world.ada, world.edda, world.olga]) {
      await expect(say(other, talk.id, 'x', made.id)).rejects.toEqual(refused('not-found', /comment/))
      await expect(deleteComment(writing(other), made.id)).rejects.toEqual(refused('not-found', /comment/))
      await expect(listRevisions(other, made.id, { limit: 1 })).rejects.toEqual(refused('not-found', /comment/))
    }
  })
})

describe('in a sealed round', () => {
  /** Ben judges a claim that occurs in an annotation of Ada's, and conflicts with another. */
  let talk: Annotation
  let claim: Awaited<ReturnType<typeof makeClaim>>
  let relationId: string
  let round: Awaited<ReturnType<typeof makeRound>>
  let older: Comment
  beforeEach(async () => {
    talk = await mark(world.ada, { note: noteOf('From before') })
    older = await say(world.ben, talk.id, 'Also from before')
    claim = await makeClaim(world, world.ada)
    await makeOccurrence(claim, talk.id, world.ada)
    relationId = await makeRelation(await makeClaim(world, world.ada), claim, world.ada)
    round = await makeRound(claim, world.edda, [world.ben])
  })

  test('what a reviewer writes about the claim’s passages and relations is held, what others write is not', async () => {
    const findingId = await makeFinding(world, { claimId: claim.id }, world.ada)
    for (const threadId of [talk.id, relationId, findingId]) {
      const before = await getThread(world.vera, threadId)
      expect(await say(world.ben, threadId, 'My view')).toMatchObject({ held: true })
      expect(await getThread(world.vera, threadId)).toEqual(before)
      expect(await getThread(world.ben, threadId)).toMatchObject({ comments: before.comments + 1 })
      expect(await say(world.ada, threadId, 'Go on')).toMatchObject({ held: false })
      expect(await getThread(world.vera, threadId)).toMatchObject({ version: 1, comments: before.comments + 1 })
    }
  })

  test('what a reviewer said before stands still, and they settle nothing; others go on as usual', async () => {
    const still = refused('conflict', /stands still for you/)
    await expect(editComment(writing(world.ben), older.id, { version: 1, json: says('x') })).rejects.toEqual(still)
    await expect(deleteComment(writing(world.ben), older.id)).rejects.toEqual(still)
    await expect(resolveThread(writing(world.ben), talk.id, '')).rejects.toEqual(still)
    await expect(resolveThread(writing(world.ben), relationId, '')).rejects.toEqual(still)
    await editComment(writing(world.ada), talk.note?.id ?? '', { version: 1, json: says('Clearer') })
    await deleteComment(writing(world.edda), older.id)
    expect(await resolveThread(writing(world.ada), talk.id, 'Settled')).toMatchObject({ version: 2, comments: 1 })
  })

  test('a thread that began with what is held is settled by others as if it had not begun', async () => {
    await say(world.ben, relationId, 'My view')
    expect(await resolveThread(writing(world.ada), relationId, '')).toMatchObject({ version: 1, comments: 0 })
  })

  type Change = [string, () => Promise<unknown>]
  const OPEN: Change[] = [
    ['whom the round has dropped', () => db.roundReviewer.updateMany({ where: { roundId: round.id }, data: { droppedAt: new Date() } })], // prettier-ignore
    ['when the round is over', () => db.round.update({ where: { id: round.id }, data: { state: 'revealed' } })],
    ['when the round is in the open', () => db.round.update({ where: { id: round.id }, data: { sealId: null } })],
    ['when the claim occurs there no longer', () => db.occurrence.updateMany({ where: { claimId: claim.id }, data: { removedAt: new Date() } })], // prettier-ignore
  ]
  test.each(OPEN)('a reviewer writes openly %s', async (_, change) => {
    await change()
    expect(await say(world.ben, talk.id, 'My view')).toMatchObject({ held: false })
  })

  test('a reviewer writes openly where someone else holds back that the claim occurs', async () => {
    const other = await mark(world.ada)
    await makeOccurrence(claim, other.id, world.ada, await makeSeal(world, world.edda))
    expect(await say(world.ben, other.id, 'My view')).toMatchObject({ held: false })
  })

  test('a phase on the document comes before the round', async () => {
    const { sealId } = await makeSeal(world, world.edda, [document.documentId])
    const { id } = await say(world.ben, talk.id, 'My view')
    expect(await db.comment.findUnique({ where: { id } })).toMatchObject({ sealId })
  })

  test('what is held by a round that was cancelled stays so, and so does what its author answers to it', async () => {
    const made = await say(world.ben, talk.id, 'My view')
    await db.round.update({ where: { id: round.id }, data: { state: 'cancelled' } })
    await db.seal.update({ where: { id: round.sealId ?? '' }, data: { cancelledAt: new Date() } })
    expect(await say(world.ben, talk.id, 'And more', made.id)).toMatchObject({ held: true })
    expect(await say(world.ben, talk.id, 'For all')).toMatchObject({ held: false })
    expect((await read(world.vera, talk.id)).map(({ parentId }) => parentId)).toEqual([null, null, null])
  })

  test('at the reveal it is there for all, with its threads', async () => {
    await say(world.ben, relationId, 'My view')
    await say(world.ben, talk.id, 'My view')
    await db.$transaction((tx) => reveal(world.edda, tx, round.sealId ?? ''))
    expect(await getThread(world.vera, relationId)).toMatchObject({ version: 1, comments: 1 })
    expect(await getThread(world.vera, talk.id)).toMatchObject({ comments: 3 })
    expect((await getAnnotation(world.vera, talk.id)).thread.comments).toBe(3)
  })

  test('an annotation in which a claim occurs is withdrawn, not deleted; what others hold back there decides nothing', async () => {
    const cited = await mark(world.ada)
    await makeOccurrence(claim, cited.id, world.ben)
    await deleteAnnotation(writing(world.ada), cited.id)
    expect(await getAnnotation(world.ada, cited.id)).toMatchObject({ withdrawn: true })
    const free = await mark(world.ada)
    const occurrenceId = await makeOccurrence(claim, free.id, world.ada)
    expect(await say(world.ben, free.id, 'My view')).toMatchObject({ held: true })
    await db.occurrence.update({ where: { id: occurrenceId }, data: { removedAt: new Date() } })
    await makeOccurrence(claim, free.id, world.ben, await makeSeal(world, world.edda))
    await deleteAnnotation(writing(world.ada), free.id)
    await expect(getAnnotation(world.ada, free.id)).rejects.toEqual(refused('not-found'))
  })
})
