import { beforeAll, expect, test } from 'vitest'
import { CLAIM_SORTS } from '@/domain/claims/endpoints'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { makeAnnotation } from '../testing/make'
import { makeRound } from '../testing/make-claim'
import { makeClaim } from '../testing/make-claims'
import { makeDocument, makeProject, makeWorld, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { clearClaim } from './clear-claim'
import { listClaims, type ClaimQuery } from './list-claims'
import { listSimilarClaims, type SimilarQuery } from './list-similar-claims'

let world: World
/** What was made, by the first letter of its statement. */
const ids = new Map<string, string>()
const passages = new Map<string, string>()
let elsewhere: Awaited<ReturnType<typeof makeDocument>>

const KEPT = {
  a: { statement: 'a deal on rare earths was signed', type: 'fact', priority: 'low', split: 0.5 },
  b: { statement: 'by 2030 the annex names 14,000 tonnes', type: 'prediction', priority: 'normal', split: null },
  c: { statement: 'critics call it 100 % a promise', type: 'quotation', priority: 'high', split: 0.9 },
  d: { statement: 'deals on rare earths were signed', type: 'fact', priority: 'high', split: null },
  e: { statement: 'earlier, no deal was reported', type: 'negative', priority: 'normal', split: 0.5 },
} as const

beforeAll(async () => {
  world = await makeWorld()
  elsewhere = await makeDocument(world.projectId, world.workspaceId, world.olga)
  passages.set('here', (await makeAnnotation(world.ada, world, 'signed a deal')).id)
  passages.set('there', (await makeAnnotation(world.ben, elsewhere, 'signed a deal')).id)
  passages.set('apart', (await makeAnnotation(world.ben, elsewhere, 'Critics')).id)
  const where = { a: 'here', c: 'apart', d: 'there' } as Record<string, string>
  for (const [name, { split, ...more }] of Object.entries(KEPT)) {
    const passage = passages.get(where[name] ?? '')
    const { id } = await makeClaim(world.ada, world, passage ? [passage] : [], more)
    // All at the same moment, so that only the rest of each order tells them apart.
    await db.claim.update({ where: { id }, data: { split, activeAt: new Date(0), createdAt: new Date(0) } })
    ids.set(name, id)
  }
  await db.claim.update({ where: { id: ids.get('b') ?? '' }, data: { activeAt: new Date(1) } })
  await db.claim.update({ where: { id: ids.get('e') ?? '' }, data: { createdAt: new Date(1), state: 'cleared' } })
  await makeClaim(world.ada, await makeProject(world.workspaceId, world.olga))
})

const list = (actor: Actor, query: Partial<ClaimQuery> = {}) =>
  listClaims(actor, world.projectId, { limit: 50, sort: 'activity', text: '', waiting: 'false', ...query })
const letters = (items: { statement: string }[]) => items.map(({ statement }) => statement.charAt(0)).join('')

test.each<[ClaimQuery['sort'], string]>([
  ['activity', 'bedca'],
  ['created', 'edcba'],
  ['priority', 'dcbea'],
  ['split', 'ceadb'],
])('by %s; pages of any size hold each once, in the same order', async (sort, expected) => {
  const { items, next } = await list(world.vera, { sort })
  expect(letters(items)).toBe(expected)
  expect(next).toBeNull()
  for (const limit of [1, 2, 3, 5]) {
    const paged: typeof items = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Awaited<ReturnType<typeof list>> = await list(world.vera, { sort, limit, cursor })
      expect(page.items.length).toBeLessThanOrEqual(limit)
      paged.push(...page.items)
      cursor = page.next
    }
    expect(paged).toEqual(items)
  }
})

const pairs = CLAIM_SORTS.flatMap((sort) => CLAIM_SORTS.map((other) => [sort, other] as const)).filter(
  ([a, b]) => a !== b,
)
test.each(pairs)('a cursor by %s is none by %s', async (sort, other) => {
  const { next } = await list(world.vera, { sort, limit: 1 })
  await expect(list(world.vera, { sort: other, cursor: next ?? '' })).rejects.toEqual(refused('invalid', /cursor/))
})

test.each<[string, () => Partial<ClaimQuery>, string]>([
  ['a state', () => ({ state: 'cleared' }), 'e'],
  ['a type', () => ({ type: 'fact' }), 'da'],
  ['a document', () => ({ document: elsewhere.documentId }), 'dc'],
  ['part of the statement, whatever the case', () => ({ text: ' DEAL ' }), 'eda'],
  ['a wildcard taken literally', () => ({ text: '0 %' }), 'c'],
  ['two at once', () => ({ type: 'fact', document: elsewhere.documentId }), 'd'],
  ['a document that is not there', () => ({ document: world.projectId }), ''],
])('filtered by %s', async (_, query, expected) => {
  expect(letters((await list(world.vera, query())).items)).toBe(expected)
})

