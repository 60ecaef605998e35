import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { ReviewerChange, type Round } from '@/domain/reviews/round'
import { listEvents } from '../list-events'
import { makeClaim } from '../testing/make-claims'
import { judge, makeDue, makeReview } from '../testing/make-reviews'
import { makeActor, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { changeReviewers } from './change-reviewers'
import { getRound } from './list-rounds'
import { listSubmissions } from './list-submissions'
import { objectToClaim } from './object-to-claim'

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
type Change = { add?: Actor; drop?: Actor }
const change = async (by: Actor, round: Round, { add, drop }: Change) =>
  changeReviewers(writing(by), round.id, {
    ...{ version: await now(round), add: add?.id ?? null, drop: drop?.id ?? null, reason: 'On leave.' },
  })
const kinds = async () =>
  (await listEvents(world.vera, 'claim', claim.id, { limit: 200, after: 0 })).items.map(({ kind }) => kind)

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
