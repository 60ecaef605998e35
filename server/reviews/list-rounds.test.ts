import { beforeAll, expect, test } from 'vitest'
import type { Round } from '@/domain/reviews/round'
import { db } from '../db'
import { makeClaim } from '../testing/make-claims'
import { decline, judge, makeFurther, makeReview } from '../testing/make-reviews'
import { makeProject, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { cancelRound } from './cancel-round'
import { getRound, listClaimRounds, listRounds } from './list-rounds'

let world: World
/** Three on one claim: revealed, cancelled, open; then one of Ada alone on another. */
const rounds: Round[] = []
beforeAll(async () => {
  world = await makeWorld()
  const claim = await makeClaim(world.ada, world)
  rounds.push(await makeReview(world.edda, claim, [world.ada]))
  await judge(world.ada, rounds[0] as Round)
  rounds.push(await makeFurther(world.edda, claim, [world.ada, world.ben], { sealed: true }))
  const cancelled = { version: 1, reason: 'Too soon.' }
  await cancelRound(writing(world.edda), rounds[1]?.id ?? '', cancelled)
  rounds.push(await makeFurther(world.edda, claim, [world.ada, world.ben]))
  rounds.push(await makeReview(world.edda, await makeClaim(world.ada, world), [world.ada]))
  const elsewhere = await makeProject(world.workspaceId, world.olga)
  await makeReview(world.edda, await makeClaim(world.ada, elsewhere), [world.ada])
})

type Query = Partial<Parameters<typeof listRounds>[2]>
const list = async (by = world.vera, query: Query = {}) =>
  listRounds(by, world.projectId, { limit: 50, waiting: 'false', ...query })
const numbers = (items: Round[]) => items.map(({ id }) => rounds.findIndex((round) => round.id === id))

test('the rounds of a project come newest first, in pages, each as it is read alone', async () => {
  const { items } = await list()
  expect(numbers(items)).toEqual([3, 2, 1, 0])
  for (const item of items) expect(item).toEqual(await getRound(world.vera, item.id))
  const first = await list(world.vera, { limit: 3 })
  const second = await list(world.vera, { limit: 3, cursor: first.next ?? '' })
  expect([...first.items, ...second.items]).toEqual(items)
  expect(second.next).toBeNull()
})

test('those opened in one moment are told apart', async () => {
  await db.round.updateMany({ where: { projectId: world.projectId }, data: { openedAt: new Date(1e12) } })
  const found: Round[] = []
  for (let cursor: string | undefined; found.length < 4;) {
    const { items, next } = await list(world.vera, { limit: 1, ...(cursor !== undefined && { cursor }) })
    found.push(...items)
    cursor = next ?? undefined
  }
  expect(found).toEqual((await list()).items)
})

test('by state, and those that wait for one’s verdict', async () => {
  expect(numbers((await list(world.vera, { state: 'open' })).items)).toEqual([3, 2])
  expect(numbers((await list(world.vera, { state: 'cancelled' })).items)).toEqual([1])
  const waiting = async (by: World['ada']) => numbers((await list(by, { waiting: 'true' })).items)
  expect(await waiting(world.ada)).toEqual([3, 2])
  expect(await waiting(world.ben)).toEqual([2])
  expect(await waiting(world.edda)).toEqual([])
  await decline(world.ada, rounds[2] as Round)
  expect(await waiting(world.ada)).toEqual([3])
  expect(await waiting(world.ben)).toEqual([2])
})

test('the rounds of a claim come newest first, in pages', async () => {
  const of = (limit: number, cursor?: string) =>
    listClaimRounds(world.vera, rounds[0]?.claimId ?? '', { limit, cursor })
  expect((await of(50)).items.map(({ number }) => number)).toEqual([3, 2, 1])
  const first = await of(2)
  const second = await of(2, first.next ?? '')
  expect([...first.items, ...second.items]).toEqual((await of(50)).items)
  expect(second.next).toBeNull()
})

test('are there for members only, and cursors are ours', async () => {
  const { id, claimId } = rounds[0] as Round
  await expect(list(world.otto)).rejects.toEqual(refused('not-found', /project/))
  await expect(listClaimRounds(world.otto, claimId, { limit: 1 })).rejects.toEqual(refused('not-found', /claim/))
  await expect(getRound(world.otto, id)).rejects.toEqual(refused('not-found', /round/))
  await expect(list(world.vera, { cursor: 'x' })).rejects.toEqual(refused('invalid', /cursor/))
  await expect(listClaimRounds(world.vera, claimId, { limit: 1, cursor: 'x' })).rejects.toEqual(refused('invalid'))
})
