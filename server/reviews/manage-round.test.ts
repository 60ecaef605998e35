import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { ReviewerChange, type Round } from '@/domain/reviews/round'
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
import { listSubmissions } from './list-submissions'
import { objectToClaim } from './object-to-claim'
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

describe('reviewers', () => {
  const names = ({ reviewers }: Round) =>
    reviewers.map(({ person, dropped, replacedBy }) => [person.name, dropped, replacedBy?.name ?? null])

  test('who are missing are dropped, or replaced, by name and with the reason', async () => {
    const round = await followed()
    const changed = await change(world.edda, round, { drop: cleo, add: dora })
    expect(names(changed)).toEqual([
      ['Ada', false, null],
      ['Ben', false, null],
      ['Cleo', true, 'Dora'],
      ['Dora', false, null],
    ])
    expect(changed).toMatchObject({ version: 2, reviewers: [{}, {}, { droppedFor: 'On leave.' }, { droppedFor: '' }] })
    await expect(judge(cleo, round)).rejects.toEqual(refused('forbidden'))
    await judge(dora, round)
    expect(await kinds()).toContain('round.reviewers-changed')
  })

  test('who are dropped are waited for no longer: the round is revealed if all others have answered', async () => {
    const round = await followed()
    await judge(world.ada, round)
    await judge(world.ben, round)
    const revealed = await change(world.edda, round, { drop: cleo })
    expect(revealed).toMatchObject({ state: 'revealed', split: 0 })
    expect(await kinds()).toEqual([...['claim.proposed', 'review.opened', 'round.reviewers-changed', 'round.revealed']])
  })

  test('fewer than the quorum are waited for until someone comes in their place, or it is due', async () => {
    const round = await followed({ quorum: 3 })
    await judge(world.ada, round)
    await judge(world.ben, round)
    expect(await change(world.edda, round, { drop: cleo })).toMatchObject({ state: 'open' })
    expect(await change(world.edda, round, { add: dora })).toMatchObject({ state: 'open' })
    await judge(dora, round)
    expect(await getRound(world.vera, round.id)).toMatchObject({ state: 'revealed' })
  })

  test('an objection of one person alone goes on with whom they ask too', async () => {
    const round = await objectToClaim(writing(world.ada), claim.id, { id: v7(), reason: 'No.' })
    await judge(world.ada, round)
    await change(world.ada, round, { add: world.ben })
    await judge(world.ben, round)
    expect(await getRound(world.vera, round.id)).toMatchObject({ state: 'revealed' })
  })

  test('who has answered is not missing, as those know who may know it', async () => {
    const round = await followed()
    await judge(world.ada, round)
    await expect(change(world.edda, round, { drop: world.ada })).rejects.toEqual(
      refused('conflict', /answered already/),
    )
  })

  test('are dropped by those who don’t know who is missing once it is due, which tells them nothing', async () => {
    const round = await judged()
    await judge(world.ada, round, { rating: 'true' })
    const early = refused('conflict', /shows at the due date/)
    for (const drop of [world.ada, world.ben]) {
      await expect(change(emil, round, { drop })).rejects.toEqual(early)
      await expect(change(world.olga, round, { drop })).rejects.toEqual(early)
    }
    await makeDue(round)
    expect((await change(emil, round, { drop: world.ada })).reviewers[0]).toMatchObject({
      dropped: true,
      submitted: null,
    })
    expect((await change(world.olga, round, { drop: world.ben, add: dora })).reviewers[1]).toMatchObject({ dropped: true, submitted: null }) // prettier-ignore
    await judge(emil, round, { rating: 'false' })
    await judge(dora, round, { rating: 'false' })
    // What was submitted before counts.
    const revealed = await getRound(world.vera, round.id)
    expect(revealed.verdicts.map(({ author, held }) => [author.name, held])).toEqual([
      ['Ada', false],
      ['Emil', false],
      ['Dora', false],
    ])
    expect(revealed.split).toBe(1)
  })

  test('are never those who have seen who submitted', async () => {
    const round = await followed()
    await expect(change(world.edda, round, { add: world.edda })).rejects.toEqual(
      refused('invalid', /sees who has submitted/),
    )
    await expect(change(world.olga, round, { add: world.edda })).rejects.toEqual(
      refused('invalid', /sees who has submitted/),
    )
    expect(await change(world.olga, round, { add: world.olga })).toMatchObject({ asksMe: true })
  })

  test('are members who may judge, each once, and some at least', async () => {
    const round = await followed()
    await expect(change(world.edda, round, { add: world.vera })).rejects.toEqual(refused('invalid', /only reads/))
    await expect(change(world.edda, round, { add: world.otto })).rejects.toEqual(refused('invalid', /not a member/))
    await expect(change(world.edda, round, { add: world.ada })).rejects.toEqual(
      refused('invalid', /asked in this round already/),
    )
    await expect(change(world.edda, round, { drop: dora })).rejects.toEqual(refused('invalid', /not asked/))
    await change(world.edda, round, { drop: cleo })
    await expect(change(world.edda, round, { add: cleo })).rejects.toEqual(refused('invalid', /were dropped/))
    await expect(change(world.edda, round, { drop: cleo })).rejects.toEqual(refused('invalid', /not asked/))
    await change(world.edda, round, { drop: world.ben })
    await expect(change(world.edda, round, { drop: world.ada })).rejects.toEqual(
      refused('invalid', /Nobody would be left/),
    )
    await change(world.edda, round, { drop: world.ada, add: dora })
  })

  test('are not more than can be asked', async () => {
    const roles = { [world.workspaceId]: 'analyst' } as const
    const many = await Promise.all(Array.from({ length: 20 }, (_, i) => makeActor(`Judge ${i}`, roles)))
    const round = await makeReview(world.edda, claim, many)
    await expect(change(world.edda, round, { add: dora })).rejects.toEqual(refused('invalid', /at most 20/))
    await change(world.edda, round, { add: dora, drop: many[0] as Actor })
  })

  test.each([
    ['nobody', { add: null, drop: null }],
    ['one in their own place', { add: 'x', drop: 'x' }],
  ])('a change names %s: refused', (_, who) => {
    const ids = Object.fromEntries(Object.entries(who).map(([key, value]) => [key, value && world.ada.id]))
    expect(ReviewerChange.safeParse({ version: 1, reason: 'So.', ...ids }).success).toBe(false)
  })
})

