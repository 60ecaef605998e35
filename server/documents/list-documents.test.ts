import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { db } from '../db'
import { draftOn, makeProject, makeDocument, makeWorld, noteOf, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { resolveThread } from '../threads/resolve-thread'
import { updateDocument, restoreDocument, trashDocument } from './change-document'
import { getDocument, listDocuments, type DocumentQuery } from './list-documents'

let world: World
let shelf: { projectId: string; ids: string[] }
const TITLES = ['Zinc', 'apatite', 'Éclogite', 'Beryl', '100% quartz', 'under_score', 'beryl', 'Zirconia \\ notes']

beforeAll(async () => {
  world = await makeWorld()
  const { projectId } = await makeProject(world.workspaceId, world.olga)
  const ids: string[] = []
  for (const [index, title] of TITLES.entries()) {
    const { documentId } = await makeDocument(projectId, world.workspaceId, world.edda)
    // Two at a time are of one moment, so that ids have to decide.
    const createdAt = new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 2)))
    await db.document.update({ where: { id: documentId }, data: { title, createdAt } })
    ids.push(documentId)
  }
  shelf = { projectId, ids }
})

const ask = (by: Actor, more: Partial<DocumentQuery> = {}, projectId = shelf.projectId) =>
  listDocuments(by, projectId, { sort: 'added', order: 'desc', text: '', trashed: 'false', limit: 50, ...more })

const titles = async (more: Partial<DocumentQuery>) => (await ask(world.vera, more)).items.map(({ title }) => title)

async function allPages(more: Partial<DocumentQuery>, limit: number): Promise<string[]> {
  const seen: string[] = []
  for (let cursor: string | undefined; ;) {
    const { items, next } = await ask(world.vera, { ...more, limit, cursor })
    expect(items.length).toBeLessThanOrEqual(limit)
    seen.push(...items.map(({ id }) => id))
    if (next === null) return seen
    cursor = next
  }
}

test('titles sort without regard to capitals', async () => {
  const sorted = ['100% quartz', 'apatite', 'under_score', 'Zinc', 'Zirconia \\ notes']
  const found = await titles({ sort: 'title', order: 'asc' })
  expect(found.filter((title) => sorted.includes(title))).toEqual(sorted)
  expect(await titles({ sort: 'title', order: 'desc' })).toEqual(found.toReversed())
})

test.each([1, 2, 3, 7])('every order can be read in pages of %i: each document once, none left out', async (limit) => {
  for (const sort of ['title', 'added', 'activity'] as const) {
    for (const order of ['asc', 'desc'] as const) {
      const whole = (await ask(world.vera, { sort, order })).items.map(({ id }) => id)
      expect(whole).toHaveLength(TITLES.length)
      expect(await allPages({ sort, order }, limit)).toEqual(whole)
    }
  }
})

test.each<[string, string[]]>([
  ['BER', ['beryl', 'Beryl']],
  ['%', ['100% quartz']],
  ['_', ['under_score']],
  ['\\', ['Zirconia \\ notes']],
  ['éclo', ['Éclogite']],
  ['nothing like it', []],
])('the filter finds %j as it is written', async (text, found) => {
  expect((await titles({ text, sort: 'title' })).toSorted()).toEqual(found.toSorted())
})

test.each<[string, unknown]>([
  ['of another order', { key: '2026-01-01T00:00:00.000Z', id: v7(), sort: 'added', order: 'asc' }],
  ['with a moment that is none', { key: 'yesterday', id: v7(), sort: 'added', order: 'desc' }],
  ['with what no database takes', { key: 'a\u0000b', id: v7(), sort: 'title', order: 'desc' }],
  ['with another id', { key: 'a', id: 'x', sort: 'title', order: 'desc' }],
])('a cursor %s is refused', async (_, cursor) => {
  const forged = Buffer.from(JSON.stringify(cursor)).toString('base64url')
  for (const sort of ['added', 'title'] as const) {
    await expect(ask(world.vera, { sort, cursor: forged })).rejects.toEqual(refused('invalid', /first page/))
  }
})

