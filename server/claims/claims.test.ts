import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { Claim } from '@/domain/claims/claim'
import { CLAIM_STATES, EDITABLE, stepOf, type ClaimState, type Deed } from '@/domain/claims/states'
import type { Actor } from '@/domain/permissions/policy'
import { getAnnotation } from '../annotations/get-annotation'
import { db } from '../db'
import { listEvents } from '../list-events'
import { makeAnnotation } from '../testing/make'
import { makeFinding, makeRound } from '../testing/make-claim'
import { claimDraft, makeClaim, occurrenceDraft } from '../testing/make-claims'
import { makeDocument, makeProject, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { createClaim } from './create-claim'
import { getClaim } from './get-claim'
import { listClaimVersions } from './list-claim-versions'
import { listOccurrences } from './list-occurrences'
import { removeClaim, restoreClaim } from './remove-claim'
import { reopenClaim } from './reopen-claim'
import { triageClaim, type Triage } from './triage-claim'
import { updateClaim } from './update-claim'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const all = { limit: 50, after: 0 }
const eventsOf = async (claimId: string) =>
  (await listEvents(world.vera, 'claim', claimId, all)).items.map(({ kind }) => kind)
const contentOf = ({ type, statement, terms, asOf, claimant, claimedOn, priority }: Claim) => ({
  type,
  statement,
  terms,
  asOf,
  claimant,
  claimedOn,
  priority,
})

/** A claim that stands in a state, whatever led to it. */
async function makeStanding(state: ClaimState, by: Actor = world.ada): Promise<Claim> {
  const { id } = await makeClaim(by, world)
  await db.claim.update({ where: { id }, data: { state } })
  return getClaim(by, id)
}

// Proposing.

test('a claim is answered as it is read again, by its author and by others', async () => {
  const passage = await makeAnnotation(world.ada, world, 'signed a deal')
  const terms = [{ term: 'rare earths', meaning: 'The seventeen elements.' }]
  const more = { terms, asOf: 'August 2025', claimant: 'The ministry', claimedOn: '2025-08', priority: 'high' } as const
  const made = await makeClaim(world.ada, world, [passage.id], more)
  expect(made).toMatchObject({ ...more, state: 'proposed', number: 1, version: 1, occurrences: 1, conflicts: 0 })
  expect(made).toMatchObject({ held: false, split: null, duplicateOf: null, openRound: null, findingId: null })
  expect(JSON.stringify(Claim.parse(made))).toBe(JSON.stringify(made))
  for (const anyone of [world.ada, world.vera]) expect(await getClaim(anyone, made.id)).toEqual(made)
  const { items } = await listOccurrences(world.vera, made.id, { limit: 50 })
  expect(items).toMatchObject([{ claimId: made.id, passage: { exact: 'signed a deal', documentTitle: 'Briefing' } }])
  expect((await listClaimVersions(world.vera, made.id, { limit: 50 })).items).toMatchObject([{ number: 1, terms }])
})

test('who follows the claim hears of it, and who follows the project', async () => {
  const { id } = await makeClaim(world.ben, world)
  const told = await db.event.findMany({ where: { subject: id }, select: { streamId: true, kind: true } })
  expect(told).toHaveLength(2)
  expect(told).toEqual(
    expect.arrayContaining([id, world.projectId].map((streamId) => ({ streamId, kind: 'claim.proposed' }))),
  )
})

test('two people may propose the same at once, in the same passage', async () => {
  const passage = await makeAnnotation(world.ada, world, 'Officials')
  const made = await Promise.all([world.ada, world.ben].map((by) => makeClaim(by, world, [passage.id])))
  expect(made.map(({ occurrences }) => occurrences)).toEqual([1, 1])
})

test('the same write twice at once has one effect and one answer', async () => {
  const draft = claimDraft()
  const key = v7()
  const once = () => createClaim(writing(world.ada, key, draft), world.projectId, draft)
  const [first, ...others] = await Promise.all([once(), once(), once()])
  expect(others).toEqual([first, first])
  expect(await eventsOf(draft.id)).toEqual(['claim.proposed'])
})

test.each<[string, () => Promise<string[]>, 'not-found' | 'conflict' | 'invalid', RegExp]>([
  ['a passage that is not there', async () => [v7()], 'not-found', /annotation/],
  [
    'another’s private one',
    async () => [(await makeAnnotation(world.ben, world, 'annex', { visibility: 'private' })).id],
    'not-found',
    /annotation/,
  ],
  [
    'one’s own private one, without consent',
    async () => [(await makeAnnotation(world.ada, world, 'annex', { visibility: 'private' })).id],
    'invalid',
    /agree/,
  ],
  [
    'the same passage twice',
    async () => {
      const { id } = await makeAnnotation(world.ada, world, 'annex')
      return [id, id]
    },
    'conflict',
    /twice/,
  ],
  ['a passage of another project', async () => [await inOtherProject()], 'not-found', /annotation/],
  ['a deleted passage', async () => [await deleted()], 'not-found', /annotation/],
  ['a passage in the trash', async () => [await inTrash()], 'not-found', /annotation/],
])('a claim is not proposed with %s', async (_, passages, kind, message) => {
  const ids = await passages()
  const before = await db.claim.count()
  await expect(makeClaim(world.ada, world, ids)).rejects.toEqual(refused(kind, message))
  expect(await db.claim.count()).toBe(before)
})

async function inOtherProject() {
  const other = await makeProject(world.workspaceId, world.olga)
  return (await makeAnnotation(world.ada, await makeDocument(other.projectId, world.workspaceId, world.olga), 'deal'))
    .id
}

async function deleted() {
  const { id } = await makeAnnotation(world.ada, world, 'deal')
  await db.annotation.update({ where: { id }, data: { deletedAt: new Date() } })
  return id
}

async function inTrash() {
  const document = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const { id } = await makeAnnotation(world.ada, document, 'deal')
  await db.document.update({ where: { id: document.documentId }, data: { trashedAt: new Date() } })
  return id
}

test('with consent, a private passage is shown to the team, and they are told of that', async () => {
  const { id } = await makeAnnotation(world.ada, world, 'tonnes', { visibility: 'private' })
  const claim = await makeClaim(world.ada, world, [], { occurrences: [occurrenceDraft(id, { share: true })] })
  expect(await getAnnotation(world.vera, id)).toMatchObject({ visibility: 'team' })
  expect((await getClaim(world.vera, claim.id)).occurrences).toBe(1)
  const shared = await db.event.findMany({ where: { subject: id, streamId: world.documentId } })
  expect(shared.map(({ kind }) => kind)).toEqual(['annotation.shared'])
})

// Changing what it says.

test('a new wording is a new version; a new priority is none', async () => {
  const made = await makeClaim(world.ada, world)
  const reworded = await updateClaim(writing(world.ada), made.id, {
    ...contentOf(made),
    statement: 'A deal was signed.',
    version: 1,
  })
  expect(reworded).toMatchObject({ number: 2, version: 2, statement: 'A deal was signed.' })
  const urgent = await updateClaim(writing(world.edda), made.id, {
    ...contentOf(reworded),
    priority: 'high',
    version: 2,
  })
  expect(urgent).toMatchObject({ number: 2, version: 3, priority: 'high' })
  const { items } = await listClaimVersions(world.vera, made.id, { limit: 50 })
  expect(items).toMatchObject([
    { number: 2, statement: 'A deal was signed.' },
    { number: 1, statement: made.statement },
  ])
  const first = await listClaimVersions(world.vera, made.id, { limit: 1 })
  expect([
    ...first.items,
    ...(await listClaimVersions(world.vera, made.id, { limit: 1, cursor: first.next ?? '' })).items,
  ]).toEqual(items)
  expect(await eventsOf(made.id)).toEqual(['claim.proposed', 'claim.updated', 'claim.updated'])
  await expect(db.claimVersion.updateMany({ where: { claimId: made.id }, data: { statement: 'x' } })).rejects.toThrow()
})

test('a stale change gets both; of two at once one is made', async () => {
  const made = await makeClaim(world.ada, world)
  const change = (statement: string) =>
    updateClaim(writing(world.ada), made.id, { ...contentOf(made), statement, version: 1 })
  const outcomes = await Promise.allSettled([change('One.'), change('Two.')])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const theirs = await getClaim(world.ada, made.id)
  const yours = { ...contentOf(made), statement: 'Three.' }
  await expect(change('Three.')).rejects.toMatchObject({ kind: 'conflict', details: { theirs, yours } })
})

test.each(Object.keys(CLAIM_STATES) as ClaimState[])('what changes while a claim stands as %s', async (state) => {
  const made = await makeStanding(state)
  const priority = updateClaim(writing(world.ada), made.id, { ...contentOf(made), priority: 'low', version: 1 })
  if (state === 'reviewing') await expect(priority).rejects.toEqual(refused('conflict', /in review/))
  else expect(await priority).toMatchObject({ priority: 'low', number: 1 })
  const { version } = await getClaim(world.ada, made.id)
  const wording = updateClaim(writing(world.ada), made.id, { ...contentOf(made), statement: 'Anew.', version })
  if (EDITABLE.includes(state)) expect(await wording).toMatchObject({ number: 2 })
  else await expect(wording).rejects.toEqual(refused('conflict'))
})

// Triage and reopening.

const TRIAGES: Record<string, { deed: Deed; triage: (of: string) => Triage }> = {
  checkable: { deed: 'call checkable', triage: () => ({ as: 'checkable', reason: '' }) },
  uncheckable: { deed: 'call not checkable', triage: () => ({ as: 'uncheckable', reason: 'Nobody can know.' }) },
  duplicate: { deed: 'call a duplicate', triage: (of) => ({ as: 'duplicate', of, reason: '' }) },
}

const triages = Object.keys(TRIAGES).flatMap((as) =>
  (Object.keys(CLAIM_STATES) as ClaimState[]).map((state) => [state, as] as const),
)
test.each(triages)('from %s to %s, as the table of transitions has it', async (state, as) => {
  const { deed, triage } = TRIAGES[as] ?? { deed: 'clear', triage: () => ({ as: 'checkable', reason: '' }) as const }
  const [made, original] = [await makeStanding(state), await makeClaim(world.ben, world)]
  const attempt = triageClaim(writing(world.ben), made.id, triage(original.id))
  if (stepOf(deed, state)) {
    const duplicateOf = as === 'duplicate' ? { id: original.id, statement: original.statement } : null
    expect(await attempt).toMatchObject({
      state: as,
      duplicateOf,
      reason: as === 'uncheckable' ? 'Nobody can know.' : '',
    })
    expect(await eventsOf(made.id)).toEqual(['claim.proposed', 'claim.triaged'])
  } else
    await expect(attempt).rejects.toEqual(
      refused('conflict', state === 'reviewing' ? /in review: nothing/ : /stands as|already/),
    )
})

test('a duplicate names a claim of the project that is none itself, so that no circle closes', async () => {
  const [first, second, third] = [
    await makeClaim(world.ada, world),
    await makeClaim(world.ada, world),
    await makeClaim(world.ada, world),
  ]
  const call = (claim: Claim, of: string) =>
    triageClaim(writing(world.ben), claim.id, { as: 'duplicate', of, reason: '' })
  await expect(call(first, first.id)).rejects.toEqual(refused('conflict', /itself/))
  await expect(call(first, v7())).rejects.toEqual(refused('not-found'))
  const elsewhere = await makeClaim(world.ada, await makeProject(world.workspaceId, world.olga))
  await expect(call(first, elsewhere.id)).rejects.toEqual(refused('not-found'))
  await call(first, second.id)
  await expect(call(second, first.id)).rejects.toEqual(refused('conflict', /duplicate itself/))
  await expect(call(third, first.id)).rejects.toEqual(refused('conflict', /duplicate itself/))
  const both = await Promise.allSettled([call(second, third.id), call(third, second.id)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('what a duplicate repeats is named only as long as it is there', async () => {
  const [made, original] = [await makeClaim(world.ada, world), await makeClaim(world.ada, world)]
  await triageClaim(writing(world.ben), made.id, { as: 'duplicate', of: original.id, reason: '' })
  await removeClaim(writing(world.ada), original.id)
  expect(await getClaim(world.vera, made.id)).toMatchObject({ state: 'duplicate', duplicateOf: null })
})

test('what was settled is reopened by an editor, with a reason', async () => {
  const made = await makeStanding('published')
  await expect(reopenClaim(writing(world.ada), made.id, { reason: 'New facts.' })).rejects.toEqual(refused('forbidden'))
  expect(await reopenClaim(writing(world.edda), made.id, { reason: 'New facts.' })).toMatchObject({
    state: 'reopened',
    reason: 'New facts.',
  })
  await expect(reopenClaim(writing(world.edda), made.id, { reason: 'Again.' })).rejects.toEqual(
    refused('conflict', /already/),
  )
})

// Removing.

test('what nothing rests on is removed, and comes back for those who may remove it', async () => {
  const made = await makeClaim(world.ada, world)
  await expect(removeClaim(writing(world.ben), made.id)).rejects.toEqual(refused('forbidden'))
  await removeClaim(writing(world.ada), made.id)
  for (const anyone of [world.ada, world.olga])
    await expect(getClaim(anyone, made.id)).rejects.toEqual(refused('not-found'))
  await expect(listEvents(world.olga, 'claim', made.id, all)).rejects.toEqual(refused('not-found'))
  await expect(removeClaim(writing(world.ada), made.id)).rejects.toEqual(refused('not-found'))
  await expect(restoreClaim(writing(world.ben), made.id)).rejects.toEqual(refused('not-found'))
  expect(await restoreClaim(writing(world.edda), made.id)).toMatchObject({ id: made.id, state: 'proposed' })
  await expect(restoreClaim(writing(world.ada), made.id)).rejects.toEqual(refused('conflict', /not removed/))
})

test.each(Object.keys(CLAIM_STATES) as ClaimState[])('whether a claim that stands as %s is removed', async (state) => {
  const { id } = await makeStanding(state)
  const attempt = removeClaim(writing(world.edda), id)
  if (EDITABLE.includes(state)) expect(await attempt).toEqual({ done: true })
  else await expect(attempt).rejects.toEqual(refused('conflict'))
})

test('a claim that was judged or found about stays', async () => {
  const [judged, found] = [await makeClaim(world.ada, world), await makeClaim(world.ada, world)]
  const { id: versionId } = await db.claimVersion.findFirstOrThrow({ where: { claimId: judged.id } })
  await makeRound({ ...judged, versionId }, world.edda, [world.ben])
  await db.round.updateMany({ where: { claimId: judged.id }, data: { state: 'cancelled' } })
  await db.claim.update({ where: { id: judged.id }, data: { state: 'reopened' } })
  await makeFinding(world, { claimId: found.id }, world.edda)
  for (const { id } of [judged, found])
    await expect(removeClaim(writing(world.ada), id)).rejects.toEqual(refused('conflict', /stays/))
  expect((await getClaim(world.vera, found.id)).findingId).not.toBeNull()
})

// Who may.

test.each<[string, (world: World) => Actor, string]>([
  ['a viewer', ({ vera }) => vera, 'forbidden forbidden forbidden forbidden forbidden'],
  ['an analyst', ({ ben }) => ben, 'done forbidden done forbidden forbidden'],
  ['an editor', ({ edda }) => edda, 'done done done done done'],
  ['an outsider', ({ otto }) => otto, 'not-found not-found not-found not-found not-found'],
])('%s proposes, changes, triages, reopens, removes another’s claim', async (_, who, expected) => {
  const actor = who(world)
  const made = await makeClaim(world.ada, world)
  const settled = await makeStanding('cleared')
  const outcomes = [
    () => makeClaim(actor, world),
    () => updateClaim(writing(actor), made.id, { ...contentOf(made), version: 1 }),
    () => triageClaim(writing(actor), made.id, { as: 'checkable', reason: '' }),
    () => reopenClaim(writing(actor), settled.id, { reason: 'Why not.' }),
    () => removeClaim(writing(actor), made.id),
  ]
  const told: string[] = []
  for (const attempt of outcomes)
    told.push(
      await attempt().then(
        () => 'done',
        ({ kind }: { kind: string }) => kind,
      ),
    )
  expect(told.join(' ')).toBe(expected)
})