describe('who has submitted', () => {
  const submitted = async (by: Actor, { id }: Round) =>
    (await listSubmissions(by, id, { limit: 50 })).items.filter((item) => item.submitted).map(({ userId }) => userId)

  test('is told to who opened the round and does not judge in it, and nobody else', async () => {
    const round = await followed()
    expect(await submitted(world.edda, round)).toEqual([])
    await judge(world.ada, round)
    expect(await submitted(world.edda, round)).toEqual([world.ada.id])
    expect((await getRound(world.edda, round.id)).reviewers.map((each) => each.submitted)).toEqual([true, false, false])
    for (const by of [world.ada, world.olga, emil, dora, world.vera]) {
      await expect(submitted(by, round)).rejects.toEqual(refused('forbidden', /see who has submitted/))
      expect((await getRound(by, round.id)).reviewers.map((each) => each.submitted)).toEqual([null, null, null])
    }
    await expect(submitted(world.otto, round)).rejects.toEqual(refused('not-found', /round/))
    const first = await listSubmissions(world.edda, round.id, { limit: 2 })
    const second = await listSubmissions(world.edda, round.id, { limit: 2, cursor: first.next ?? '' })
    expect([...first.items, ...second.items]).toEqual(
      (await listSubmissions(world.edda, round.id, { limit: 50 })).items,
    )
    expect(second.next).toBeNull()
  })

  test('is not told to who opens it and judges, also not when they were dropped', async () => {
    const round = await judged()
    await makeDue(round)
    await change(world.olga, round, { drop: emil })
    await judge(world.ada, round)
    await expect(submitted(emil, round)).rejects.toEqual(refused('forbidden'))
    expect((await getRound(emil, round.id)).reviewers.map((each) => each.submitted)).toEqual([null, null, null])
  })
})
