import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import type { AnnotationFilter } from '@/domain/annotations/endpoints'
import { FLAG, Spans } from '@/domain/annotations/spans'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { draftOn, makeDocument, makeWorld, noteOf, says, writing, type World } from '../testing/make-world'
import { createComment } from '../threads/create-comment'
import { deleteComment } from '../threads/delete-comment'
import { resolveThread } from '../threads/resolve-thread'
import { createAnnotation } from './create-annotation'
import { deleteAnnotation } from './delete-annotation'
import { listAnnotations, type AnnotationQuery } from './list-annotations'
import { listSpans } from './list-spans'
import { listTags } from './list-tags'

let world: World
/** What was made, by the words that it marks. */
const ids = new Map<string, string>()

beforeAll(async () => {
  world = await makeWorld()
  const [question, context] = world.labelIds
  const make = async (by: Actor, words: string, more = {}) => {
    const { id } = await createAnnotation(writing(by), world.documentId, draftOn(world, words, more))
    ids.set(words, id)
  }
  await make(world.ada, 'Critics', { labelId: question, tags: ['trade', 'tone'], note: noteOf('Name one, 100 %') })
  await make(world.ben, 'Ministers', { labelId: context, tags: ['trade'] })
  await make(world.ada, 'Ministers signed', { visibility: 'private', tags: ['secret', 'trade'], note: noteOf('Hm') })
  await make(world.ben, '40,000 tonnes', { tags: ['100_%', 'Tonnage'] })
  await make(world.ben, 'gone', { ...place('deal') })
  await deleteAnnotation(writing(world.ben), ids.get('gone') ?? '')
  await createComment(writing(world.ben), ids.get('Ministers') ?? '', {
    ...noteOf('Which ones?'),
    parentId: null,
  })
  const typo = await createComment(writing(world.ben), ids.get('Ministers') ?? '', {
    ...noteOf('Wihch?'),
    parentId: null,
  })
  await deleteComment(writing(world.ben), typo.id)
  await resolveThread(writing(world.ada), ids.get('Ministers') ?? '', 'Named below')
})

const place = (words: string) => {
  const { start, end, exact } = draftOn(world, words)
  return { start, end, exact }
}
const list = (actor: Actor, query: Partial<AnnotationQuery> = {}) =>
  listAnnotations(actor, world.documentId, { limit: 50, sort: 'position', ...query })
const words = async (actor: Actor, query: Partial<AnnotationQuery> = {}) =>
  (await list(actor, query)).items.map(({ exact }) => exact)

type Case = [string, (world: World) => AnnotationFilter, string[]]
const CASES: Case[] = [
  ['no filter', () => ({}), ['Ministers', 'Ministers signed', '40,000 tonnes', 'Critics']],
  ['a label', ({ labelIds }) => ({ label: labelIds[0] }), ['Critics']],
  ['no label', () => ({ label: 'none' }), ['Ministers signed', '40,000 tonnes']],
  ['a tag', () => ({ tag: 'trade' }), ['Ministers', 'Ministers signed', 'Critics']],
  ['an author', ({ ben }) => ({ author: ben.id }), ['Ministers', '40,000 tonnes']],
  ['open', () => ({ status: 'open' }), ['Ministers signed', '40,000 tonnes', 'Critics']],
  ['resolved', () => ({ status: 'resolved' }), ['Ministers']],
  ['private', () => ({ visibility: 'private' }), ['Ministers signed']],
  ['team', () => ({ visibility: 'team' }), ['Ministers', '40,000 tonnes', 'Critics']],
  ['part of the passage', () => ({ text: ' SIGNED ' }), ['Ministers signed']],
  ['part of a tag', () => ({ text: 'tonn' }), ['40,000 tonnes']],
  ['part of a comment', () => ({ text: 'which' }), ['Ministers']],
  ['part of a deleted comment', () => ({ text: 'wihch' }), []],
  ['a wildcard taken literally', () => ({ text: '0 %' }), ['Critics']],
  ['another wildcard', () => ({ text: '0_%' }), ['40,000 tonnes']],
  ['two at once', ({ ada }) => ({ author: ada.id, text: 'critics' }), ['Critics']],
  ['blank text', () => ({ text: '  ' }), ['Ministers', 'Ministers signed', '40,000 tonnes', 'Critics']],
]

test.each(CASES)('filtered by %s, list and spans show the same', async (_, filter, expected) => {
  expect(await words(world.ada, filter(world))).toEqual(expected)
  const spans = await listSpans(world.ada, world.documentId, filter(world))
  expect(spans.ids).toEqual(expected.map((it) => ids.get(it)))
  const seen = expected.filter((it) => it !== 'Ministers signed')
  expect(await words(world.olga, filter(world))).toEqual(seen)
  expect((await listSpans(world.olga, world.documentId, filter(world))).ids).toEqual(seen.map((it) => ids.get(it)))
})