test('counts are of what each reader may see; what is private moves nothing for others', async () => {
  const { documentId, versionId, text } = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const on = { versionId, text }
  const annotate = (by: Actor, words: string, more = {}) =>
    createAnnotation(writing(by), documentId, draftOn(on, words, more))
  const before = await getDocument(world.ben, documentId)
  await annotate(world.ada, 'Ministers', { visibility: 'private', note: noteOf('Who?') })
  expect(await getDocument(world.ben, documentId)).toEqual(before)
  expect(await getDocument(world.ada, documentId)).toMatchObject({ annotations: 1, openThreads: 1 })

  await annotate(world.ada, 'Officials')
  const asked = await annotate(world.ben, 'Critics', { note: noteOf('Which critics?') })
  const now = await getDocument(world.ben, documentId)
  expect(now).toMatchObject({ annotations: 2, openThreads: 1 })
  expect(now.activeAt > before.activeAt).toBe(true)
  expect(await getDocument(world.ada, documentId)).toMatchObject({ annotations: 3, openThreads: 2 })

  await resolveThread(writing(world.ben), asked.id, '')
  expect(await getDocument(world.ben, documentId)).toMatchObject({ annotations: 2, openThreads: 0 })
  const [newest] = (await ask(world.ben, { sort: 'activity' }, world.projectId)).items
  expect(newest?.id).toBe(documentId)
})

test('what is in the trash is there for those who can take it out, and gone for others', async () => {
  const { documentId } = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const inTrash = async (by: Actor) => (await ask(by, { trashed: 'true' }, world.projectId)).items.map(({ id }) => id)
  const listed = async (by: Actor) => (await ask(by, {}, world.projectId)).items.map(({ id }) => id)
  await expect(trashDocument(writing(world.ada), documentId)).rejects.toEqual(refused('forbidden'))
  expect(await trashDocument(writing(world.edda), documentId)).toMatchObject({ id: documentId, trashed: true })
  await expect(trashDocument(writing(world.edda), documentId)).rejects.toEqual(
    refused('conflict', /in the trash already/),
  )

  expect(await inTrash(world.edda)).toEqual([documentId])
  expect(await listed(world.edda)).not.toContain(documentId)
  for (const by of [world.ada, world.vera]) {
    expect(await inTrash(by)).toEqual([])
    expect(await listed(by)).not.toContain(documentId)
    await expect(getDocument(by, documentId)).rejects.toEqual(refused('not-found'))
    await expect(restoreDocument(writing(by), documentId)).rejects.toEqual(refused('not-found'))
  }
  expect(await restoreDocument(writing(world.edda), documentId)).toMatchObject({ trashed: false })
  await expect(restoreDocument(writing(world.edda), documentId)).rejects.toEqual(
    refused('conflict', /not in the trash/),
  )
  expect(await listed(world.vera)).toContain(documentId)
})

test('a stale rename is refused with both titles, and changes nothing', async () => {
  const { documentId } = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const renamed = await updateDocument(writing(world.edda), documentId, { version: 1, title: 'Second title' })
  expect(renamed).toMatchObject({ title: 'Second title', version: 2 })
  const stale = updateDocument(writing(world.olga), documentId, { version: 1, title: 'Third title' })
  await expect(stale).rejects.toMatchObject({
    kind: 'conflict',
    details: { theirs: { title: 'Second title', version: 2 }, yours: { title: 'Third title' } },
  })
  expect(await getDocument(world.vera, documentId)).toEqual(renamed)
  await expect(updateDocument(writing(world.ada), documentId, { version: 2, title: 'By an analyst' })).rejects.toEqual(
    refused('forbidden'),
  )
})

test('what is known of a document is kept as a whole; a stale change is told what stands there now', async () => {
  const { documentId } = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const details = {
    ...{ author: 'Rosa Quill', source: 'The Herald', address: 'https://herald.example/deal' },
    ...{ publishedOn: '2026-11', language: 'en-GB' },
  }
  const change = { version: 1, title: 'Deal', details }
  expect(await updateDocument(writing(world.edda), documentId, change)).toMatchObject({ title: 'Deal', ...details })
  const events = await db.event.findMany({ where: { subject: documentId } })
  expect(events).toMatchObject([{ kind: 'document.updated', actorId: world.edda.id, streamId: world.projectId }])
  const yours = { ...details, author: 'Someone else' }
  await expect(updateDocument(writing(world.olga), documentId, { ...change, details: yours })).rejects.toMatchObject({
    kind: 'conflict',
    details: { theirs: { title: 'Deal', version: 2, details }, yours: { title: 'Deal', details: yours } },
  })
  // A new name leaves them as they are.
  const renamed = await updateDocument(writing(world.olga), documentId, { version: 2, title: 'The deal' })
  expect(renamed).toMatchObject({ title: 'The deal', ...details })
  for (const by of [world.ada, world.vera])
    await expect(updateDocument(writing(by), documentId, { ...change, version: 3 })).rejects.toEqual(
      refused('forbidden'),
    )
})

test('of two renames at once, one wins and the other is told', async () => {
  const { documentId } = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const ended = await Promise.allSettled(
    [1, 2, 3, 4].map((each) => updateDocument(writing(world.edda), documentId, { version: 1, title: `Title ${each}` })),
  )
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
