import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { getClaim } from '../claims/get-claim'
import { reopenClaim } from '../claims/reopen-claim'
import { db } from '../db'
import { listEvents } from '../list-events'
import { dissent, dissentDraft, findingSays, makeFinding, makeRevealed, makeWritten, publish, sign, write } from '../testing/make-findings' // prettier-ignore
import { makeClaim } from '../testing/make-claims'
import { decline, judge, makeFurther, makeReview } from '../testing/make-reviews'
import { makeActor, makeWorld, says, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { createFinding } from './create-finding'
import { getFinding, listFindings, listFindingVersions } from './list-findings'
import { signFinding, unsignFinding } from './sign-finding'
import { updateFinding } from './update-finding'
import { updateDissent, withdrawDissent, writeDissent } from './write-dissent'

let world: World
let cleo: Actor
let claim: Claim
beforeAll(async () => {
  world = await makeWorld()
  cleo = await makeActor('Cleo', { [world.workspaceId]: 'analyst' })
})
beforeEach(async () => {
  claim = await makeRevealed(world.edda, world, [[world.ada, { likelihood: 80 }], [world.ben, { rating: 'false', likelihood: 20 }]]) // prettier-ignore
})

const names = (people: readonly { name: string }[]) => people.map(({ name }) => name)
const kinds = async (kind: 'claim' | 'project', id: string) =>
  (await listEvents(world.vera, kind, id, { limit: 200, after: 0 })).items.map((event) => event.kind)

describe('a finding is begun', () => {
  test('about a claim whose verdicts are revealed, which moves on with it', async () => {
    const finding = await makeFinding(world.ada, world, { claimId: claim.id })
    expect(finding).toMatchObject({
      ...{ claim: { id: claim.id, statement: claim.statement, type: 'fact', state: 'finding' }, document: null },
      ...{ state: 'draft', changed: true, published: null, version: 1, dissents: [], signOffs: 2, adjudicates: true },
      ...{ content: { rating: null, basis: null, summary: null, pooling: { method: 'log-odds mean', exponent: 1 } } },
      ...{ pooled: { judges: 2, value: 50 }, retractedSources: [], thread: { status: 'open', comments: 0 } },
    })
    expect(names(finding.reviewers)).toEqual(['Ada', 'Ben'])
    expect(await getClaim(world.vera, claim.id)).toMatchObject({ state: 'finding', findingId: finding.id })
    expect(await getFinding(world.vera, finding.id)).toEqual(finding)
    expect((await kinds('claim', claim.id)).at(-1)).toBe('finding.drafted')
    expect((await kinds('project', world.projectId)).at(-1)).toBe('finding.drafted')
  })

  test('once: who comes second is led to it', async () => {
    const { id } = await makeFinding(world.ada, world, { claimId: claim.id })
    await expect(makeFinding(world.ben, world, { claimId: claim.id })).rejects.toMatchObject({
      kind: 'conflict',
      details: { findingId: id },
    })
  })

  test('once by two who begin at the same time', async () => {
    const begin = (by: Actor) => makeFinding(by, world, { claimId: claim.id })
    const outcomes = await Promise.allSettled([begin(world.ada), begin(world.ben)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } })
  })

  test('not about a claim that nobody has judged, nor while it is judged', async () => {
    const fresh = await makeClaim(world.ada, world)
    await expect(makeFinding(world.ada, world, { claimId: fresh.id })).rejects.toEqual(refused('conflict', /Proposed/))
    await makeReview(world.edda, fresh, [world.ada, world.ben])
    await expect(makeFinding(world.ada, world, { claimId: fresh.id })).rejects.toEqual(refused('conflict', /in review/))
    expect(await db.finding.count({ where: { claimId: fresh.id } })).toBe(0)
  })

  test('by analysts; viewers read, others find nothing', async () => {
    const about = { claimId: claim.id }
    await expect(makeFinding(world.vera, world, about)).rejects.toEqual(refused('forbidden', /write findings/))
    await expect(makeFinding(world.otto, world, about)).rejects.toEqual(refused('not-found', /claim/))
    await expect(createFinding(writing(world.ada), v7(), { id: v7(), documentId: null, ...about })).rejects.toEqual(
      refused('not-found', /claim/),
    )
    const finding = await makeFinding(world.ada, world, about)
    await expect(getFinding(world.otto, finding.id)).rejects.toEqual(refused('not-found', /finding/))
    await expect(write(world.vera, finding)).rejects.toEqual(refused('forbidden'))
  })
})

