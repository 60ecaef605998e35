import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { FORMS } from '@/domain/claims/forms'
import type { ClaimState } from '@/domain/claims/states'
import { ReviewDraft, Round, RoundDraft } from '@/domain/reviews/round'
import { createAnnotation } from '../annotations/create-annotation'
import { clearClaim } from '../claims/clear-claim'
import { getClaim } from '../claims/get-claim'
import { updateClaim } from '../claims/update-claim'
import { db } from '../db'
import { listEvents } from '../list-events'
import { openPhase } from '../seals/open-phase'
import { tally } from '../testing/from'
import { makeClaim } from '../testing/make-claims'
import { judge, makeFurther, makeReview, reviewDraft } from '../testing/make-reviews'
import { draftOn, makeDocument, makeProject, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { getRound } from './list-rounds'
import { objectToClaim } from './object-to-claim'
import { openReview } from './open-review'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const propose = () => makeClaim(world.ada, world)
const standing = (id: string, state: ClaimState) => db.claim.update({ where: { id }, data: { state } })
const kinds = async (kind: 'claim' | 'project', id: string, subject: string) =>
  (await listEvents(world.vera, kind, id, { limit: 200, after: 0 })).items
    .filter((event) => event.subject === subject)
    .map((event) => event.kind)

describe('a review', () => {
  test('opens a sealed round on each claim, which is under review from then on', async () => {
    const claims = [await propose(), await makeClaim(world.ben, world, [], { type: 'norm' })]
    const ids = claims.map(({ id }) => id).reverse()
    const dueAt = '2030-01-01T00:00:00.000Z'
    const draft = reviewDraft(ids, [world.ada, world.ben, world.edda], { quorum: 2, dueAt })
    const once = writing(world.edda, v7(), draft)
    const { items } = await openReview(once, world.projectId, draft)
    expect(items.map(({ claimId }) => claimId)).toEqual(ids)
    expect(await openReview(once, world.projectId, draft)).toEqual({ items, next: null })
    for (const round of items) {
      expect(JSON.stringify(Round.parse(round))).toBe(JSON.stringify(round))
      expect(round).toMatchObject({ reviewId: draft.id, number: 1, sealed: true, state: 'open', quorum: 2, dueAt })
      expect(round).toMatchObject({ claimState: 'reviewing', openedBy: { name: 'Edda' }, asksMe: true, mine: null })
      expect(round.reviewers.map(({ person }) => person.name)).toEqual(['Ada', 'Ben', 'Edda'])
      expect(await getRound(world.edda, round.id)).toEqual(round)
      expect(await getRound(world.vera, round.id)).toEqual({ ...round, asksMe: false })
      expect(await getClaim(world.ben, round.claimId)).toMatchObject({
        state: 'reviewing',
        openRound: { id: round.id, mine: true },
      })
      expect(await kinds('claim', round.claimId, round.id)).toEqual(['review.opened'])
      expect(await kinds('project', world.projectId, round.id)).toEqual(['review.opened'])
    }
    expect(items.map(({ type, form }) => [type, form.asks])).toEqual([
      ['norm', 'Position'],
      ['fact', 'Rating'],
    ])
    expect(items[1]?.form).toEqual(FORMS.fact)
  })

  test('pins the wording of now', async () => {
    const { id, type, terms, asOf, claimant, claimedOn, priority } = await propose()
    const same = { type, terms, asOf, claimant, claimedOn, priority, version: 1 }
    await updateClaim(writing(world.ada), id, { ...same, statement: 'Worded anew.' })
    const round = await makeReview(world.edda, { id, projectId: world.projectId }, [world.ada])
    expect(round).toMatchObject({ statement: 'Worded anew.', claimVersion: 2 })
  })

  test('is for editors to open, and for analysts and above to judge in', async () => {
    const claim = await propose()
    for (const by of [world.ada, world.vera]) {
      await expect(makeReview(by, claim, [world.ada])).rejects.toEqual(refused('forbidden'))
    }
    await expect(makeReview(world.otto, claim, [world.ada])).rejects.toEqual(refused('not-found', /project/))
    const named = expect.arrayContaining([expect.objectContaining({ field: 'reviewerIds' })]) as unknown
    await expect(makeReview(world.edda, claim, [world.ada, world.vera])).rejects.toMatchObject({
      message: expect.stringMatching(/^Vera only reads here/) as string,
      details: { fields: named },
    })
    await expect(makeReview(world.edda, claim, [world.ada, world.otto])).rejects.toEqual(
      refused('invalid', /^Someone of these is not a member/),
    )
  })

  test.each([
    ['nobody', { reviewerIds: [] }],
    ['someone twice', (id: string) => ({ reviewerIds: [id, id], quorum: 1 })],
    ['a quorum that can’t be reached', (id: string) => ({ reviewerIds: [id], quorum: 2 })],
    ['a claim twice', (id: string) => ({ claimIds: [id, id] })],
  ])('is not asked of %s', (_, more) => {
    const id = v7()
    const draft = {
      id,
      claimIds: [id],
      reviewerIds: [id],
      quorum: 1,
      ...(typeof more === 'function' ? more(id) : more),
    }
    expect(ReviewDraft.safeParse(draft).success).toBe(false)
  })

  test.each<[ClaimState, RegExp]>([
    ['uncheckable', /^“A deal on rare earths was signed.” stands as “Not checkable”.* reopen it first/],
    ['duplicate', /stands as “Duplicate”/],
    ['reviewing', /is in review already/],
    ['revealed', /Open a further round on it/],
    ['published', /stands as “Published”/],
  ])('is of all its claims or of none: one that is %s is named', async (state, message) => {
    const [fine, other] = [await propose(), await propose()]
    await standing(other.id, state)
    const draft = reviewDraft([fine.id, other.id], [world.ada])
    await expect(openReview(writing(world.edda), world.projectId, draft)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(message) as string,
      details: { claimId: other.id },
    })
    expect(await getClaim(world.ada, fine.id)).toMatchObject({ state: 'proposed', openRound: null })
    expect(await db.review.count({ where: { id: draft.id } })).toBe(0)
  })

  test('is not opened on what others can’t see, or what is elsewhere', async () => {
    const document = await makeDocument(world.projectId, world.workspaceId, world.olga)
    const passage = await createAnnotation(writing(world.ada), document.documentId, draftOn(document, 'deal'))
    const phase = { id: v7(), name: '', documentIds: [document.documentId], dueAt: null }
    await openPhase(writing(world.edda), world.projectId, phase)
    const own = await makeClaim(world.edda, world, [passage.id])
    const others = await makeClaim(world.ada, world, [passage.id])
    const elsewhere = await makeClaim(world.edda, await makeProject(world.workspaceId, world.olga))
    const open = (id: string) => openReview(writing(world.edda), world.projectId, reviewDraft([id], [world.ada]))
    await expect(open(own.id)).rejects.toEqual(refused('conflict', /is held until the reveal/))
    for (const id of [others.id, elsewhere.id, v7()]) {
      await expect(open(id)).rejects.toEqual(refused('not-found', /claim/))
    }
  })

  test('of ten who open one at once on overlapping claims each claim is in one, and nothing is half done', async () => {
    const claims = await Promise.all(Array.from({ length: 5 }, propose))
    const ids = claims.map(({ id }) => id)
    const attempts = Array.from({ length: 10 }, (_, i) => {
      const draft = reviewDraft([...ids.slice(i % 5), ...ids.slice(0, i % 5)].slice(0, 3), [world.ada])
      return openReview(writing(world.edda), world.projectId, draft)
    })
    const { done = 0, ...others } = await tally(attempts)
    expect(Object.keys(others)).toEqual(['conflict'])
    const rounds = await db.round.findMany({ where: { claimId: { in: ids } } })
    expect(rounds).toHaveLength(done * 3)
    expect(new Set(rounds.map(({ claimId }) => claimId)).size).toBe(rounds.length)
  })
})

