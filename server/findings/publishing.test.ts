import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import { Finding, type Publishing } from '@/domain/findings/finding'
import type { Actor } from '@/domain/permissions/policy'
import { getClaim } from '../claims/get-claim'
import { reopenClaim } from '../claims/reopen-claim'
import { updateClaim } from '../claims/update-claim'
import { db } from '../db'
import { addEvidence } from '../evidence/add-evidence'
import { createSource, retractSource } from '../evidence/change-source'
import { listEvents } from '../list-events'
import { makeEvidence, makeSource, webDraft } from '../testing/make-evidence'
import type { findingSays } from '../testing/make-findings'
import { dissent, makeFinding, makeRevealed, makeWritten, publish, sign, write } from '../testing/make-findings' // prettier-ignore
import { makeClaim } from '../testing/make-claims'
import { decline, judge, makeFurther, makeReview } from '../testing/make-reviews'
import { makeActor, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { getFinding, listFindingVersions } from './list-findings'
import { answerOverruling } from './overrule'
import { correctFinding, publishFinding } from './publish-finding'
import { retractFinding } from './retract-finding'
import { withdrawDissent } from './write-dissent'

let world: World
let cleo: Actor
let claim: Claim
beforeAll(async () => {
  world = await makeWorld()
  cleo = await makeActor('Cleo', { [world.workspaceId]: 'analyst' })
})
beforeEach(async () => {
  const judged = { likelihood: 80 }
  claim = await makeRevealed(world.edda, world, [[world.ada, judged], [world.ben, judged], [cleo, { rating: 'false', likelihood: 20 }]]) // prettier-ignore
})

const rule = (more: { signOffs?: number; adjudicates?: boolean }) =>
  db.project.update({ where: { id: world.projectId }, data: { signOffs: 2, adjudicates: true, ...more } })
beforeEach(() => rule({}))

const bare = { adjudication: '', overruling: '', reason: '' }
const names = (people: readonly { name: string }[]) => people.map(({ name }) => name)
const field = (name: string) => expect.objectContaining({ kind: 'invalid', details: { fields: [expect.objectContaining({ field: name })] } }) as unknown // prettier-ignore
const heard = async (by: Actor) =>
  (await listEvents(by, 'person', by.id, { limit: 200, after: 0 })).items.filter(
    ({ kind }) => kind === 'finding.overruled',
  )

/** A finding that Ada and Ben have signed, and from which Cleo dissents. */
async function makeSigned(more: Parameters<typeof findingSays>[0] = {}): Promise<Finding> {
  const finding = await makeWritten(world.ada, claim, more)
  for (const by of [world.ada, world.ben]) await sign(by, finding)
  await dissent(cleo, finding)
  return getFinding(world.edda, finding.id)
}

describe('an editor publishes', () => {
  test('what enough reviewers have signed, with all that it stood on', async () => {
    const draft = await makeSigned()
    const finding = await publish(world.edda, draft, { reason: 'None is needed.' })
    expect(finding).toMatchObject({ state: 'published', changed: false, claim: { state: 'published' }, content: draft.content }) // prettier-ignore
    expect(finding.published).toMatchObject({
      ...{ number: 1, content: draft.content, reason: '', retracts: false, adjudication: '' },
      ...{ publishedBy: { name: 'Edda' }, overruled: [{ person: { name: 'Cleo' }, reason: 'The annex outweighs it.', answer: '' }] }, // prettier-ignore
      grounds: {
        ...{ statement: claim.statement, type: 'fact', form: { asks: 'Rating' }, dissents: draft.dissents },
        pooled: { method: 'log-odds mean', exponent: 1, judges: 3, value: 61.4 },
        agreement: [{ name: 'At first', says: 'True: Ada, Ben. False: Cleo. Likelihoods from 20 % to 80 %.' }],
      },
    })
    const { grounds } = finding.published ?? {}
    expect(grounds?.verdicts.map(({ author, rating }) => [author.name, rating])).toEqual([['Ada', 'true'], ['Ben', 'true'], ['Cleo', 'false']]) // prettier-ignore
    expect([names(grounds?.signed ?? []), names(finding.signed)]).toEqual([
      ['Ada', 'Ben'],
      ['Ada', 'Ben'],
    ])
    expect(await getFinding(world.vera, draft.id)).toEqual(finding)
    expect(JSON.stringify(Finding.parse(finding))).toBe(JSON.stringify(finding))
    expect((await listEvents(world.vera, 'claim', claim.id, { limit: 99, after: 0 })).items.at(-1)?.kind).toBe('finding.published') // prettier-ignore
  })

  test('nobody else', async () => {
    const finding = await makeSigned()
    for (const by of [world.ada, world.ben, world.vera]) {
      await expect(publish(by, finding)).rejects.toEqual(refused('forbidden', /publish, correct or retract/))
    }
    await expect(publishFinding(writing(world.otto), finding.id, { version: 2, ...bare })).rejects.toEqual(refused('not-found')) // prettier-ignore
  })

  test('with fewer signatures only with a reason, and only where the project lets them', async () => {
    const draft = await makeWritten(world.ada, claim)
    await sign(world.ada, draft)
    await expect(publish(world.edda, draft, { adjudication: '' })).rejects.toEqual(field('adjudication'))
    await rule({ adjudicates: false })
    await expect(publish(world.edda, draft)).rejects.toEqual(refused('conflict', /1 of the 2 signatures/)) // prettier-ignore
    await rule({ adjudicates: false, signOffs: 1 })
    expect((await publish(world.edda, draft)).published).toMatchObject({ adjudication: '' })
  })

  test('as adjudicator, which is kept with the finding', async () => {
    const draft = await makeWritten(world.ada, claim)
    expect((await publish(world.edda, draft)).published).toMatchObject({ adjudication: 'It is urgent.' })
  })

  test('what one person decided with a reason, signed or not', async () => {
    const draft = await makeSigned({ basis: 'adjudicated' })
    await expect(publish(world.edda, draft, { adjudication: '' })).rejects.toEqual(field('adjudication'))
    expect((await publish(world.edda, draft)).published).toMatchObject({ adjudication: 'It is urgent.' })
  })

  test.each([
    ['without saying on what it rests', { basis: null }, 'basis'],
    ['as settled without a rating', { rating: null, basis: 'majority' as const }, 'rating'],
  ])('nothing %s', async (_, more, name) => {
    const draft = await makeWritten(world.ada, claim, more)
    await expect(publish(world.edda, draft)).rejects.toEqual(field(name))
    expect(await getClaim(world.vera, claim.id)).toMatchObject({ state: 'finding' })
  })

  test('no consensus without a rating, against which nobody is', async () => {
    const draft = await makeWritten(world.ada, claim, { rating: null, basis: 'no-consensus' })
    const finding = await publish(world.edda, draft, { overruling: '' })
    expect(finding.published).toMatchObject({ content: { basis: 'no-consensus', rating: null }, overruled: [] })
  })

  test('not what was written anew since they looked', async () => {
    const draft = await makeWritten(world.ada, claim)
    const given = { ...bare, version: draft.version }
    const theirs = await write(world.ben, draft, { gaps: 'More.' })
    await expect(publishFinding(writing(world.edda), draft.id, given)).rejects.toMatchObject({ kind: 'conflict', details: { theirs, yours: given } }) // prettier-ignore
  })

  test('once', async () => {
    const finding = await publish(world.edda, await makeSigned())
    await expect(publish(world.edda, finding)).rejects.toEqual(refused('conflict', /“Published” already/))
  })
})

test('of two editors who publish at once one does, and the other is told', async () => {
  const draft = await makeSigned()
  const outcomes = await Promise.allSettled([publish(world.edda, draft), publish(world.olga, draft)])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await listFindingVersions(world.vera, draft.id, { limit: 9 })).items).toHaveLength(1)
})

