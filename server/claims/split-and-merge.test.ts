import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import { CLAIM_STATES, EDITABLE, type ClaimState } from '@/domain/claims/states'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { listEvents } from '../list-events'
import { tally } from '../testing/from'
import { makeAnnotation } from '../testing/make'
import { makeClaim, makeOccurrence, makeRelation } from '../testing/make-claims'
import { makeProject, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { removeRelation } from './change-relation'
import { createOccurrence } from './create-occurrence'
import { getClaim } from './get-claim'
import { listClaimVersions } from './list-claim-versions'
import { listOccurrences } from './list-occurrences'
import { listRelations } from './list-relations'
import { mergeClaim } from './merge-claim'
import { splitClaim } from './split-claim'
import { updateClaim } from './update-claim'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const passage = async (words: string) => (await makeAnnotation(world.ada, world, words)).id
const found = async (claimId: string) =>
  (await listOccurrences(world.vera, claimId, { limit: 50 })).items.map(
    ({ passage: { exact }, author }) => `${exact} by ${author.name}`,
  )
const kindsOf = async (kind: 'claim' | 'project', id: string) =>
  (await listEvents(world.vera, kind, id, { limit: 200, after: 0 })).items.map((event) => event.kind)
const related = async (claim: Claim) =>
  (await listRelations(world.vera, world.projectId, { limit: 50, claim: claim.id })).items.map(({ kind, from, to }) =>
    [kind, from.claimId === claim.id ? to.claimId : from.claimId, from.claimId === claim.id ? 'to' : 'from'].join(' '),
  )
const stand = (claimId: string, state: ClaimState) => db.claim.update({ where: { id: claimId }, data: { state } })
const parts = (...statements: string[]) => ({
  parts: statements.map((statement) => ({ id: v7(), type: 'fact' as const, statement })),
})

/** A claim in two passages, one of them found by Ben. */
async function makeCompound(): Promise<Claim> {
  const terms = [{ term: 'deal', meaning: 'A signed one.' }]
  const claim = await makeClaim(world.ada, world, [await passage('signed a deal')], { terms, priority: 'high' })
  await makeOccurrence(world.ben, claim, await passage('Critics'), { stance: 'denies' })
  return getClaim(world.ada, claim.id)
}

test('parts occur where the whole did, with its terms; the whole keeps its history and its relations', async () => {
  const [whole, other] = [await makeCompound(), await makeClaim(world.ben, world)]
  await makeRelation(world.ben, whole, other)
  const { items, next } = await splitClaim(
    writing(world.ada),
    whole.id,
    parts('A deal was signed.', 'It is on rare earths.'),
  )
  expect(next).toBeNull()
  expect(items.map(({ statement }) => statement)).toEqual(['A deal was signed.', 'It is on rare earths.'])
  for (const part of items) {
    expect(part).toMatchObject({
      splitFrom: { id: whole.id },
      terms: whole.terms,
      priority: 'high',
      state: 'proposed',
      number: 1,
    })
    expect(await found(part.id)).toEqual(['signed a deal by Ada', 'Critics by Ben'])
    expect(await kindsOf('claim', part.id)).toEqual(['claim.proposed'])
    expect(await kindsOf('project', world.projectId)).toContain('claim.proposed')
  }
  expect(await getClaim(world.vera, whole.id)).toMatchObject({
    state: 'duplicate',
    reason: 'Split into 2 parts.',
    duplicateOf: null,
  })
  expect(await found(whole.id)).toEqual(['signed a deal by Ada', 'Critics by Ben'])
  expect(await related(whole)).toEqual([`conflicts ${other.id} to`])
  expect((await listClaimVersions(world.vera, whole.id, { limit: 50 })).items).toHaveLength(1)
  expect(await kindsOf('claim', whole.id)).toEqual(['claim.proposed', 'occurrence.added', 'claim.split'])
  await expect(splitClaim(writing(world.ada), whole.id, parts('x', 'y'))).rejects.toEqual(refused('conflict'))
})

test('a merged claim gives its occurrences, relations and evidence, and keeps its history', async () => {
  const [merged, into] = [await makeCompound(), await makeClaim(world.ben, world, [await passage('Officials')])]
  const other = await makeClaim(world.ben, world)
  await makeRelation(world.ben, other, merged, { kind: 'supports', strength: null })
  const { workspaceId, projectId } = world
  const evidence = {
    id: v7(),
    workspaceId,
    projectId,
    claimId: merged.id,
    kind: 'web',
    authorId: world.ben.id,
  } as const
  await db.evidence.create({ data: evidence })
  const answer = await mergeClaim(writing(world.edda), merged.id, { into: into.id })
  expect(answer).toMatchObject({ id: into.id, occurrences: 3, state: 'proposed' })
  expect((await found(into.id)).toSorted()).toEqual(['Critics by Ben', 'Officials by Ben', 'signed a deal by Ada'])
  expect(await related(into)).toEqual([`supports ${other.id} from`])
  expect((await db.evidence.findUniqueOrThrow({ where: { id: evidence.id } })).claimId).toBe(into.id)
  expect(await getClaim(world.vera, merged.id)).toMatchObject({
    state: 'duplicate',
    duplicateOf: { id: into.id },
    occurrences: 0,
  })
  expect(await related(merged)).toEqual([])
  expect((await listClaimVersions(world.vera, merged.id, { limit: 50 })).items).toHaveLength(1)
  // Where it occurred is kept, as removed.
  expect(await db.occurrence.count({ where: { claimId: merged.id, removedAt: { not: null } } })).toBe(2)
  for (const { id } of [merged, into]) expect((await kindsOf('claim', id)).at(-1)).toBe('claim.merged')
})

test('what both had stays once: passages, relations, and nothing relates to itself', async () => {
  const shared = await passage('annex')
  const [merged, into, other] = [
    await makeClaim(world.ada, world, [shared]),
    await makeClaim(world.ben, world, [shared]),
    await makeClaim(world.ada, world),
  ]
  await makeRelation(world.ada, merged, into)
  const repeated = await makeRelation(world.ada, other, merged)
  const kept = await makeRelation(world.ben, into, other)
  await makeRelation(world.ada, merged, other, { kind: 'refines', strength: null })
  const answer = await mergeClaim(writing(world.edda), merged.id, { into: into.id })
  expect(answer).toMatchObject({ occurrences: 1, conflicts: 1 })
  expect(await found(into.id)).toEqual(['annex by Ben'])
  expect(await related(into)).toEqual([`refines ${other.id} to`, `conflicts ${other.id} to`])
  await expect(removeRelation(writing(world.ada), repeated.id)).rejects.toEqual(refused('not-found'))
  expect(await removeRelation(writing(world.ben), kept.id)).toEqual({ done: true })
  expect((await kindsOf('project', world.projectId)).filter((kind) => kind === 'relation.removed')).toHaveLength(3)
})

test.each(Object.keys(CLAIM_STATES) as ClaimState[])('what a claim that stands as %s takes part in', async (state) => {
  const [one, two, three] = [
    await makeClaim(world.ada, world),
    await makeClaim(world.ada, world),
    await makeClaim(world.ada, world),
  ]
  for (const { id } of [one, two, three]) await stand(id, state)
  const fresh = await makeClaim(world.ada, world)
  const splitting = splitClaim(writing(world.ada), one.id, parts('x', 'y'))
  if (EDITABLE.includes(state)) expect((await splitting).items).toHaveLength(2)
  else await expect(splitting).rejects.toEqual(refused('conflict'))
  const merging = mergeClaim(writing(world.edda), two.id, { into: fresh.id })
  if (EDITABLE.includes(state)) expect((await merging).id).toBe(fresh.id)
  else await expect(merging).rejects.toEqual(refused('conflict'))
  const receiving = mergeClaim(writing(world.edda), fresh.id, { into: three.id })
  if (state === 'reviewing' || state === 'duplicate') await expect(receiving).rejects.toEqual(refused('conflict'))
  else expect((await receiving).state).toBe(state)
})

test('a claim in review would stand with another one, so that is refused', async () => {
  const [merged, into, judged] = [
    await makeClaim(world.ada, world),
    await makeClaim(world.ada, world),
    await makeClaim(world.ada, world),
  ]
  await makeRelation(world.ada, merged, judged)
  await stand(judged.id, 'reviewing')
  await expect(mergeClaim(writing(world.edda), merged.id, { into: into.id })).rejects.toEqual(
    refused('conflict', /one in review/),
  )
})

test('a claim is merged into another one of its project', async () => {
  const claim = await makeClaim(world.ada, world)
  const elsewhere = await makeClaim(world.ada, await makeProject(world.workspaceId, world.olga))
  const merge = (into: string, by: Actor = world.edda) => mergeClaim(writing(by), claim.id, { into })
  await expect(merge(claim.id)).rejects.toEqual(refused('conflict', /itself/))
  await expect(merge(elsewhere.id)).rejects.toEqual(refused('not-found'))
  await expect(merge(v7())).rejects.toEqual(refused('not-found'))
  await expect(merge(elsewhere.id, world.ada)).rejects.toEqual(refused('forbidden'))
})

test('who may split: whoever proposed it, and editors', async () => {
  const claim = await makeClaim(world.ada, world)
  const split = (by: Actor) => splitClaim(writing(by), claim.id, parts('x', 'y'))
  for (const [actor, kind] of [
    [world.ben, 'forbidden'],
    [world.vera, 'forbidden'],
    [world.otto, 'not-found'],
  ] as const) {
    await expect(split(actor)).rejects.toEqual(refused(kind))
  }
  expect((await split(world.edda)).items).toMatchObject([{ author: { name: 'Edda' } }, { author: { name: 'Edda' } }])
})

test('two that are merged into each other at once, while both are changed: one merge is made, and nothing hangs', async () => {
  const [one, two] = [await makeClaim(world.ada, world), await makeClaim(world.ada, world)]
  const merges = [
    mergeClaim(writing(world.edda), one.id, { into: two.id }),
    mergeClaim(writing(world.olga), two.id, { into: one.id }),
  ]
  const { type, terms, asOf, claimant, claimedOn, priority } = one
  const words = { type, terms, asOf, claimant, claimedOn, priority, statement: 'Anew.', version: 1 }
  const changes = [one, two].map(({ id }) => updateClaim(writing(world.ada), id, words))
  const taken = [one, two].map(async ({ id }) =>
    createOccurrence(writing(world.ben), id, {
      id: v7(),
      annotationId: await passage('deal'),
      stance: 'asserts',
      voice: 'author',
      attributedTo: '',
      share: false,
    }),
  )
  const [tallied] = await Promise.all([tally(merges), Promise.allSettled(changes), Promise.all(taken)])
  expect(tallied).toEqual({ done: 1, conflict: 1 })
})
