import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { agreementOfClaims } from '@/domain/claims/agreement/of-claims'
import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { reopenClaim } from '../claims/reopen-claim'
import { updateClaim } from '../claims/update-claim'
import { cancelRound } from '../reviews/cancel-round'
import { openPhase } from '../seals/open-phase'
import { revealPhase } from '../seals/reveal-phase'
import { makeClaim } from '../testing/make-claims'
import { makeEvidence, makeSource, webDraft } from '../testing/make-evidence'
import { makeRevealed } from '../testing/make-findings'
import { decline, judge, makeFurther, makeReview } from '../testing/make-reviews'
import { draftOn, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { measure } from './measure'
import { phaseAgreement } from './phase-agreement'
import { poolClaim } from './pool-claim'
import { projectAgreement } from './project-agreement'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})

const LOG_ODDS = { method: 'log-odds mean', exponent: 1 } as const
const figures = async (actor: Actor = world.vera) => (await projectAgreement(actor, world.projectId)).figures
const named = async (actor?: Actor) => (await figures(actor)).map(({ name, when }) => `${name} ${when}`)

/** A fact that these two rated so, alone. */
const rated = (by: [string, string], likelihoods: [number | null, number | null] = [null, null]): Promise<Claim> =>
  makeRevealed(world.edda, world, [
    [world.ada, { rating: by[0], likelihood: likelihoods[0] }],
    [world.ben, { rating: by[1], likelihood: likelihoods[1] }],
  ])

describe('agreement of a project', () => {
  test('is of what was judged alone, for each type of claim at its level, and of likelihoods', async () => {
    await rated(['true', 'true'], [90, 80])
    const split = await rated(['false', 'true'], [10, 60])
    const found = await projectAgreement(world.vera, world.projectId)
    expect(found.figures).toMatchObject([
      { name: 'Fact: rating', level: 'ordinal', when: 'first', units: 2, coders: 2, enough: false },
      { name: 'Likelihood', level: 'interval', when: 'first', units: 2, coders: 2, enough: false },
    ])
    expect(found.figures[0]?.causes).toEqual([
      { claimId: split.id, documentId: null, start: null, end: null, says: split.statement, share: 1 },
    ])
    expect(found.people.map(({ name }) => name)).toEqual(['Ada', 'Ben'])
    expect(found.pairs).toEqual([{ a: world.ada.id, b: world.ben.id, claims: 2, agree: 0.5 }])
  })

  test('is undefined and says why where nothing varies, never 0 or 1', async () => {
    await rated(['true', 'true'])
    expect(await figures()).toMatchObject([{ value: null, why: expect.stringMatching(/nothing varies/) as string }])
  })

  test('takes Unverifiable as missing', async () => {
    await rated(['true', 'unverifiable'])
    expect(await figures()).toMatchObject([
      { value: null, units: 0, why: expect.stringMatching(/two people/) as string },
    ])
  })

  test('is measured anew of last words once there is a further round; what was said first stays', async () => {
    await rated(['true', 'mixed'])
    const claim = await rated(['false', 'true'])
    const further = await makeFurther(world.edda, claim, [world.ada, world.ben])
    await judge(world.ada, further, { rating: 'true' })
    const before = await named()
    await judge(world.ben, further, { rating: 'true' })
    expect(before).toEqual(['Fact: rating first'])
    const [first, last] = await figures()
    expect([first?.when, last?.when]).toEqual(['first', 'last'])
    expect(first?.causes[0]?.claimId).toBe(claim.id)
    expect(last?.causes.map(({ claimId }) => claimId)).not.toContain(claim.id)
  })

  test('leaves out whoever recused themselves at last', async () => {
    const claim = await rated(['false', 'true'])
    const further = await makeFurther(world.edda, claim, [world.ada, world.ben])
    await decline(world.ada, further)
    await judge(world.ben, further, { rating: 'true' })
    expect(await figures()).toMatchObject([
      { when: 'first', units: 1 },
      { when: 'last', units: 0 },
    ])
  })

  test('tells nothing of a round that is open, or was cancelled; to nobody', async () => {
    const [open, cancelled] = [await makeClaim(world.ada, world), await makeClaim(world.ada, world)]
    const round = await makeReview(world.edda, open, [world.ada, world.ben])
    await judge(world.ada, round, { likelihood: 40 })
    const gone = await makeReview(world.edda, cancelled, [world.ada, world.ben])
    await judge(world.ben, gone, { likelihood: 40 })
    await cancelRound(writing(world.edda), gone.id, { version: gone.version, reason: 'Nobody has time.' })
    for (const actor of [world.olga, world.edda, world.ada, world.ben]) {
      expect(await projectAgreement(actor, world.projectId)).toEqual({ figures: [], people: [], pairs: [] })
      expect(await poolClaim(actor, open.id, LOG_ODDS)).toMatchObject({ pooled: null, withoutJudges: [] })
      expect(await poolClaim(actor, cancelled.id, LOG_ODDS)).toMatchObject({ pooled: null, withoutJudges: [] })
    }
  })

  test('compares what was said of one wording', async () => {
    const claim = await rated(['false', 'true'])
    const { version } = await reopenClaim(writing(world.edda), claim.id, { reason: 'New facts.' })
    const { type, terms, asOf, claimant, claimedOn, priority } = claim
    const reworded = { type, terms, asOf, claimant, claimedOn, statement: 'A deal was signed on Monday.' }
    await updateClaim(writing(world.edda), claim.id, { ...reworded, priority, version })
    expect(await poolClaim(world.vera, claim.id, LOG_ODDS)).toMatchObject({ pooled: null })
    const round = await makeReview(world.edda, claim, [world.ada, world.ben])
    await judge(world.ada, round, { rating: 'mixed' })
    await judge(world.ben, round, { rating: 'mixed' })
    expect(await figures()).toMatchObject([{ when: 'first', value: null, units: 1 }])
  })

  test('is not found by who is no member', async () => {
    await expect(projectAgreement(world.otto, world.projectId)).rejects.toEqual(refused('not-found'))
  })

  test('is measured apart as it is measured here', async () => {
    const people = [
      { id: v7(), name: 'A' },
      { id: v7(), name: 'B' },
    ]
    const judged = { people, claims: [] }
    expect(await measure('claims', JSON.stringify(judged))).toEqual(agreementOfClaims(judged))
    await expect(measure('claims', 'no JSON')).rejects.toEqual(refused('unavailable'))
    expect(await measure('claims', JSON.stringify({ people: [], claims: [] }))).toEqual({
      figures: [],
      people: [],
      pairs: [],
    })
  })
})

