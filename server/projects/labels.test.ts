import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import type { Label } from '@/domain/projects/label'
import { createAnnotation } from '../annotations/create-annotation'
import { deleteAnnotation } from '../annotations/delete-annotation'
import { trashDocument } from '../documents/change-document'
import { db } from '../db'
import { draftOn, makeDocument, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { listLabelUses } from './label-uses'
import { createLabel, listLabels, updateLabel } from './labels'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})

const labels = async () => (await listLabels(world.vera, world.projectId, { limit: 200 })).items
const add = (by: Actor, more: Partial<Parameters<typeof createLabel>[2]> = {}) =>
  createLabel(writing(by), world.projectId, {
    id: v7(),
    name: 'Claim',
    description: '',
    color: 'green',
    shortcut: null,
    ...more,
  })
const change = (by: Actor, { id, version, name, description, color, shortcut, retired }: Label, more: Partial<Label>) =>
  updateLabel(writing(by), id, { version, name, description, color, shortcut, retired, ...more } as Parameters<
    typeof updateLabel
  >[2])

test('a label is added at the end, changed, retired and offered again', async () => {
  const made = await add(world.edda, { shortcut: 6 })
  expect(made).toMatchObject({ name: 'Claim', shortcut: 6, position: 5, version: 1, retired: false })
  expect((await labels()).at(-1)).toEqual(made)
  const changed = await change(world.edda, made, { name: 'Assertion', color: 'pink', shortcut: null })
  expect(changed).toMatchObject({ id: made.id, name: 'Assertion', color: 'pink', shortcut: null, version: 2 })
  const retired = await change(world.edda, changed, { retired: true })
  expect(retired).toMatchObject({ retired: true, version: 3, position: 5 })
  expect((await labels()).at(-1)).toEqual(retired)
  const kinds = await db.event.findMany({ where: { subject: made.id }, orderBy: { seq: 'asc' } })
  expect(kinds.map(({ kind }) => kind)).toEqual(['label.created', 'label.updated', 'label.retired'])
  expect(await change(world.edda, retired, { retired: false })).toMatchObject({ retired: false, version: 4 })
})

test('a digit key belongs to one offered label of the project', async () => {
  await expect(add(world.edda, { shortcut: 1 })).rejects.toEqual(
    refused('conflict', /The key 1 belongs to the label “Question”\. Choose another key, or none\./),
  )
  const [question] = await labels()
  const retired = await change(world.edda, question as Label, { retired: true })
  const heir = await add(world.edda, { shortcut: 1 })
  expect(heir.shortcut).toBe(1)
  await expect(change(world.edda, retired, { retired: false })).rejects.toEqual(refused('conflict', /“Claim”/))
  expect(await change(world.edda, retired, { retired: false, shortcut: null })).toMatchObject({ retired: false })
})

test('of many who want the same key at once, one gets it', async () => {
  const ended = await Promise.allSettled([1, 2, 3, 4].map(() => add(world.edda, { shortcut: 9 })))
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const { reason } of ended.filter((each) => each.status === 'rejected'))
    expect(reason).toEqual(refused('conflict'))
})

test('a stale change is refused with both', async () => {
  const [question] = (await labels()) as [Label]
  await change(world.edda, question, { name: 'Query' })
  await expect(change(world.olga, question, { name: 'Doubt' })).rejects.toMatchObject({
    kind: 'conflict',
    details: { theirs: { name: 'Query', version: 2 }, yours: { name: 'Doubt', version: 1 } },
  })
})

test('editors manage labels, analysts read them, outsiders learn nothing', async () => {
  const [question] = (await labels()) as [Label]
  for (const by of [world.ada, world.vera]) {
    await expect(add(by)).rejects.toEqual(refused('forbidden', /manage labels/))
    await expect(change(by, question, { name: 'x' })).rejects.toEqual(refused('forbidden'))
  }
  await expect(add(world.otto)).rejects.toEqual(refused('not-found'))
  await expect(change(world.otto, question, { name: 'x' })).rejects.toEqual(refused('not-found'))
  await expect(listLabels(world.otto, world.projectId, { limit: 10 })).rejects.toEqual(refused('not-found'))
  await expect(listLabelUses(world.otto, world.projectId, { limit: 10 })).rejects.toEqual(refused('not-found'))
})

test('uses count what each reader may see: nothing private of others, deleted, or in the trash', async () => {
  const [labelId] = world.labelIds
  const uses = async (by: Actor) =>
    (await listLabelUses(by, world.projectId, { limit: 50 })).items.find((use) => use.labelId === labelId)?.annotations
  const annotate = (by: Actor, words: string, more = {}) =>
    createAnnotation(writing(by), world.documentId, draftOn(world, words, { labelId, ...more }))
  await annotate(world.ada, 'Ministers')
  await annotate(world.ada, 'rare earths', { visibility: 'private' })
  const gone = await annotate(world.ben, 'Critics')
  await deleteAnnotation(writing(world.ben), gone.id)
  expect(await uses(world.ada)).toBe(2)
  for (const by of [world.ben, world.vera, world.olga]) expect(await uses(by)).toBe(1)

  const other = await makeDocument(world.projectId, world.workspaceId, world.olga)
  await createAnnotation(writing(world.ben), other.documentId, draftOn(other, 'Officials', { labelId }))
  expect(await uses(world.vera)).toBe(2)
  await trashDocument(writing(world.edda), other.documentId)
  for (const by of [world.vera, world.edda]) expect(await uses(by)).toBe(1)
})

test('uses come in the order of the labels, in pages', async () => {
  const whole = await listLabelUses(world.vera, world.projectId, { limit: 50 })
  expect(whole.items.map(({ labelId }) => labelId)).toEqual(world.labelIds)
  const first = await listLabelUses(world.vera, world.projectId, { limit: 2 })
  const second = await listLabelUses(world.vera, world.projectId, { limit: 50, cursor: first.next ?? undefined })
  expect([...first.items, ...second.items]).toEqual(whole.items)
  expect(second.next).toBeNull()
})
