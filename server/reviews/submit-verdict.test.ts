import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import type { Round } from '@/domain/reviews/round'
import { Verdict } from '@/domain/reviews/verdict'
import { getClaim } from '../claims/get-claim'
import { listClaims } from '../claims/list-claims'
import { db } from '../db'
import { addEvidence } from '../evidence/add-evidence'
import { removeEvidence } from '../evidence/change-evidence'
import { listEvents } from '../list-events'
import { makeClaim } from '../testing/make-claims'
import { decline, judge, judgement, makeFurther, makeReview } from '../testing/make-reviews'
import { makeWorld, says, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { getRound } from './list-rounds'
import { submitVerdict } from './submit-verdict'

let world: World
let claim: Claim
/** Ada, Ben and Olga judge; Edda has opened it and does not. */
let round: Round
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  claim = await makeClaim(world.ada, world)
  round = await makeReview(world.edda, claim, [world.ada, world.ben, world.olga])
})

const streamsOf = async (subject: string) =>
  (await db.event.findMany({ where: { subject } })).map(({ streamId }) => streamId)

/** Evidence of a claim, from the web. */
async function makeEvidence(by = world.ada, on = claim): Promise<string> {
  const web = { kind: 'web', url: 'https://example.org/a', title: 'A', excerpt: '', retrievedOn: '' } as const
  return (await addEvidence(writing(by), on.id, { id: v7(), ...web, sourceId: null, appraisal: null })).id
}

describe('in a sealed round', () => {
  test('a verdict is its author’s alone, and kept as it was written', async () => {
    const searches = [{ where: 'The gazette', when: '2025-08', found: 'Nothing.' }]
    const negative = await makeClaim(world.ada, world, [], { type: 'negative' })
    const sealed = await makeReview(world.edda, negative, [world.ada, world.ben])
    const evidenceIds = [await makeEvidence(world.ben, negative), await makeEvidence(world.ada, negative)].sort()
    const draft = judgement({
      ...{ rating: 'mostly-true', likelihood: 80, confidence: 'low', misleading: 'It leaves out the annex.' },
      ...{ details: { searches, deadline: '', settles: '', alternatives: '' }, rationale: says('Looked it up.') },
      evidenceIds: [...evidenceIds, evidenceIds[0] as string],
    })
    const once = writing(world.ada, v7(), draft)
    const verdict = await submitVerdict(once, sealed.id, draft)
    expect(JSON.stringify(Verdict.parse(verdict))).toBe(JSON.stringify(verdict))
    const { kind, rating, likelihood, confidence, misleading, details } = draft
    expect(verdict).toMatchObject({ kind, rating, likelihood, confidence, misleading, details, evidenceIds })
    expect(verdict).toMatchObject({ round: 1, author: { name: 'Ada' }, text: 'Looked it up.', held: true })
    expect(await submitVerdict(once, sealed.id, draft)).toEqual(verdict)
    const own = await getRound(world.ada, sealed.id)
    expect(own).toMatchObject({ mine: verdict, verdicts: [verdict], asksMe: false, state: 'open', version: 1 })
    expect(own.reviewers.map(({ submitted }) => submitted)).toEqual([null, null])
    for (const other of [world.ben, world.edda, world.olga, world.vera]) {
      expect(await getRound(other, sealed.id)).toMatchObject({ mine: null, verdicts: [], split: null })
    }
    expect(await streamsOf(verdict.id)).toEqual([world.ada.id])
    expect(await db.auditEntry.findMany({ where: { subject: verdict.id } })).toMatchObject([{ workspaceId: null }])
  })

  test('when the last one has answered, all come out at once; can’t judge and recusals are answers', async () => {
    await judge(world.ada, round, { rating: 'true' })
    await decline(world.ben, round, 'recused')
    const last = await judge(world.olga, round, { rating: 'false' })
    expect(last.held).toBe(false)
    const revealed = await getRound(world.vera, round.id)
    expect(revealed).toMatchObject({ state: 'revealed', split: 1, claimState: 'revealed', mine: null, version: 2 })
    expect(revealed.closedAt).not.toBeNull()
    expect(revealed.verdicts.map(({ author, kind, rating, text, held }) => [author.name, kind, rating, text, held])).toEqual([
      ['Ada', 'judged', 'true', 'The annex says so.', false],
      ['Ben', 'recused', null, 'I wrote about it myself.', false],
      ['Olga', 'judged', 'false', 'The annex says so.', false],
    ]) // prettier-ignore
    expect(revealed.reviewers.map(({ submitted }) => submitted)).toEqual([true, true, true])
    expect(revealed.reviewers.map(({ exposure }) => exposure)).toEqual(Array(3).fill({ written: 0, seen: 0 }))
    expect(await getClaim(world.vera, claim.id)).toMatchObject({ state: 'revealed', split: 1, openRound: null })
    expect(await streamsOf(last.id)).toEqual([world.olga.id])
    const told = await db.event.findMany({ where: { subject: round.id, kind: 'round.revealed' } })
    expect(told.map(({ streamId }) => streamId).sort()).toEqual([claim.id, world.projectId].sort())
  })

  test('claims with the largest split come first', async () => {
    const calm = await makeClaim(world.ada, world)
    const settled = await makeReview(world.edda, calm, [world.ada, world.ben])
    for (const by of [world.ada, world.ben]) await judge(by, settled, { rating: 'mixed' })
    await judge(world.ada, round, { rating: 'false' })
    await judge(world.ben, round, { rating: 'true' })
    const order = async () =>
      (
        await listClaims(world.vera, world.projectId, { sort: 'split', limit: 200, text: '', waiting: 'false' })
      ).items.map(({ id }) => id)
    expect((await order()).indexOf(claim.id)).toBeGreaterThan((await order()).indexOf(calm.id))
    await decline(world.olga, round, 'unable')
    expect((await order()).indexOf(claim.id)).toBeLessThan((await order()).indexOf(calm.id))
  })

  test('nobody submits twice, after the end, or who is not asked', async () => {
    await judge(world.ada, round)
    await expect(judge(world.ada, round)).rejects.toEqual(refused('conflict', /submitted in this round already/))
    await expect(judge(world.edda, round)).rejects.toEqual(refused('forbidden'))
    await expect(judge(world.vera, round)).rejects.toEqual(refused('forbidden'))
    await expect(judge(world.otto, round)).rejects.toEqual(refused('not-found', /round/))
    await expect(judge(world.ada, { id: v7() })).rejects.toEqual(refused('not-found', /round/))
    await decline(world.ben, round)
    await decline(world.olga, round)
    await expect(judge(world.ada, round)).rejects.toEqual(refused('conflict', /is revealed/))
  })

  test('who only reads by now can’t submit any more', async () => {
    const demoted = { ...world.ada, roles: new Map([[world.workspaceId, 'viewer' as const]]) }
    await expect(judge(demoted, round)).rejects.toEqual(refused('forbidden'))
    await expect(decline(demoted, round)).rejects.toEqual(refused('forbidden'))
  })

  test('what the form does not take is refused, field by field, and so are reasons that say nothing', async () => {
    const wrong = judge(world.ada, round, { rating: 'faithful', likelihood: 50 })
    await expect(wrong).rejects.toMatchObject({
      kind: 'invalid',
      details: { fields: [{ field: 'rating', message: 'This is not on the scale of this round.' }] },
    })
    await expect(judge(world.ada, round, { rationale: says('  ') })).rejects.toEqual(
      refused('invalid', /rationale is empty/),
    )
    await expect(judge(world.ada, round, { rationale: { type: 'doc', content: [{ type: 'script' }] } })).rejects.toEqual(refused('invalid')) // prettier-ignore
    expect(await db.verdict.count({ where: { roundId: round.id } })).toBe(0)
  })

  test('the form is the one that the round keeps', async () => {
    const { form } = round
    const short = { ...form, ratings: form.ratings.filter(({ key }) => key !== 'mixed') }
    await db.round.update({ where: { id: round.id }, data: { form: short } })
    await expect(judge(world.ada, round, { rating: 'mixed' })).rejects.toEqual(refused('invalid', /not on the scale/))
  })

  test('it relies on evidence of its own claim that is there', async () => {
    const other = await makeClaim(world.ada, world)
    const gone = await makeEvidence(world.ada, other)
    await removeEvidence(writing(world.ada), gone)
    for (const id of [gone, await makeEvidence(world.ada, other), v7()]) {
      await expect(judge(world.ada, round, { evidenceIds: [id] })).rejects.toMatchObject({
        kind: 'invalid',
        details: { fields: [{ field: 'evidenceIds' }] },
      })
    }
    expect(await judge(world.ada, round, { evidenceIds: [await makeEvidence()] })).toMatchObject({ held: true })
  })

  test('nothing of it is ever changed, but for the seal', async () => {
    const { id } = await judge(world.ada, round)
    for (const data of [{ rating: 'false' }, { text: 'Other.' }, { held: false, likelihood: 3 }]) {
      await expect(db.verdict.update({ where: { id }, data })).rejects.toThrow(/never changes|frozen|refuse/i)
    }
    await expect(db.verdict.delete({ where: { id } })).rejects.toThrow()
    await decline(world.ben, round)
    await decline(world.olga, round)
    await expect(db.verdict.update({ where: { id }, data: { held: true } })).rejects.toThrow()
  })
})