test('a retry is answered as before, and publishes nothing twice', async () => {
  const { id, version } = await makeSigned()
  const again = writing(world.edda, 'the-same-key')
  const first = await publishFinding(again, id, { ...bare, version, overruling: 'So it is.' })
  const second = await publishFinding(again, id, { ...bare, version, overruling: 'So it is.' })
  expect(JSON.stringify(second)).toBe(JSON.stringify(first))
  expect((await listFindingVersions(world.vera, id, { limit: 9 })).items).toHaveLength(1)
})

describe('those whose last rating the finding does not follow', () => {
  test('are told, with a reason, in their own stream; and can answer', async () => {
    const draft = await makeSigned()
    await expect(publish(world.edda, draft, { overruling: '' })).rejects.toEqual(field('overruling'))
    await expect(publish(world.edda, draft, { overruling: '' })).rejects.toThrow(/rating of Cleo\./)
    const before = (await heard(cleo)).length
    const finding = await publish(world.edda, draft)
    expect((await heard(cleo)).slice(before)).toMatchObject([{ subject: finding.id }])
    expect([await heard(world.ada), await heard(world.ben)]).toEqual([[], []])
    await expect(answerOverruling(writing(world.ada), finding.id, { answer: 'No.' })).rejects.toEqual(refused('conflict', /nothing to answer/)) // prettier-ignore
    await expect(answerOverruling(writing(world.edda), finding.id, { answer: 'No.' })).rejects.toEqual(refused('forbidden')) // prettier-ignore
    const answered = await answerOverruling(writing(cleo), finding.id, { answer: 'The annex is a copy.' })
    expect(answered.published?.overruled).toMatchObject([{ person: { name: 'Cleo' }, answer: 'The annex is a copy.' }])
    expect(answered.published?.overruled[0]?.answeredAt).toMatch(/Z$/)
  })

  test('answer what stands: nothing that a correction has replaced', async () => {
    const first = await publish(world.edda, await makeSigned())
    await write(world.ada, first, { rating: 'false' })
    const { version } = await getFinding(world.edda, first.id)
    const reasons = { adjudication: 'It is urgent.', overruling: 'Cleo was right.', reason: 'The annex was a draft.' }
    const second = await correctFinding(writing(world.edda), first.id, { version, ...reasons })
    expect(names(second.published?.overruled.map(({ person }) => person) ?? [])).toEqual(['Ada', 'Ben'])
    await expect(answerOverruling(writing(cleo), first.id, { answer: 'No.' })).rejects.toEqual(refused('conflict', /nothing to answer/)) // prettier-ignore
    await answerOverruling(writing(world.ada), first.id, { answer: 'I stay with it.' })
    const { items } = await listFindingVersions(world.vera, first.id, { limit: 9 })
    const answers = items.map(({ overruled }) => overruled.map(({ answer }) => answer))
    expect(answers).toEqual([['I stay with it.', ''], ['']])
  })

  test('are not those who came round, nor those who recused themselves', async () => {
    const round = await makeFurther(world.edda, claim, [world.ada, world.ben, cleo])
    await judge(cleo, round, { rating: 'true', likelihood: 60 })
    await judge(world.ada, round, { rating: 'mixed', likelihood: 60 })
    await decline(world.ben, round)
    const finding = await publish(world.edda, await makeWritten(world.ada, claim))
    expect(names(finding.published?.overruled.map(({ person }) => person) ?? [])).toEqual(['Ada'])
    expect(finding.published?.grounds.verdicts).toHaveLength(6)
    expect(finding.published?.grounds.pooled).toMatchObject({ judges: 2, value: 60 })
    expect(finding.published?.grounds.agreement.map(({ name, says }) => [name, says])).toEqual([
      ['At first', 'True: Ada, Ben. False: Cleo. Likelihoods from 20 % to 80 %.'],
      ['At last', 'Mixed: Ada. True: Cleo. Likelihood 60 %. Recused: Ben.'],
    ])
  })
})

