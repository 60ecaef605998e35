import { beforeEach, describe, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import { Outcome } from '@/domain/findings/correction'
import type { Actor } from '@/domain/permissions/policy'
import { listEvents } from '../list-events'
import { makeClaim } from '../testing/make-claims'
import { judge, makeFurther, makeReview } from '../testing/make-reviews'
import { makeActor, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { cancelRound } from '../reviews/cancel-round'
import { getOutcome, recordOutcome } from './record-outcome'
import { readScores } from './read-scores'

let world: World
let cleo: Actor
beforeEach(async () => {
  world = await makeWorld()
  cleo = await makeActor('Cleo', { [world.workspaceId]: 'analyst' })
})

const details = { searches: [], deadline: '2026', settles: 'A signed text.', alternatives: '' }
const forecast = (by: Actor, round: { id: string }, likelihood: number) =>
  judge(by, round, { rating: null, likelihood, details })

/** A prediction with these forecasts of Ada, Ben and Cleo, in as many rounds as there are; nulls don't take part. */
async function makePrediction(...rounds: (number | null)[][]): Promise<Claim> {
  const claim = await makeClaim(world.edda, world, [], { type: 'prediction', statement: 'A deal will be signed.' })
  for (const [index, likelihoods] of rounds.entries()) {
    const given = [world.ada, world.ben, cleo].flatMap((by, at) => {
      const likelihood = likelihoods[at] ?? null
      return likelihood === null ? [] : [{ by, likelihood }]
    })
    const reviewers = given.map(({ by }) => by)
    const round = await (index === 0 ? makeReview : makeFurther)(world.edda, claim, reviewers)
    for (const { by, likelihood } of given) await forecast(by, round, likelihood)
  }
  return claim
}

const settle = (claim: { id: string }, happened: boolean | null, version = 0) =>
  recordOutcome(writing(world.edda), claim.id, { version, happened, settledOn: '2026-05', note: 'It was in the news.' })
const scores = (by: Actor) => readScores(by, world.projectId)

describe('the outcome of a prediction', () => {
  test('is recorded by editors, and said better', async () => {
    const claim = await makePrediction([60])
    expect(await getOutcome(world.vera, claim.id)).toEqual({ outcome: null })
    const given = { version: 0, happened: true, settledOn: '2026-05', note: '' }
    await expect(recordOutcome(writing(world.ada), claim.id, given)).rejects.toEqual(refused('forbidden', /record outcomes/)) // prettier-ignore
    const first = await settle(claim, true)
    expect(first).toMatchObject({ claimId: claim.id, happened: true, settledOn: '2026-05', version: 1, recordedBy: { name: 'Edda' } }) // prettier-ignore
    expect(await getOutcome(world.vera, claim.id)).toEqual({ outcome: first })
    expect(JSON.stringify(Outcome.parse(first))).toBe(JSON.stringify(first))
    const yours = { happened: false, settledOn: '2026-05', note: 'It was in the news.' }
    await expect(settle(claim, false)).rejects.toMatchObject({ kind: 'conflict', details: { theirs: first, yours } })
    expect(await settle(claim, null, 1)).toMatchObject({ happened: null, version: 2, recordedAt: first.recordedAt })
    const { items } = await listEvents(world.vera, 'claim', claim.id, { limit: 99, after: 0 })
    expect(items.at(-1)).toMatchObject({ kind: 'outcome.recorded', subject: claim.id })
    await expect(getOutcome(world.otto, claim.id)).rejects.toEqual(refused('not-found', /claim/))
  })

  test('is none of another claim, nor of one that is judged', async () => {
    await expect(settle(await makeClaim(world.ada, world), true)).rejects.toEqual(refused('conflict', /no prediction/))
    const claim = await makePrediction([60, 50])
    await makeFurther(world.edda, claim, [world.ada], { sealed: true, quorum: 1 })
    await expect(settle(claim, true)).rejects.toEqual(refused('conflict', /in review/))
  })
})

describe('Brier scores', () => {
  test('are of the last forecasts: mine to me, the team’s to all', async () => {
    await settle(await makePrediction([60, 20, 90], [80, null, null]), true)
    await settle(await makePrediction([30, 10, null]), false)
    const team = { predictions: 2, forecasts: 5, people: 3 }
    const [ada, ben, vera] = [await scores(world.ada), await scores(world.ben), await scores(world.vera)]
    expect(ada).toMatchObject({ mine: { predictions: 2 }, team })
    expect([ada.mine?.score, ben.mine?.score]).toEqual([expect.closeTo(0.065, 9), expect.closeTo(0.325, 9)])
    expect(vera).toEqual({ mine: null, team: ada.team })
    expect(ada.team?.individuals).toBeCloseTo((0.23 + 0.05) / 2, 9)
    await expect(scores(world.otto)).rejects.toEqual(refused('not-found', /project/))
  })

  test('leave out what nothing settled, what is not revealed, and what was said when the outcome was known', async () => {
    expect(await scores(world.ada)).toEqual({ mine: null, team: null })
    await settle(await makePrediction([60, 20]), null)
    expect(await scores(world.ada)).toEqual({ mine: null, team: null })
    const claim = await makePrediction([60, 20])
    const sealed = await makeFurther(world.edda, claim, [world.ada, world.ben], { sealed: true })
    await forecast(world.ada, sealed, 1)
    await cancelRound(writing(world.edda), sealed.id, { version: sealed.version, reason: 'Too soon.' })
    await settle(claim, true)
    const late = await makeFurther(world.edda, claim, [world.ada], { quorum: 1 })
    await forecast(world.ada, late, 99)
    expect((await scores(world.ada)).mine).toEqual({ score: expect.closeTo(0.16, 9) as number, predictions: 1 })
  })
})