describe('the draft', () => {
  test('says what was written, with a summary that is checked', async () => {
    const finding = await makeWritten(world.ben, claim, { confidence: 'high', gaps: 'The annex is a copy.' })
    expect(finding).toMatchObject({
      version: 2,
      updatedBy: { name: 'Ben' },
      content: { confidence: 'high', rating: 'true' },
    })
    const script = { type: 'doc', content: [{ type: 'script' }] } as const
    await expect(write(world.ben, finding, { summary: script })).rejects.toEqual(refused('invalid'))
    const silent = await write(world.ben, finding, { summary: { type: 'doc', content: [{ type: 'paragraph' }] } })
    expect(silent.content.summary).toBeNull()
  })

  test('is pooled as it says', async () => {
    const finding = await makeWritten(world.ada, claim)
    await judge(cleo, await makeFurther(world.edda, claim, [cleo], { quorum: 1 }), { likelihood: 90 })
    expect((await getFinding(world.vera, finding.id)).pooled).toEqual({ method: 'log-odds mean', exponent: 1, judges: 3, value: 67.5 }) // prettier-ignore
    const mean = await write(world.ada, finding, { pooling: { method: 'mean' } })
    expect(mean.pooled).toEqual({ method: 'mean', judges: 3, value: 63.3 })
  })

  test.each([
    ['a rating that is not on the scale', { rating: 'faithful' }, 'content.rating'],
    ['a likelihood of what can’t be verified', { rating: 'unverifiable', likelihood: 40 }, 'content.likelihood'],
  ])('takes no %s', async (_, more, field) => {
    const finding = await makeFinding(world.ada, world, { claimId: claim.id })
    await expect(write(world.ada, finding, more)).rejects.toMatchObject({
      kind: 'invalid',
      details: { fields: [{ field }] },
    })
  })

  test('of two who write at once the second gets both texts', async () => {
    const finding = await makeFinding(world.ada, world, { claimId: claim.id })
    const theirs = await write(world.ada, finding, { gaps: 'One.' })
    const yours = { version: finding.version, content: findingSays({ gaps: 'Two.' }) }
    await expect(updateFinding(writing(world.ben), finding.id, yours)).rejects.toMatchObject({
      ...{ kind: 'conflict', message: 'Ada changed this finding meanwhile.', details: { theirs, yours } },
    })
    expect(await getFinding(world.vera, finding.id)).toEqual(theirs)
  })

  test('stands still while its claim is judged again, and is taken up after that', async () => {
    const finding = await makeWritten(world.ada, claim)
    await sign(world.ada, finding)
    const own = await dissent(world.ben, finding)
    const round = await makeFurther(world.edda, claim, [world.ada, world.ben], { sealed: true })
    const pinned = refused('conflict', /in review/)
    await expect(write(world.ada, finding)).rejects.toEqual(pinned)
    await expect(sign(world.ben, finding)).rejects.toEqual(pinned)
    await expect(unsignFinding(writing(world.ada), finding.id)).rejects.toEqual(pinned)
    await expect(dissent(world.ada, finding)).rejects.toEqual(pinned)
    await expect(updateDissent(writing(world.ben), own.id, { ...dissentDraft(), version: 1 })).rejects.toEqual(pinned)
    await expect(withdrawDissent(writing(world.ben), own.id)).rejects.toEqual(pinned)
    await expect(publish(world.edda, finding)).rejects.toEqual(pinned)
    for (const by of [world.ada, world.ben]) await judge(by, round)
    await expect(sign(world.ben, finding)).rejects.toEqual(refused('conflict', /save it first/))
    const again = await write(world.ada, finding)
    expect(again).toMatchObject({ claim: { state: 'finding' }, signed: [] })
    expect(names((await sign(world.ben, finding)).signed)).toEqual(['Ben'])
  })

  test('of a reopened claim too', async () => {
    const finding = await makeWritten(world.ada, claim)
    await reopenClaim(writing(world.edda), claim.id, { reason: 'A new annex.' })
    await write(world.ada, finding)
    expect(await getClaim(world.vera, claim.id)).toMatchObject({ state: 'finding', findingId: finding.id })
  })
})

test('of a sealed round nothing shows in a finding before the reveal', async () => {
  const finding = await makeWritten(world.ada, claim)
  const round = await makeFurther(world.edda, claim, [world.ada, cleo], { sealed: true })
  const seen = () =>
    Promise.all([world.vera, world.ben, world.edda, world.olga].map((by) => getFinding(by, finding.id)))
  const before = await seen()
  await judge(cleo, round, { rating: 'false', likelihood: 1 })
  expect(await seen()).toEqual(before)
  await judge(world.ada, round, { rating: 'false', likelihood: 1 })
  expect(names((await getFinding(world.vera, finding.id)).reviewers)).toEqual(['Ada', 'Ben', 'Cleo'])
})