describe('what is published', () => {
  test('stays while the draft and the dissents change', async () => {
    const finding = await publish(world.edda, await makeSigned())
    const written = await write(world.ada, finding, { rating: 'mixed' })
    expect(written).toMatchObject({ state: 'published', changed: true, signed: [], claim: { state: 'published' } })
    await withdrawDissent(writing(cleo), finding.dissents[0]?.id ?? '')
    expect((await getFinding(world.vera, finding.id)).published).toEqual(finding.published)
    await expect(db.findingVersion.updateMany({ data: { reason: 'x' } })).rejects.toThrow()
  })

  test('is corrected with a reason, by the same rule; the version before is kept', async () => {
    const first = await publish(world.edda, await makeSigned())
    const correct = async (given: Partial<Publishing> = {}) => {
      const { version } = await getFinding(world.edda, first.id)
      const reasons = { reason: 'The annex was a draft.', overruling: 'It is half true.', adjudication: '' }
      return correctFinding(writing(world.edda), first.id, { version, ...reasons, ...given })
    }
    await expect(correct()).rejects.toEqual(refused('conflict', /says what is published already/))
    await write(world.ada, first, { rating: 'mixed' })
    await expect(correct()).rejects.toEqual(field('adjudication'))
    for (const by of [world.ada, world.ben]) await sign(by, first)
    const finding = await correct()
    expect(finding).toMatchObject({ state: 'published', changed: false, claim: { state: 'corrected' } })
    expect(finding.published).toMatchObject({ number: 2, reason: 'The annex was a draft.', content: { rating: 'mixed' } }) // prettier-ignore
    expect(names(finding.published?.overruled.map(({ person }) => person) ?? [])).toEqual(['Ada', 'Ben', 'Cleo'])
    const page = await listFindingVersions(world.vera, first.id, { limit: 1 })
    expect(page.items).toEqual([finding.published])
    const rest = await listFindingVersions(world.vera, first.id, { limit: 1, cursor: page.next ?? '' })
    expect(rest).toEqual({ items: [first.published], next: null })
    expect((await getClaim(world.vera, claim.id)).reason).toBe('The annex was a draft.')
  })

  test('is retracted with a reason, and kept', async () => {
    const first = await publish(world.edda, await makeSigned())
    const { id, version } = first
    const given = { version, reason: 'The annex was forged.' }
    await expect(retractFinding(writing(world.ada), id, given)).rejects.toEqual(refused('forbidden'))
    const finding = await retractFinding(writing(world.edda), id, given)
    expect(finding).toMatchObject({ state: 'retracted', changed: false, claim: { state: 'retracted' } })
    const { content, grounds } = first.published ?? {}
    expect(finding.published).toMatchObject({ number: 2, retracts: true, reason: given.reason, content, grounds, overruled: [] }) // prettier-ignore
    expect((await listFindingVersions(world.vera, id, { limit: 9 })).items).toHaveLength(2)
    await expect(write(world.ada, finding)).rejects.toEqual(refused('conflict', /reopen it first/))
    await expect(retractFinding(writing(world.edda), id, given)).rejects.toEqual(refused('conflict', /already/))
  })

  test('is published anew after its claim was reopened, with a reason', async () => {
    const first = await publish(world.edda, await makeSigned())
    await reopenClaim(writing(world.edda), claim.id, { reason: 'A new annex.' })
    await expect(publish(world.edda, first)).rejects.toEqual(
      refused('conflict', /“Reopened” now\. Look at the draft again/),
    )
    await write(world.ada, first)
    await expect(publish(world.edda, first, { reason: '' })).rejects.toEqual(field('reason'))
    const finding = await publish(world.edda, first)
    expect(finding.published).toMatchObject({ number: 2, reason: 'We know more.' })
    expect(finding.claim?.state).toBe('published')
  })
})

