import { v7 } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { Phase } from '@/domain/seals/phase'
import { createAnnotation } from '../annotations/create-annotation'
import { deleteAnnotation } from '../annotations/delete-annotation'
import { db } from '../db'
import { trashDocument } from '../documents/change-document'
import { tally } from '../testing/from'
import { draftOn, makeDocument, makeProject, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { getPhase, listPhases } from './list-phases'
import { openPhase } from './open-phase'
import { revealPhase } from './reveal-phase'

let world: World
let document: Awaited<ReturnType<typeof makeDocument>>
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  document = await makeDocument(world.projectId, world.workspaceId, world.olga)
})

const open = (by: Actor, documentIds: string[], name = 'First reading', id = v7()) =>
  openPhase(writing(by), world.projectId, { id, name, documentIds, dueAt: '2030-01-01T00:00:00.000Z' })
const annotate = (by: Actor, more = {}) =>
  createAnnotation(writing(by), document.documentId, draftOn(document, 'deal', more))
const kinds = async (streamId: string, subject: string) =>
  (await db.event.findMany({ where: { streamId, subject }, orderBy: { seq: 'asc' } })).map(({ kind }) => kind)

test('a phase is answered as it is read again; its project and its documents hear of it', async () => {
  const other = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const made = await open(world.edda, [document.documentId, other.documentId, document.documentId])
  expect(made).toMatchObject({ name: 'First reading', openedBy: { name: 'Edda' }, revealedBy: null, coders: [] })
  expect(made.documents.map(({ id }) => id).sort()).toEqual([document.documentId, other.documentId].sort())
  expect(JSON.stringify(Phase.parse(made))).toBe(JSON.stringify(made))
  expect(await getPhase(world.vera, made.id)).toEqual(made)
  const revealed = await revealPhase(writing(world.olga), made.id)
  expect(await getPhase(world.vera, made.id)).toEqual(revealed)
  for (const stream of [world.projectId, document.documentId, other.documentId]) {
    expect(await kinds(stream, made.id)).toEqual(['phase.opened', 'phase.revealed'])
  }
})

test('phases come newest first, in pages', async () => {
  const made = [await open(world.edda, [document.documentId], 'One')]
  await revealPhase(writing(world.edda), made[0]?.id ?? '')
  made.unshift(await open(world.edda, [document.documentId], 'Two'))
  const first = await listPhases(world.vera, world.projectId, { limit: 1 })
  const second = await listPhases(world.vera, world.projectId, { limit: 1, cursor: first.next ?? '' })
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['Two', 'One'])
})

test('editors open and reveal; the others are told so, or find nothing', async () => {
  const { id } = await open(world.edda, [document.documentId])
  const free = await makeDocument(world.projectId, world.workspaceId, world.olga)
  for (const by of [world.ada, world.vera]) {
    await expect(open(by, [free.documentId])).rejects.toEqual(refused('forbidden'))
    await expect(revealPhase(writing(by), id)).rejects.toEqual(refused('forbidden'))
  }
  await expect(open(world.otto, [free.documentId])).rejects.toEqual(refused('not-found', /project/))
  await expect(revealPhase(writing(world.otto), id)).rejects.toEqual(refused('not-found', /phase/))
  await expect(getPhase(world.otto, id)).rejects.toEqual(refused('not-found', /phase/))
  await expect(listPhases(world.otto, world.projectId, { limit: 1 })).rejects.toEqual(refused('not-found'))
})

test('a document is in one open phase at a time, and again once that is revealed', async () => {
  const { id } = await open(world.edda, [document.documentId])
  await expect(open(world.olga, [document.documentId])).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringMatching(/“Briefing” is read independently already/) as string,
    details: { documentId: document.documentId, phaseId: id },
  })
  await revealPhase(writing(world.edda), id)
  expect(await open(world.olga, [document.documentId])).toMatchObject({ revealedAt: null })
})

test('of ten who open a phase on one document at once one does, and the others are told of it', async () => {
  const attempts = Array.from({ length: 10 }, () => open(world.edda, [document.documentId]).catch(told))
  const outcomes = await Promise.all(attempts)
  expect(outcomes.filter((outcome) => typeof outcome === 'string')).toEqual(Array(9).fill('read independently already'))
})

const told = ({ message }: Error) => /read independently already/.exec(message)?.[0] ?? message

test('documents of another project and in the trash are refused, and nothing is opened', async () => {
  const elsewhere = await makeProject(world.workspaceId, world.olga)
  const other = await makeDocument(elsewhere.projectId, world.workspaceId, world.olga)
  const before = await db.seal.count()
  for (const stranger of [other.documentId, v7()]) {
    await expect(open(world.edda, [document.documentId, stranger])).rejects.toEqual(refused('not-found', /document/))
  }
  await trashDocument(writing(world.edda), document.documentId)
  await expect(open(world.edda, [document.documentId])).rejects.toEqual(refused('conflict', /trash/))
  expect(await db.seal.count()).toBe(before)
})

test('a phase is revealed once, and who comes later is told by whom', async () => {
  const { id } = await open(world.edda, [document.documentId])
  expect(await tally(Array.from({ length: 8 }, () => revealPhase(writing(world.olga), id)))).toEqual({ done: 1, conflict: 7 }) // prettier-ignore
  await expect(revealPhase(writing(world.edda), id)).rejects.toEqual(refused('conflict', /^Olga has revealed/))
  await expect(revealPhase(writing(world.edda), v7())).rejects.toEqual(refused('not-found', /phase/))
})

test('the same reveal sent twice at once has one effect and one answer', async () => {
  const { id } = await open(world.edda, [document.documentId])
  const once = () => revealPhase(writing(world.edda, 'the same key', id), id)
  const [first, second] = await Promise.all([once(), once()])
  expect(second).toEqual(first)
  expect(await kinds(world.projectId, id)).toEqual(['phase.opened', 'phase.revealed'])
})

test('who made annotations in a phase is told at its reveal: those that still stand and are the team’s', async () => {
  await annotate(world.olga)
  const { id } = await open(world.edda, [document.documentId])
  await annotate(world.ben)
  await annotate(world.ada)
  await annotate(world.ada)
  await annotate(world.edda, { visibility: 'private' })
  await deleteAnnotation(writing(world.olga), (await annotate(world.olga)).id)
  for (const reader of [world.olga, world.ada, world.vera]) expect((await getPhase(reader, id)).coders).toEqual([])
  await revealPhase(writing(world.edda), id)
  expect((await getPhase(world.vera, id)).coders).toEqual([
    { id: world.ada.id, name: 'Ada' },
    { id: world.ben.id, name: 'Ben' },
  ])
})

test('of a document that went to the trash meanwhile only those are told who may see it, also who wrote in it', async () => {
  const { id } = await open(world.edda, [document.documentId])
  await annotate(world.ada)
  await trashDocument(writing(world.edda), document.documentId)
  await revealPhase(writing(world.edda), id)
  expect(await getPhase(world.ben, id)).toMatchObject({ documents: [], coders: [] })
  expect(await getPhase(world.edda, id)).toMatchObject({
    documents: [{ title: 'Briefing' }],
    coders: [{ name: 'Ada' }],
  })
})