describe('the pooled likelihood of a claim', () => {
  test('is of last words, by every method, and without each judge', async () => {
    const claim = await rated(['true', 'false'], [80, 20])
    const further = await makeFurther(world.edda, claim, [world.ben])
    await judge(world.ben, further, { likelihood: 60 })
    expect(await poolClaim(world.vera, claim.id, { method: 'mean', exponent: 1 })).toEqual({
      pooled: { method: 'mean', judges: 2, value: 70 },
      methods: [
        { method: 'median', judges: 2, value: 70 },
        { method: 'mean', judges: 2, value: 70 },
        { method: 'log-odds mean', exponent: 1, judges: 2, value: 71 },
      ],
      withoutJudges: [
        { person: { id: world.ada.id, name: 'Ada' }, pooled: { method: 'mean', judges: 1, value: 60 } },
        { person: { id: world.ben.id, name: 'Ben' }, pooled: { method: 'mean', judges: 1, value: 80 } },
      ],
      withoutOrigins: [],
    })
  })

  test('is told without each origin: copies go with what they copy', async () => {
    const claim = await makeClaim(world.ada, world)
    const wire = await makeSource(world.ada, world)
    const copy = await makeSource(world.ada, world, { name: 'A copy', originId: wire.id })
    const own = await makeEvidence(world.ada, claim, webDraft({ sourceId: wire.id }))
    const copied = await makeEvidence(world.ada, claim, webDraft({ sourceId: copy.id }))
    const round = await makeReview(world.edda, claim, [world.ada, world.ben, world.edda])
    await judge(world.ada, round, { likelihood: 90, evidenceIds: [own.id] })
    await judge(world.ben, round, { likelihood: 80, evidenceIds: [copied.id] })
    await judge(world.edda, round, { likelihood: 30 })
    expect(await poolClaim(world.vera, claim.id, { method: 'median', exponent: 1 })).toMatchObject({
      pooled: { value: 80 },
      withoutOrigins: [{ sourceId: wire.id, name: 'A wire', verdicts: 2, pooled: { judges: 1, value: 30 } }],
    })
  })

  test('is null where nobody gave one, and of claims that can be seen only', async () => {
    const claim = await rated(['true', 'false'])
    expect(await poolClaim(world.vera, claim.id, LOG_ODDS)).toMatchObject({ pooled: null, methods: [] })
    await expect(poolClaim(world.otto, claim.id, LOG_ODDS)).rejects.toEqual(refused('not-found'))
  })
})

describe('agreement of an independent phase', () => {
  const WORDS = ['Ministers', 'signed a deal', 'rare earths', 'capital']

  async function phase(marks: [Actor, string, number][]) {
    const opened = await openPhase(writing(world.edda), world.projectId, {
      ...{ id: v7(), name: 'First reading', documentIds: [world.documentId], dueAt: null },
    })
    for (const [actor, words, label] of marks)
      await createAnnotation(
        writing(actor),
        world.documentId,
        draftOn(world, words, { labelId: world.labelIds[label] ?? null }),
      )
    return opened
  }

  test('is by label, of those who marked something, with the passages that cause the disagreement', async () => {
    const marks = WORDS.flatMap((words): [Actor, string, number][] => [
      [world.ada, words, 0],
      [world.ben, words, 0],
    ])
    const { id } = await phase([...marks, [world.ada, 'Critics', 1], [world.ben, 'promise', 1]])
    await revealPhase(writing(world.edda), id)
    const { figures: found, people, pairs } = await phaseAgreement(world.vera, id)
    expect(people.map(({ name }) => name)).toEqual(['Ada', 'Ben'])
    expect(pairs).toEqual([])
    expect(found.map(({ units, coders, level }) => [units, coders, level])).toEqual(
      expect.arrayContaining([
        [10, 2, null],
        [8, 2, null],
        [2, 2, null],
      ]),
    )
    expect(found[0]?.name).toBe('All labels')
    const [same, apart] = [found.find(({ units }) => units === 8), found.find(({ units }) => units === 2)]
    expect(same).toMatchObject({ value: 1, causes: [], enough: false })
    expect(apart?.causes.map(({ says }) => says).sort()).toEqual(['Critics', 'promise'])
    expect(apart?.value).toBeLessThan(0)
  })

  test('is told after the reveal, and to members', async () => {
    const { id } = await phase([[world.ada, 'deal', 0]])
    for (const actor of [world.olga, world.edda, world.ada])
      await expect(phaseAgreement(actor, id)).rejects.toEqual(refused('conflict', /not revealed/))
    await revealPhase(writing(world.edda), id)
    expect((await phaseAgreement(world.vera, id)).figures).toEqual([])
    await expect(phaseAgreement(world.otto, id)).rejects.toEqual(refused('not-found'))
    await expect(phaseAgreement(world.vera, v7())).rejects.toEqual(refused('not-found'))
  })
})