test('verdicts on other words count no more, once the claim is worded anew', async () => {
  const finding = await makeWritten(world.ada, claim)
  await reopenClaim(writing(world.edda), claim.id, { reason: 'Too vague.' })
  const { type, terms, asOf, claimant, claimedOn, version, priority } = await getClaim(world.edda, claim.id)
  const said = { type, terms, asOf, claimant, claimedOn, version, priority, statement: 'A deal was signed in May.' }
  await updateClaim(writing(world.edda), claim.id, said)
  const taken = await write(world.ada, finding)
  expect(taken.pooled).toBeNull()
  const round = await publish(world.edda, taken, { overruling: '' })
  expect(round.published?.grounds).toMatchObject({ statement: said.statement, verdicts: [], agreement: [] })
})

test('a claim that was cleared has a finding that nobody judged', async () => {
  const fresh = await makeClaim(world.ada, world)
  await db.claim.update({ where: { id: fresh.id }, data: { state: 'cleared' } })
  const finding = await publish(world.edda, await makeWritten(world.ada, fresh))
  expect(finding.published?.grounds).toMatchObject({
    verdicts: [],
    pooled: null,
    agreement: [],
    form: { asks: 'Rating' },
  })
  expect(finding.reviewers).toEqual([])
})

describe('sources that were retracted', () => {
  test('are named where a judgement that counts relied on them, or on a copy of them', async () => {
    const [wire, other] = [await makeSource(world.ada, world, { name: 'Wire' }), await makeSource(world.ada, world, { name: 'Other' })] // prettier-ignore
    const copy = await createSource(writing(world.ada), world.projectId, { id: v7(), name: 'Copy', url: '', originId: wire.id }) // prettier-ignore
    const fresh = await makeClaim(world.ada, world)
    const cited = await addEvidence(writing(world.ada), fresh.id, webDraft({ sourceId: copy.id }))
    await makeEvidence(world.ada, fresh, webDraft({ sourceId: other.id }))
    const round = await makeReview(world.edda, fresh, [world.ada, world.ben])
    await judge(world.ada, round, { evidenceIds: [cited.id] })
    await judge(world.ben, round)
    const { id } = await makeFinding(world.ada, world, { claimId: fresh.id })
    const resting = async () => names((await getFinding(world.vera, id)).retractedSources)
    const retract = ({ id: sourceId, version }: { id: string; version: number }) =>
      retractSource(writing(world.edda), sourceId, { version, reason: 'It was made up.' })
    await retract(other)
    expect(await resting()).toEqual([])
    await retract(wire)
    expect(await resting()).toEqual(['Wire'])
    await retract(copy)
    expect(await resting()).toEqual(['Copy', 'Wire'])
    await judge(world.ada, await makeFurther(world.edda, fresh, [world.ada], { quorum: 1 }))
    expect(await resting()).toEqual([])
  })
})