test('spans in columns', async () => {
  const spans = await listSpans(world.ada, world.documentId, {})
  expect(Spans.parse(spans)).toEqual(spans)
  expect(spans.versionId).toBe(world.versionId)
  expect(spans.ids.map((_, i) => world.text.slice(spans.starts[i], spans.ends[i]))).toEqual(await words(world.ada))
  expect(spans.flags).toEqual([FLAG.resolved + FLAG.talked, FLAG.private + FLAG.talked, 0, FLAG.talked])
  expect(spans.labels.map((i) => spans.labelTable[i] ?? null)).toEqual([
    world.labelIds[1],
    null,
    null,
    world.labelIds[0],
  ])
  expect(spans.authors.map((i) => spans.authorTable[i]?.name)).toEqual(['Ben', 'Ada', 'Ben', 'Ada'])
})

test('spans of a document without any', async () => {
  const empty = await makeDocument(world.projectId, world.workspaceId, world.olga)
  expect(await listSpans(world.ada, empty.documentId, {})).toEqual({
    ...{ versionId: empty.versionId, ids: [], starts: [], ends: [] },
    ...{ labels: [], authors: [], flags: [], labelTable: [], authorTable: [] },
  })
})

test.each(['position', 'activity'] as const)('pages by %s hold every annotation once, in order', async (sort) => {
  const all = await list(world.ada, { sort })
  const paged: unknown[] = []
  for (let cursor: string | null | undefined = undefined; cursor !== null;) {
    const page: Awaited<ReturnType<typeof list>> = await list(world.ada, { sort, cursor, limit: 1 })
    paged.push(...page.items)
    cursor = page.next
  }
  expect(paged).toEqual(all.items)
})

test('the latest activity comes first', async () => {
  expect(await words(world.ada, { sort: 'activity' })).toEqual([
    'Ministers',
    '40,000 tonnes',
    'Ministers signed',
    'Critics',
  ])
  await createComment(writing(world.ben), ids.get('Critics') ?? '', {
    id: v7(),
    parentId: null,
    json: says('Hear, hear'),
  })
  expect((await words(world.ada, { sort: 'activity' }))[0]).toBe('Critics')
})

test('only those asked for, on one page; what can not be seen is left out', async () => {
  const asked = [...ids.values()]
  expect(await words(world.olga, { ids: asked, limit: 1 })).toEqual(['Ministers', '40,000 tonnes', 'Critics'])
})

test('a cursor of another order is refused', async () => {
  const { next } = await list(world.ada, { limit: 1 })
  await expect(list(world.ada, { sort: 'activity', cursor: next ?? '' })).rejects.toMatchObject({ kind: 'invalid' })
})

test('an outsider finds nothing', async () => {
  await expect(list(world.otto)).rejects.toMatchObject({ kind: 'not-found' })
  await expect(listSpans(world.otto, world.documentId, {})).rejects.toMatchObject({ kind: 'not-found' })
  await expect(listTags(world.otto, world.projectId, { prefix: '', limit: 50 })).rejects.toMatchObject({
    kind: 'not-found',
  })
})

// Tags.

const tags = async (actor: Actor, prefix = '', more = {}) =>
  (await listTags(actor, world.projectId, { prefix, limit: 50, ...more })).items

test.each<[string, string, string[]]>([
  ['most used first, then by name', '', ['trade', '100_%', 'Tonnage', 'secret', 'tone']],
  ['whatever the case', 'TON', ['Tonnage', 'tone']],
  ['wildcards taken literally', '100_', ['100_%']],
  ['nothing', 'x', []],
])('tags are completed: %s', async (_, prefix, expected) => {
  expect(await tags(world.ada, prefix)).toEqual(expected)
  expect(await tags(world.ben, prefix)).toEqual(expected.filter((tag) => tag !== 'secret'))
})

test('tags in pages', async () => {
  const first = await listTags(world.ada, world.projectId, { prefix: '', limit: 2 })
  expect(first.items).toEqual(['trade', '100_%'])
  expect(await tags(world.ada, '', { cursor: first.next })).toEqual(['Tonnage', 'secret', 'tone'])
})

test('tags used in the trash alone are offered to editors alone', async () => {
  const trashed = await makeDocument(world.projectId, world.workspaceId, world.olga)
  await createAnnotation(writing(world.ada), trashed.documentId, draftOn(trashed, 'deal', { tags: ['trash'] }))
  await db.document.update({ where: { id: trashed.documentId }, data: { trashedAt: new Date() } })
  expect(await tags(world.ada, 'trash')).toEqual([])
  expect(await tags(world.edda, 'trash')).toEqual(['trash'])
})