describe('a further round', () => {
  async function makeRevealed() {
    const claim = await propose()
    const first = await makeReview(world.edda, claim, [world.ada])
    await judge(world.ada, first, { rating: 'true' })
    return { claim, first }
  }

  test('adds verdicts in the open, or sealed again, and changes none', async () => {
    const { claim, first } = await makeRevealed()
    const before = await getRound(world.vera, first.id)
    const open = await makeFurther(world.edda, claim, [world.ada, world.ben])
    expect(open).toMatchObject({ number: 2, reviewId: first.reviewId, sealed: false, claimState: 'reviewing' })
    expect(JSON.stringify(Round.parse(open))).toBe(JSON.stringify(open))
    const verdict = await judge(world.ada, open, { rating: 'false' })
    expect(verdict.held).toBe(false)
    const shown = await getRound(world.vera, open.id)
    expect(shown).toMatchObject({ state: 'open', verdicts: [verdict], mine: null })
    expect(shown.reviewers.map(({ submitted, exposure }) => [submitted, exposure])).toEqual([
      [true, null],
      [false, null],
    ])
    expect(await kinds('claim', claim.id, verdict.id)).toEqual(['verdict.submitted'])
    await judge(world.ben, open, { rating: 'true' })
    expect(await getRound(world.vera, open.id)).toMatchObject({ state: 'revealed', split: 1 })
    expect(await getClaim(world.vera, claim.id)).toMatchObject({ state: 'revealed', split: 1 })
    const sealed = await makeFurther(world.edda, claim, [world.ben], { sealed: true })
    expect(sealed).toMatchObject({ number: 3, sealed: true })
    await judge(world.ben, sealed)
    expect({ ...(await getRound(world.vera, first.id)), claimState: 'revealed' }).toEqual(before)
  })

  test('follows a reveal, and is never the first that is said of a wording', async () => {
    const fresh = await propose()
    await expect(makeFurther(world.edda, fresh, [world.ada])).rejects.toEqual(refused('conflict', /review of it first/))
    await standing(fresh.id, 'finding')
    await expect(makeFurther(world.edda, fresh, [world.ada])).rejects.toEqual(refused('conflict', /independently yet/))
    expect(await makeFurther(world.edda, fresh, [world.ada], { sealed: true })).toMatchObject({ number: 1 })
    await expect(makeFurther(world.edda, fresh, [world.ada])).rejects.toEqual(refused('conflict', /is in review/))
    await expect(makeFurther(world.ada, fresh, [world.ada])).rejects.toEqual(refused('forbidden'))
    await expect(makeFurther(world.otto, fresh, [world.ada])).rejects.toEqual(refused('not-found', /claim/))
  })

  test('is drafted with a quorum that can be reached', () => {
    const id = v7()
    const draft = { id, reviewerIds: [id], quorum: 1, sealed: false }
    expect(RoundDraft.safeParse(draft).success).toBe(true)
    expect(RoundDraft.safeParse({ ...draft, quorum: 2 }).success).toBe(false)
  })
})

