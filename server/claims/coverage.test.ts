import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { Coverage, type ClearedDraft } from '@/domain/claims/coverage'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { listEvents } from '../list-events'
import { makeAnnotation } from '../testing/make'
import { makeClaim } from '../testing/make-claims'
import { draftOn, makeDocument, makeWorld, TEXT, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { clearPassage, unclearPassage } from './clear-passage'
import { findSentences } from './find-sentences'
import { readCoverage } from './read-coverage'
import { findVersion } from '../documents/find-version'
import { removeClaim } from './remove-claim'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})

const read = (actor: Actor, limit = 50, cursor?: string) => readCoverage(actor, world.documentId, { limit, cursor })
const statuses = async (actor: Actor) => (await read(actor)).items.map(({ status }) => status).join(' ')
const draft = (words: string): ClearedDraft => {
  const { id, versionId, start, end, exact } = draftOn(world, words)
  return { id, versionId, start, end, exact }
}
const clear = async (by: Actor, words: string) => {
  const cleared = draft(words)
  await clearPassage(writing(by), world.documentId, cleared)
  return cleared.id
}

test('each sentence is claimed, cleared or unseen, with the claims that occur in it and who cleared it', async () => {
  const passage = await makeAnnotation(world.ada, world, 'signed a deal')
  const [first, second] = [
    await makeClaim(world.ada, world, [passage.id]),
    await makeClaim(world.ben, world, [passage.id]),
  ]
  const id = await clear(world.ben, TEXT[2] ?? '')
  const coverage = await read(world.vera)
  expect(Coverage.parse(coverage)).toEqual(coverage)
  expect(coverage).toMatchObject({
    documentId: world.documentId,
    versionId: world.versionId,
    claimed: 1,
    cleared: 1,
    unseen: 1,
    next: null,
  })
  expect(coverage.items.map(({ text, status }) => [text, status])).toEqual([
    [TEXT[0], 'claimed'],
    [(TEXT[1] ?? '').replace(' 😀', ''), 'unseen'],
    [TEXT[2], 'cleared'],
  ])
  expect(coverage.items[0]?.claimIds.toSorted()).toEqual([first.id, second.id].toSorted())
  expect(coverage.items[2]?.cleared).toEqual([{ id, by: { id: world.ben.id, name: 'Ben' }, held: false }])
  for (const { start, end, text } of coverage.items) expect(world.text.slice(start, end)).toBe(text)
})

test('pages of one hold each sentence once; the counts are of the whole', async () => {
  await clear(world.ada, TEXT[0] ?? '')
  const { items } = await read(world.vera)
  const paged: unknown[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Coverage = await read(world.vera, 1, cursor)
    expect(page).toMatchObject({ claimed: 0, cleared: 1, unseen: 2 })
    paged.push(...page.items)
    cursor = page.next
  }
  expect(paged).toEqual(items)
})

test('what someone can’t see covers nothing for them', async () => {
  const passage = await makeAnnotation(world.ada, world, 'signed a deal')
  const claim = await makeClaim(world.ada, world, [passage.id])
  await removeClaim(writing(world.ada), claim.id)
  expect(await statuses(world.vera)).toBe('unseen unseen unseen')
  await makeClaim(world.ada, world, [passage.id])
  await db.annotation.update({ where: { id: passage.id }, data: { deletedAt: new Date() } })
  expect(await statuses(world.vera)).toBe('unseen unseen unseen')
  await expect(read(world.otto)).rejects.toEqual(refused('not-found', /document/))
})

test.each<[string, (it: ClearedDraft) => Partial<ClearedDraft>, 'conflict' | 'invalid' | 'not-found', RegExp]>([
  ['words that are not there', ({ exact }) => ({ exact: exact.toUpperCase() }), 'conflict', /not at this place/],
  ['half an emoji', () => place('\ude00', 1), 'invalid', /whole characters/],
  ['a few words', () => place('Critics call'), 'invalid', /less than half/],
  ['a version that is not there', () => ({ versionId: v7() }), 'not-found', /document/],
])('%s are not cleared', async (_, wrong, kind, message) => {
  const it = draft(TEXT[2] ?? '')
  const attempt = clearPassage(writing(world.ada), world.documentId, { ...it, ...wrong(it) })
  await expect(attempt).rejects.toEqual(refused(kind, message))
  expect(await db.clearedSpan.count({ where: { documentId: world.documentId } })).toBe(0)
})

/** Where these words stand, or the half of a character. */
function place(exact: string, half: 0 | 1 = 0): Partial<ClearedDraft> {
  const start = world.text.indexOf(half ? '😀' : exact) + half
  return { start, end: start + exact.length, exact }
}

test('whoever cleared a passage takes it back, or an editor does; the document’s readers hear of both', async () => {
  const [own, another] = [await clear(world.ada, TEXT[0] ?? ''), await clear(world.ada, TEXT[1] ?? '')]
  await expect(unclearPassage(writing(world.ben), own)).rejects.toEqual(refused('forbidden'))
  await expect(unclearPassage(writing(world.otto), own)).rejects.toEqual(refused('not-found'))
  await unclearPassage(writing(world.ada), own)
  await unclearPassage(writing(world.edda), another)
  await expect(unclearPassage(writing(world.ada), own)).rejects.toEqual(refused('not-found'))
  expect(await statuses(world.vera)).toBe('unseen unseen unseen')
  const { items } = await listEvents(world.vera, 'document', world.documentId, { limit: 50, after: 0 })
  expect(items.map(({ kind }) => kind)).toEqual([
    'passage.cleared',
    'passage.cleared',
    'passage.uncleared',
    'passage.uncleared',
  ])
})

test('who may clear: analysts, of what is not in the trash', async () => {
  await expect(clear(world.vera, TEXT[0] ?? '')).rejects.toEqual(refused('forbidden'))
  await expect(clear(world.otto, TEXT[0] ?? '')).rejects.toEqual(refused('not-found'))
  await db.document.update({ where: { id: world.documentId }, data: { trashedAt: new Date() } })
  await expect(clear(world.ada, TEXT[0] ?? '')).rejects.toEqual(refused('not-found'))
})

test('the sentences of a long text are found while others get their turn', async () => {
  const lines = Array.from({ length: 2_000 }, (_, i) => `This is the first of line ${i}. This is the second.`)
  const { versionId } = await makeDocument(world.projectId, world.workspaceId, world.olga, lines)
  const version = await findVersion(versionId)
  if (!version) throw new TypeError('the version is gone')
  let turns = 0
  const ticking = setInterval(() => turns++, 0)
  const found = await findSentences(version)
  clearInterval(ticking)
  expect(found).toHaveLength(4_000)
  expect(turns).toBeGreaterThan(2)
  expect(await findSentences(version)).toBe(found)
})
