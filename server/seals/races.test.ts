import { v7 } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { shareAnnotation } from '../annotations/share-annotation'
import { db } from '../db'
import { makeClaim, makeRelation, makeRound } from '../testing/make-claim'
import { draftOn, makeActor, makeDocument, makeWorld, noteOf, says, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { expectTrueCopies } from '../testing/true-copies'
import { takeStream, waiting } from '../testing/waiting'
import { createComment } from '../threads/create-comment'
import { editComment } from '../threads/edit-comment'
import { getThread } from '../threads/get-thread'
import { openPhase } from './open-phase'
import { reveal } from './reveal'
import { revealPhase } from './reveal-phase'

type Text = Awaited<ReturnType<typeof makeDocument>>

let world: World
let document: Text
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  document = await makeDocument(world.projectId, world.workspaceId, world.olga)
})

const open = (by = world.edda) =>
  openPhase(writing(by), world.projectId, { id: v7(), name: '', documentIds: [document.documentId], dueAt: null })
const mark = (by: Actor, more = {}) =>
  createAnnotation(writing(by), document.documentId, draftOn(document, 'deal', more))
const say = (by: Actor, threadId: string) => createComment(writing(by), threadId, { ...noteOf('Hm'), parentId: null })

/** What Ben can write under a seal: in a document with an annotation for all and one of his alone. */
const WRITES: [string, (shared: string, alone: string) => Promise<unknown>][] = [
  ['an annotation', () => mark(world.ben)],
  ['a comment', (shared) => say(world.ben, shared)],
  ['sharing', (_, alone) => shareAnnotation(writing(world.ben), alone)],
]

test.each(WRITES)('a reveal waits for %s that is under way, and lets go of that too', async (_, write) => {
  const shared = await mark(world.ada)
  const alone = await mark(world.ben, { visibility: 'private' })
  const phase = await open()
  const { ends } = await db.$transaction(async (tx) => {
    await takeStream(tx, { kind: 'person', id: world.ben.id })
    const writes = write(shared.id, alone.id)
    await expect.poll(waiting).toBe(1)
    const revealing = revealPhase(writing(world.edda), phase.id)
    await expect.poll(waiting).toBe(2)
    return { ends: Promise.all([writes, revealing]) }
  })
  await ends
  await expectTrueCopies(document.documentId)
  const made = { where: { sealId: phase.id } }
  expect((await db.annotation.count(made)) + (await db.comment.count(made))).toBe(1)
})

test('what one says in an annotation that is just being revealed is told to all who can see it by then', async () => {
  const phase = await open()
  const held = await mark(world.ben)
  const { saying } = await db.$transaction(async (tx) => {
    await reveal(world.edda, tx, phase.id)
    const saying = say(world.ben, held.id)
    await expect.poll(waiting).toBe(1)
    return { saying }
  })
  const { id } = await saying
  expect(await db.event.findMany({ where: { subject: id } })).toMatchObject([{ streamId: document.documentId }])
})

test('so is a change to what is just being revealed, and nobody misses what it said', async () => {
  const claim = await makeClaim(world, world.ada)
  const relationId = await makeRelation(claim, await makeClaim(world, world.ada), world.ada)
  const { sealId } = await makeRound(claim, world.edda, [world.ben])
  const { id } = await say(world.ben, relationId)
  const { editing } = await db.$transaction(async (tx) => {
    await reveal(world.edda, tx, sealId ?? '')
    await tx.round.updateMany({ where: { sealId }, data: { state: 'revealed' } })
    const editing = editComment(writing(world.ben), id, { version: 1, json: says('Clearer') })
    await expect.poll(waiting).toBe(1)
    return { editing }
  })
  await editing
  const [event] = await db.event.findMany({ where: { subject: id, kind: 'comment.edited' } })
  expect(event?.streamId).toBe(world.projectId)
  expect(await db.commentRevision.findMany({ where: { commentId: id } })).toMatchObject([{ private: false }])
})

test('of two who open a phase on a document at once, the second is told of the first', async () => {
  const { opening } = await db.$transaction(async (tx) => {
    await takeStream(tx, { kind: 'project', id: world.projectId })
    const first = open(world.edda)
    await expect.poll(waiting).toBe(1)
    const second = expect(open(world.olga)).rejects.toEqual(refused('conflict', /read independently already/))
    await expect.poll(waiting).toBe(2)
    return { opening: Promise.all([first, second]) }
  })
  await opening
})

const WRITERS = 64
const TURNS = 12

test(`${WRITERS} write while a phase is revealed: nothing is left held, nothing is lost, no stream has a gap`, async () => {
  const shared = await mark(world.ada)
  const { id } = await open()
  const names = Array.from({ length: WRITERS }, (_, i) => `Writer ${i}`)
  const writers = await Promise.all(names.map((name) => makeActor(name, { [world.workspaceId]: 'analyst' })))
  const made: string[] = []
  const started = expect.poll(() => made.length, { timeout: 60_000 }).toBeGreaterThan((WRITERS * TURNS) / 3)
  const revealing = started.then(() => revealPhase(writing(world.edda), id))
  await Promise.all([...writers.map((writer) => writeOn(writer, shared.id, made)), revealing])

  await expectTrueCopies(document.documentId)
  const annotations = await db.annotation.findMany({ where: { documentId: document.documentId, id: { in: made } } })
  const comments = await db.comment.findMany({ where: { threadId: shared.id, id: { in: made } } })
  expect(annotations.length + comments.length).toBe(WRITERS * TURNS)
  expect((await getThread(world.vera, shared.id)).comments).toBe(comments.length)
  // Some came before the reveal and some after, or this has shown nothing.
  for (const rows of [annotations, comments])
    expect(new Set(rows.map(({ sealId }) => sealId))).toEqual(new Set([id, null]))
  // What was held was told to its author, the rest to the document's readers, one after the other.
  const events = await db.event.findMany({ where: { streamId: document.documentId }, orderBy: { seq: 'asc' } })
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
  const openly = [...annotations, ...comments].filter(({ sealId }) => sealId === null).map((row) => row.id)
  expect(events.map(({ subject }) => subject).filter((it) => made.includes(it)).sort()).toEqual(openly.sort()) // prettier-ignore
}, 120_000)

/** Annotations and comments in turn; each third is sent twice, as after a lost answer. */
async function writeOn(writer: Actor, threadId: string, made: string[]): Promise<void> {
  for (let i = 0; i < TURNS; i++) {
    const draft = draftOn(document, 'deal')
    const comment = { ...noteOf(`${writer.name}: ${i}`), parentId: null }
    const once = writing(writer, v7(), i % 2 ? draft : comment)
    const attempt = (): Promise<unknown> =>
      i % 2 ? createAnnotation(once, document.documentId, draft) : createComment(once, threadId, comment)
    const [first, second = first] = await Promise.all(i % 3 ? [attempt()] : [attempt(), attempt()])
    expect(second).toEqual(first)
    made.push(i % 2 ? draft.id : comment.id)
  }
}
