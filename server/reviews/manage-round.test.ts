import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import type { Round } from '@/domain/reviews/round'
import { getClaim } from '../claims/get-claim'
import { listEvents } from '../list-events'
import { makeClaim } from '../testing/make-claims'
import { decline, judge, makeDue, makeFurther, makeReview } from '../testing/make-reviews'
import { makeActor, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { cancelRound } from './cancel-round'
import { changeReviewers } from './change-reviewers'
import { extendRound } from './extend-round'
import { getRound } from './list-rounds'
import { revealRound } from './reveal-round'

let world: World
/** Another editor, and two more analysts. */
let emil: Actor
let cleo: Actor
let dora: Actor
let claim: Claim
beforeAll(async () => {
  world = await makeWorld()
  const join = (name: string, role: 'editor' | 'analyst') => makeActor(name, { [world.workspaceId]: role })
  ;[emil, cleo, dora] = await Promise.all([join('Emil', 'editor'), join('Cleo', 'analyst'), join('Dora', 'analyst')])
})
beforeEach(async () => {
  claim = await makeClaim(world.ada, world)
})

/** A round of three: one that its opener follows, or one in which Emil, who opens it, judges too. */
const followed = (more = {}) => makeReview(world.edda, claim, [world.ada, world.ben, cleo], { quorum: 2, ...more })
const judged = (more = {}) => makeReview(emil, claim, [world.ada, world.ben, emil], { quorum: 2, ...more })

const now = async ({ id }: Round) => (await getRound(world.vera, id)).version
const reveal = async (by: Actor, round: Round) => revealRound(writing(by), round.id, { version: await now(round) })
const cancel = async (by: Actor, round: Round, reason = 'Nobody has time.') =>
  cancelRound(writing(by), round.id, { version: await now(round), reason })
const extend = async (by: Actor, round: Round, dueAt: string) =>
  extendRound(writing(by), round.id, { version: await now(round), dueAt })
type Change = { add?: Actor; drop?: Actor }
const change = async (by: Actor, round: Round, { add, drop }: Change) =>
  changeReviewers(writing(by), round.id, {
    ...{ version: await now(round), add: add?.id ?? null, drop: drop?.id ?? null, reason: 'On leave.' },
  })
const kinds = async () =>
  (await listEvents(world.vera, 'claim', claim.id, { limit: 200, after: 0 })).items.map(({ kind }) => kind)

const later = '2040-01-01T00:00:00.000Z'

describe('who opened a round, or an admin', () => {
  const DEEDS: [string, (by: Actor, round: Round) => Promise<unknown>][] = [
    ['reveals', reveal],
    ['cancels', cancel],
    ['extends', (by, round) => extend(by, round, later)],
    ['changes reviewers', (by, round) => change(by, round, { add: dora })],
  ]
  test.each(DEEDS)('%s, nobody else', async (_, deed) => {
    const round = await followed()
    for (const by of [emil, world.ada, world.ben, dora, world.vera]) {
      await expect(deed(by, round)).rejects.toEqual(refused('forbidden', /who opened it does/))
    }
    await expect(deed(world.otto, round)).rejects.toEqual(refused('not-found', /round/))
    await judge(world.ada, round)
    await judge(world.ben, round)
    await makeDue(round)
    await deed(world.olga, round)
  })

  test.each(DEEDS)('%s no round that is over', async (_, deed) => {
    const round = await followed()
    await cancel(world.edda, round)
    await expect(deed(world.edda, round)).rejects.toEqual(refused('conflict', /was cancelled/))
    const other = await followed()
    for (const by of [world.ada, world.ben, cleo]) await judge(by, other)
    await expect(deed(world.edda, other)).rejects.toEqual(refused('conflict', /is revealed/))
  })

  test('is told of what was changed meanwhile, with both', async () => {
    const round = await followed()
    const theirs = await extend(world.edda, round, later)
    const stale = { version: 1, dueAt: '2041-01-01T00:00:00.000Z' }
    await expect(extendRound(writing(world.edda), round.id, stale)).rejects.toMatchObject({
      kind: 'conflict',
      details: { theirs, yours: stale },
    })
  })

  test('gets the same answer to a retry, which has one effect', async () => {
    const round = await followed()
    const once = writing(world.edda, v7(), 'extend')
    const first = await extendRound(once, round.id, { version: 1, dueAt: later })
    expect(await extendRound(once, round.id, { version: 1, dueAt: later })).toEqual(first)
    expect(await now(round)).toBe(2)
  })
})

describe('a reveal', () => {
  test('comes at the due date, with the quorum reached; those who are missing submit no more', async () => {
    const round = await followed()
    await judge(world.ada, round, { rating: 'true' })
    await decline(cleo, round, 'recused')
    await makeDue(round)
    // A recusal does not count for the quorum.
    await expect(reveal(world.edda, round)).rejects.toEqual(refused('conflict', /^1 of the 2 verdicts/))
    await decline(world.ben, round, 'unable')
    // That was the last one, so it is revealed already.
    expect((await getRound(world.vera, round.id)).state).toBe('revealed')
  })

  test('leaves out who is missing', async () => {
    const round = await followed()
    await judge(world.ada, round, { rating: 'true' })
    await decline(world.ben, round, 'unable')
    await makeDue(round)
    const revealed = await reveal(world.edda, round)
    expect(revealed).toMatchObject({ state: 'revealed', split: null, version: 2, claimState: 'revealed' })
    expect(revealed.reviewers.map(({ submitted }) => submitted)).toEqual([true, true, false])
    await expect(judge(cleo, round)).rejects.toEqual(refused('conflict', /is revealed/))
    expect(await kinds()).toEqual(['claim.proposed', 'review.opened', 'round.revealed'])
  })

  const UNTOLD = 'It can’t be revealed yet: it is not due, or its quorum is not reached.'
  test('that is too early is refused to who follows with what is missing', async () => {
    const round = await followed()
    for (const by of [world.ada, world.ben]) await judge(by, round)
    await expect(reveal(world.edda, round)).rejects.toEqual(refused('conflict', /has no due date/))
    await extend(world.edda, round, later)
    await expect(reveal(world.edda, round)).rejects.toEqual(refused('conflict', /is not due yet/))
  })

  test('that is refused tells who judges, and admins, the same whatever is missing', async () => {
    const told = async (round: Round) => {
      for (const by of [emil, world.olga]) {
        await expect(reveal(by, round)).rejects.toMatchObject({ kind: 'conflict', message: UNTOLD, details: {} })
      }
    }
    const round = await judged()
    await told(round)
    await judge(world.ada, round)
    await extend(emil, round, later)
    await told(round)
    await makeDue(round)
    await told(round)
    await judge(world.ben, round)
    expect(await reveal(world.olga, round)).toMatchObject({ state: 'revealed' })
  })

  test('of a round in the open tells everyone what is missing', async () => {
    const round = await judged()
    for (const by of [world.ada, world.ben, emil]) await judge(by, round)
    const open = await makeFurther(emil, claim, [world.ada, emil], { quorum: 2 })
    await judge(world.ada, open)
    await makeDue(open)
    await expect(reveal(world.olga, open)).rejects.toEqual(refused('conflict', /^1 of the 2/))
  })
})

describe('more time', () => {
  test('is later than now, and than what the reviewers were told', async () => {
    const round = await followed({ dueAt: later })
    const wrong = (words: RegExp) => refused('invalid', words)
    await expect(extend(world.edda, round, '2020-01-01T00:00:00.000Z')).rejects.toEqual(wrong(/in the past/))
    await expect(extend(world.edda, round, later)).rejects.toEqual(wrong(/or longer, already/))
    const longer = '2041-01-01T00:00:00.000Z'
    expect(await extend(world.edda, round, longer)).toMatchObject({ dueAt: longer, version: 2 })
    expect(await kinds()).toContain('round.extended')
  })
})

describe('a round that is cancelled', () => {
  test('stays sealed for ever: authors see their own, others that it was cancelled and why', async () => {
    const round = await followed()
    const verdict = await judge(world.ada, round)
    const cancelled = await cancel(world.edda, round)
    expect(cancelled).toMatchObject({ state: 'cancelled', reason: 'Nobody has time.', claimState: 'checkable' })
    expect(await getClaim(world.vera, claim.id)).toMatchObject({ state: 'checkable', reason: 'Nobody has time.' })
    for (const other of [world.ben, world.olga, world.vera]) {
      const seen = await getRound(other, round.id)
      expect(seen).toMatchObject({ mine: null, verdicts: [], asksMe: false, split: null })
      expect(seen.reviewers).toMatchObject(Array(3).fill({ submitted: null, exposure: null }))
    }
    expect(await getRound(world.ada, round.id)).toMatchObject({ mine: verdict, verdicts: [verdict] })
    await expect(judge(world.ben, round)).rejects.toEqual(refused('conflict', /was cancelled/))
    expect(await kinds()).toEqual(['claim.proposed', 'review.opened', 'round.cancelled'])
  })

  test('leaves its claim where the reveal before it left it, and makes room for another', async () => {
    const first = await followed()
    for (const by of [world.ada, world.ben, cleo]) await judge(by, first)
    const second = await makeFurther(world.edda, claim, [world.ada], { sealed: true })
    await cancel(world.edda, second)
    expect(await getClaim(world.vera, claim.id)).toMatchObject({ state: 'revealed', split: 0 })
    expect(await makeFurther(world.edda, claim, [world.ada])).toMatchObject({ number: 3 })
  })
})