describe('reviewers', () => {
  test('sign the draft as it stands, and take that back; a change makes it void', async () => {
    const finding = await makeWritten(world.edda, claim)
    expect(names((await sign(world.ben, finding)).signed)).toEqual(['Ben'])
    expect(names((await sign(world.ada, finding)).signed)).toEqual(['Ada', 'Ben'])
    expect(names((await unsignFinding(writing(world.ben), finding.id)).signed)).toEqual(['Ada'])
    await expect(unsignFinding(writing(world.ben), finding.id)).rejects.toEqual(refused('conflict', /not signed/))
    expect((await write(world.edda, finding)).signed).toEqual([])
    await expect(signFinding(writing(world.ada), finding.id, { version: finding.version })).rejects.toEqual(refused('conflict', /Edda changed/)) // prettier-ignore
    expect((await kinds('claim', claim.id)).slice(-4)).toEqual([...['finding.signed', 'finding.signed'], ...['finding.unsigned', 'finding.updated']]) // prettier-ignore
  })

  test('are those who have judged in a revealed round, nobody else', async () => {
    const finding = await makeWritten(world.edda, claim)
    await decline(cleo, await makeFurther(world.edda, claim, [cleo], { quorum: 1 }))
    const taken = await write(world.edda, finding)
    expect(names(taken.reviewers)).toEqual(['Ada', 'Ben'])
    for (const by of [world.edda, world.olga, cleo, world.vera]) {
      await expect(sign(by, finding)).rejects.toEqual(refused('forbidden', /its reviewers do/))
      await expect(dissent(by, finding)).rejects.toEqual(refused('forbidden', /reviewers of this claim do/))
    }
    await expect(dissent(world.otto, finding)).rejects.toEqual(refused('not-found'))
  })

  test('dissent with another rating and likelihood; it stands beside the finding', async () => {
    const finding = await makeWritten(world.edda, claim)
    const made = await dissent(world.ben, finding, { likelihood: 20, confidence: 'low' })
    expect(made).toMatchObject({
      author: { name: 'Ben' },
      rating: 'false',
      likelihood: 20,
      confidence: 'low',
      version: 1,
    })
    expect(await getFinding(world.vera, finding.id)).toMatchObject({ version: finding.version, dissents: [made] })
    await expect(dissent(world.ben, finding)).rejects.toMatchObject({
      kind: 'conflict',
      details: { dissentId: made.id },
    })
    const draft = dissentDraft({ rating: 'faithful' })
    await expect(writeDissent(writing(world.ada), finding.id, draft)).rejects.toMatchObject({ details: { fields: [{ field: 'rating' }] } }) // prettier-ignore
    await expect(dissent(world.ada, finding, { json: says(' ') })).rejects.toEqual(
      refused('invalid', /dissent is empty/),
    )
  })

  test('change their own dissent and withdraw it, nobody else’s', async () => {
    const finding = await makeWritten(world.edda, claim)
    const { id } = await dissent(world.ben, finding)
    const change = { version: 1, rating: 'mixed', likelihood: null, confidence: null, json: says('Half of it.') }
    await expect(updateDissent(writing(world.ada), id, change)).rejects.toEqual(
      refused('forbidden', /change this dissent/),
    )
    const theirs = await updateDissent(writing(world.ben), id, change)
    expect(theirs).toMatchObject({ rating: 'mixed', version: 2, json: change.json })
    const { version, ...yours } = change
    await expect(updateDissent(writing(world.ben), id, { version, ...yours })).rejects.toMatchObject({ kind: 'conflict', details: { theirs, yours } }) // prettier-ignore
    await expect(withdrawDissent(writing(world.edda), id)).rejects.toEqual(refused('forbidden'))
    await withdrawDissent(writing(world.ben), id)
    expect((await getFinding(world.vera, finding.id)).dissents).toEqual([])
    await expect(withdrawDissent(writing(world.ben), id)).rejects.toEqual(refused('not-found', /dissent/))
    expect((await dissent(world.ben, finding)).version).toBe(1)
  })
})

test('the findings of a project, the latest changed first, by pages and by state', async () => {
  const other = await makeWorld()
  const claims = []
  for (const by of [other.ada, other.ben, other.edda]) claims.push(await makeRevealed(other.edda, other, [[by, {}]]))
  const findings = []
  for (const each of claims) findings.push(await makeWritten(other.edda, each))
  const [first, second, third] = findings.map(({ id }) => id)
  await write(other.edda, { id: first ?? '', version: 2 }, { gaps: 'More.' })
  const page = await listFindings(other.vera, other.projectId, { limit: 2 })
  expect(page.items.map(({ id }) => id)).toEqual([first, third])
  expect(page.items[0]).toEqual(await getFinding(other.vera, first ?? ''))
  const rest = await listFindings(other.vera, other.projectId, { limit: 2, cursor: page.next ?? '' })
  expect([rest.items.map(({ id }) => id), rest.next]).toEqual([[second], null])
  expect((await listFindings(other.vera, other.projectId, { limit: 9, state: 'published' })).items).toEqual([])
  expect((await listFindings(other.vera, other.projectId, { limit: 9, state: 'draft' })).items).toHaveLength(3)
  await expect(listFindings(world.vera, other.projectId, { limit: 9 })).rejects.toEqual(refused('not-found', /project/))
  await expect(listFindingVersions(world.vera, first ?? '', { limit: 9 })).rejects.toEqual(refused('not-found'))
})