test('of others’ verdicts nothing shared moves: not the claim, not the round, not a stream', async () => {
  const shared = async () => ({
    claim: await db.claim.findUnique({ where: { id: claim.id } }),
    round: await db.round.findUnique({ where: { id: round.id } }),
    review: await db.review.findUnique({ where: { id: round.reviewId } }),
    reviewers: await db.roundReviewer.findMany({ where: { roundId: round.id }, orderBy: { userId: 'asc' } }),
    streams: await db.stream.findMany({ where: { id: { in: [claim.id, world.projectId, world.workspaceId] } } }),
  })
  const before = await shared()
  await judge(world.ada, round)
  await decline(world.ben, round, 'unable')
  expect(await shared()).toEqual(before)
})

test('in the open, verdicts are told as they come', async () => {
  for (const by of [world.ada, world.ben, world.olga]) await judge(by, round)
  const open = await makeFurther(world.edda, claim, [world.ada, world.ben])
  await db.claim.update({ where: { id: claim.id }, data: { activeAt: new Date(0) } })
  const verdict = await judge(world.ada, open, { rating: 'mixed' })
  expect(verdict).toMatchObject({ held: false, round: 2 })
  expect((await getClaim(world.vera, claim.id)).activeAt).not.toBe(new Date(0).toISOString())
  const { items } = await listEvents(world.vera, 'claim', claim.id, { limit: 50, after: 0 })
  expect(items.map(({ kind }) => kind)).toEqual([
    ...['claim.proposed', 'review.opened', 'round.revealed', 'review.opened', 'verdict.submitted'],
  ])
})