describe('an objection', () => {
  const object = (by: World['ada'], { id }: { id: string }) =>
    objectToClaim(writing(by), id, { id: v7(), reason: 'The annex contradicts it.' })

  test('opens a sealed round of who objects and who pressed a key, and holds back why', async () => {
    const claim = await propose()
    await clearClaim(writing(world.ben), claim.id, { number: 1 })
    const round = await object(world.ada, claim)
    expect(JSON.stringify(Round.parse(round))).toBe(JSON.stringify(round))
    expect(round).toMatchObject({ sealed: true, quorum: 2, dueAt: null, openedBy: { name: 'Ada' }, asksMe: true })
    expect(round.reviewers.map(({ person }) => person.name)).toEqual(['Ada', 'Ben'])
    expect(round.reviewers.map(({ submitted }) => submitted)).toEqual([null, null])
    expect(round.objection).toBe('The annex contradicts it.')
    for (const other of [world.ben, world.edda, world.olga, world.vera]) {
      expect(await getRound(other, round.id)).toMatchObject({ objection: '' })
      expect(await getClaim(other, claim.id)).toMatchObject({ state: 'reviewing', reason: '' })
    }
    expect(await getClaim(world.ben, claim.id)).toMatchObject({ iCleared: false })
    await judge(world.ada, round)
    await judge(world.ben, round)
    expect(await getRound(world.vera, round.id)).toMatchObject({
      state: 'revealed',
      objection: 'The annex contradicts it.',
    })
  })

  test('of someone alone waits until they have asked somebody else', async () => {
    const round = await object(world.ada, await propose())
    expect(round.reviewers).toHaveLength(1)
    await judge(world.ada, round)
    expect(await getRound(world.ada, round.id)).toMatchObject({ state: 'open', asksMe: false })
  })

  test('asks again those who cleared it, if they still may judge', async () => {
    const claim = await propose()
    await clearClaim(writing(world.ben), claim.id, { number: 1 })
    await clearClaim(writing(world.olga), claim.id, { number: 1 })
    const where = { workspaceId_userId: { workspaceId: world.workspaceId, userId: world.ben.id } }
    await db.membership.update({ where, data: { role: 'viewer' } })
    const round = await object(world.ada, claim)
    await db.membership.update({ where, data: { role: 'analyst' } })
    expect(round.reviewers.map(({ person }) => person.name)).toEqual(['Ada', 'Olga'])
  })

  test('is for analysts, to what is not settled or in review', async () => {
    const claim = await propose()
    await expect(object(world.vera, claim)).rejects.toEqual(refused('forbidden'))
    await expect(object(world.otto, claim)).rejects.toEqual(refused('not-found', /claim/))
    await standing(claim.id, 'published')
    await expect(object(world.ada, claim)).rejects.toEqual(refused('conflict', /stands as “Published”/))
    await standing(claim.id, 'reviewing')
    await expect(object(world.ada, claim)).rejects.toEqual(refused('conflict', /is in review/))
  })

  test('of ten at once opens one round', async () => {
    const claim = await propose()
    const attempts = Array.from({ length: 10 }, (_, i) => object([world.ada, world.ben][i % 2] as World['ada'], claim))
    expect(await tally(attempts)).toEqual({ done: 1, conflict: 9 })
  })
})
