import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { Prisma } from '@/prisma/client/client'
import { createAnnotation } from '../annotations/create-annotation'
import { deleteAnnotation } from '../annotations/delete-annotation'
import { getAnnotation } from '../annotations/get-annotation'
import { listSpans } from '../annotations/list-spans'
import { shareAnnotation } from '../annotations/share-annotation'
import { db } from '../db'
import { makeClaim, makeOccurrence, makeRelation, makeRound, makeSeal, type Seal } from '../testing/make-claim'
import { draftOn, makeDocument, makeWorld, noteOf, says, writing, type World } from '../testing/make-world'
import { expectTrueCopies } from '../testing/true-copies'
import { createComment } from '../threads/create-comment'
import { deleteComment } from '../threads/delete-comment'
import { editComment } from '../threads/edit-comment'
import { getThread } from '../threads/get-thread'
import { listComments } from '../threads/list-comments'
import { openPhase } from './open-phase'
import { HELD_TABLES, reveal } from './reveal'
import { revealPhase } from './reveal-phase'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const tables = Object.keys(HELD_TABLES)

test('every table with rows that a seal can hold is known here', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'held'`
  expect(tables.sort()).toEqual(rows.map(({ name }) => name).sort())
})

/** A row of each table, held by the seal. */
async function makeOfEach(seal: Seal): Promise<void> {
  const { workspaceId, projectId, documentId, versionId, ada } = world
  const [claim, other] = [await makeClaim(world, ada, { seal }), await makeClaim(world, ada, { seal })]
  const { id } = await createAnnotation(ada, documentId, draftOn(world, 'deal', { note: noteOf('Hm') }))
  await db.annotation.update({ where: { id }, data: seal })
  await db.comment.updateMany({ where: { threadId: id }, data: seal })
  const { id: commentId } = await db.comment.findFirstOrThrow({ where: { threadId: id } })
  await db.reaction.create({ data: { commentId, workspaceId, authorId: ada.id, kind: 'agree', ...seal } })
  await makeOccurrence(claim, id, ada, seal)
  await makeRelation(claim, other, ada, seal)
  const span = { id: v7(), workspaceId, documentId, versionId, start: 0, end: 9, authorId: ada.id }
  await db.clearedSpan.create({ data: { ...span, ...seal } })
  const { id: roundId } = await makeRound(claim, ada, [ada])
  const verdict = { id: v7(), workspaceId, roundId, claimId: claim.id, authorId: ada.id, kind: 'unable' } as const
  await db.verdict.create({ data: { ...verdict, ...seal } })
  const source = { id: v7(), workspaceId, projectId, name: 'A wire', authorId: ada.id }
  await db.source.create({ data: source })
  const mine = { workspaceId, raterId: ada.id, ...seal }
  await db.sourceGrade.create({ data: { id: v7(), sourceId: source.id, reliability: 'B', ...mine } })
  const evidence = { id: v7(), workspaceId, projectId, claimId: claim.id, kind: 'web', authorId: ada.id } as const
  await db.evidence.create({ data: evidence })
  await db.appraisal.create({ data: { id: v7(), evidenceId: evidence.id, stance: 'refutes', ...mine } })
}

/** How many rows of a seal are held, table by table; those without any are left out. */
async function heldBy({ sealId }: Seal): Promise<Record<string, number>> {
  const parts = tables.map((table) => Prisma.sql`
    SELECT ${table} AS name, count(*)::int AS rows FROM ${Prisma.raw(`"${table}"`)} WHERE "sealId" = ${sealId}::uuid AND held`) // prettier-ignore
  const rows = await db.$queryRaw<{ name: string; rows: number }[]>(Prisma.join(parts, ' UNION ALL '))
  return Object.fromEntries(rows.filter((row) => row.rows > 0).map(({ name, rows: held }) => [name, held]))
}

const letGo = (sealId: string) => db.$transaction((tx) => reveal(world.edda, tx, sealId))

test('all that a seal holds is let go of at once, and nothing of another', async () => {
  const [seal, other] = [await makeSeal(world, world.edda), await makeSeal(world, world.edda)]
  await makeOfEach(seal)
  await makeOfEach(other)
  const all = { ...Object.fromEntries(tables.map((table) => [table, 1])), Claim: 2 }
  expect(await heldBy(seal)).toEqual(all)
  expect(await letGo(seal.sealId)).toBe(true)
  expect(await heldBy(seal)).toEqual({})
  expect(await heldBy(other)).toEqual(all)
  expect(await db.seal.findUnique({ where: { id: seal.sealId } })).toMatchObject({ revealedById: world.edda.id })
})

test('a seal that was revealed or cancelled is not revealed', async () => {
  const seal = await makeSeal(world, world.edda)
  await makeOfEach(seal)
  await db.seal.update({ where: { id: seal.sealId }, data: { cancelledAt: new Date() } })
  expect(await letGo(seal.sealId)).toBe(false)
  expect(Object.keys(await heldBy(seal))).toHaveLength(tables.length)
})

const open = (documentIds: string[]) =>
  openPhase(writing(world.edda), world.projectId, { id: v7(), name: '', documentIds, dueAt: null })
const reply = (by: Actor, threadId: string, parentId: string | null = null) =>
  createComment(writing(by), threadId, { ...noteOf('Hm'), parentId })

test('after the reveal threads, counts and activity are as if all had been said then', async () => {
  const document = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const mark = (by: Actor, more = {}) =>
    createAnnotation(writing(by), document.documentId, draftOn(document, 'deal', more))
  const talk = await mark(world.ada, { note: noteOf('First') })
  const silent = await mark(world.ben)
  const quiet = await mark(world.ben)
  const alone = await mark(world.ada, { visibility: 'private', note: noteOf('Mine') })
  const { id } = await open([document.documentId])
  const asides = [await reply(world.ada, talk.id), await reply(world.ben, talk.id), await reply(world.ada, silent.id)]
  await deleteComment(writing(world.ada), (await reply(world.ada, quiet.id)).id)
  await reply(world.ada, talk.id, asides[0]?.id)
  await editComment(writing(world.ben), asides[1]?.id ?? '', { version: 1, json: says('Clearer') })
  await shareAnnotation(writing(world.ada), alone.id)
  await mark(world.ben, { note: noteOf('Held') })
  await deleteAnnotation(writing(world.ben), (await mark(world.ben)).id)
  const before = await getAnnotation(world.vera, talk.id)
  expect(before.thread.comments).toBe(1)

  const phase = await revealPhase(writing(world.edda), id)
  await expectTrueCopies(document.documentId)
  expect((await listSpans(world.vera, document.documentId, {})).ids).toHaveLength(5)
  const after = await getAnnotation(world.vera, talk.id)
  expect(after).toMatchObject({ thread: { comments: 4 }, held: false })
  expect(after.activeAt >= (phase.revealedAt ?? '')).toBe(true)
  expect(await getThread(world.vera, silent.id)).toMatchObject({ version: 1, comments: 1 })
  expect(await getThread(world.vera, quiet.id)).toMatchObject({ comments: 0 })
  expect((await getAnnotation(world.vera, quiet.id)).activeAt).toBe(quiet.activeAt)
  expect((await getAnnotation(world.vera, alone.id)).note?.json).toEqual(alone.note?.json)
  // What was replaced before anyone else could read it counts as never said.
  const { items } = await listComments(world.vera, talk.id, { limit: 50 })
  expect(items.find((comment) => comment.id === asides[1]?.id)).toMatchObject({ json: says('Clearer'), editedAt: null })
})