test('an outsider finds nothing', async () => {
  await expect(list(world.otto)).rejects.toEqual(refused('not-found', /project/))
  await expect(similar(world.otto, {})).rejects.toEqual(refused('not-found', /project/))
})

test('what waits for someone: a key that they may press, or a verdict that they are asked for', async () => {
  const waiting = async (actor: Actor) => letters((await list(actor, { waiting: 'true', sort: 'created' })).items)
  expect(await waiting(world.ben)).toBe('dcba')
  expect(await waiting(world.vera)).toBe('')
  await clearClaim(world.ben, ids.get('b') ?? '', { number: 1 })
  expect([await waiting(world.ben), await waiting(world.ada)]).toEqual(['dca', 'dcba'])
  const claimId = ids.get('c') ?? ''
  const { id: versionId } = await db.claimVersion.findFirstOrThrow({ where: { claimId } })
  const made = { id: claimId, workspaceId: world.workspaceId, projectId: world.projectId, versionId }
  const round = await makeRound(made, world.edda, [world.ben, world.olga])
  expect([await waiting(world.ben), await waiting(world.ada), await waiting(world.olga)]).toEqual([
    'dca',
    'dba',
    'dcba',
  ])
  const open = async (actor: Actor) =>
    (await list(actor, { state: 'reviewing' })).items.map(({ openRound }) => openRound)
  expect([await open(world.ben), await open(world.ada)]).toEqual([
    [{ id: round.id, mine: true }],
    [{ id: round.id, mine: false }],
  ])
  const where = { roundId_userId: { roundId: round.id, userId: world.olga.id } }
  await db.roundReviewer.update({ where, data: { droppedAt: new Date() } })
  const seal = { sealId: round.sealId, held: true }
  const submitted = {
    roundId: round.id,
    claimId,
    authorId: world.ben.id,
    workspaceId: world.workspaceId,
    kind: 'recused',
    ...seal,
  } as const
  await db.verdict.create({ data: { id: round.reviewId, ...submitted } })
  expect([await waiting(world.ben), await waiting(world.olga)]).toEqual(['da', 'dba'])
  expect(await open(world.ben)).toEqual([{ id: round.id, mine: false }])
})

// What is alike.

const similar = (actor: Actor, query: Partial<SimilarQuery>) =>
  listSimilarClaims(actor, world.projectId, { limit: 50, statement: '', ...query })

test('alike in words, the most alike first', async () => {
  const { items } = await similar(world.vera, { statement: 'A deal on rare earths was signed.' })
  expect(letters(items)).toBe('ad')
  expect(items[0]).toMatchObject({ likeness: 1, samePassage: false, type: 'fact', state: 'proposed' })
  expect(letters((await similar(world.vera, { statement: 'nothing of the kind, however' })).items)).toBe('')
  expect((await similar(world.vera, {})).items).toEqual([])
})

test('the same passage, and the same words elsewhere, come before likeness; each once, in pages of one', async () => {
  const query = { statement: 'critics call it 100 % a promise', annotations: [passages.get('here') ?? ''] }
  const { items } = await similar(world.vera, query)
  expect(letters(items.slice(0, 2)).split('').toSorted()).toEqual(['a', 'd'])
  expect(items.map(({ samePassage }) => samePassage)).toEqual([true, true, false])
  expect(letters(items).charAt(2)).toBe('c')
  const paged: unknown[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Awaited<ReturnType<typeof similar>> = await similar(world.vera, { ...query, limit: 1, cursor })
    paged.push(...page.items)
    cursor = page.next
  }
  expect(paged).toEqual(items)
})

test('a duplicate is not offered, nor what stands in a passage that someone can’t see', async () => {
  const { id } = await makeAnnotation(world.ben, world, 'signed a deal', { visibility: 'private' })
  expect((await similar(world.vera, { annotations: [id] })).items).toEqual([])
  expect(
    letters((await similar(world.ben, { annotations: [id] })).items)
      .split('')
      .toSorted(),
  ).toEqual(['a', 'd'])
  await db.document.update({ where: { id: elsewhere.documentId }, data: { trashedAt: new Date() } })
  expect(letters((await similar(world.ben, { annotations: [id] })).items)).toBe('a')
  await db.claim.update({ where: { id: ids.get('a') ?? '' }, data: { state: 'duplicate' } })
  expect(
    (await similar(world.ben, { annotations: [id], statement: KEPT.a.statement })).items.map(({ statement }) =>
      statement.charAt(0),
    ),
  ).toEqual(['d'])
})
