import { beforeAll, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { listEvents } from '../list-events'
import { tally } from '../testing/from'
import { makeClaim } from '../testing/make-claims'
import { makeActor, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { clearClaim } from './clear-claim'
import { getClaim } from './get-claim'
import { listClaims } from './list-claims'
import { reopenClaim } from './reopen-claim'
import { triageClaim } from './triage-claim'
import { updateClaim } from './update-claim'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const press = (by: Actor, { id }: Claim, number = 1) => clearClaim(writing(by), id, { number })
const waiting = async (actor: Actor) =>
  (await listClaims(actor, world.projectId, { limit: 200, sort: 'created', text: '', waiting: 'true' })).items.map(
    ({ id }) => id,
  )

test('the first key is its author’s alone; the second one clears the claim', async () => {
  const claim = await makeClaim(world.ada, world)
  const before = await Promise.all([world.ada, world.vera].map((actor) => getClaim(actor, claim.id)))
  const events = () => listEvents(world.vera, 'claim', claim.id, { limit: 50, after: 0 })
  const told = await events()
  expect(await press(world.ben, claim)).toMatchObject({ state: 'proposed', iCleared: true, version: 1 })
  // Nothing has moved for anyone else, not even for whoever proposed it.
  expect(await Promise.all([world.ada, world.vera].map((actor) => getClaim(actor, claim.id)))).toEqual(before)
  expect(await events()).toEqual(told)
  const [own] = await db.event.findMany({ where: { streamId: world.ben.id, subject: claim.id } })
  expect(own?.kind).toBe('claim.approved')
  expect(await db.auditEntry.findMany({ where: { action: 'claim.approved', subject: claim.id } })).toMatchObject([
    { workspaceId: null },
  ])
  expect(await press(world.ada, claim)).toMatchObject({ state: 'cleared', iCleared: true })
  expect((await events()).items.map(({ kind }) => kind)).toEqual(['claim.proposed', 'claim.cleared'])
  expect(await getClaim(world.vera, claim.id)).toMatchObject({ state: 'cleared', iCleared: false })
})

test('nobody presses twice, nor for what is cleared, nor for words that they have not read', async () => {
  const claim = await makeClaim(world.ada, world)
  await press(world.ben, claim)
  await expect(press(world.ben, claim)).rejects.toEqual(refused('conflict', /pressed your key/))
  await expect(press(world.edda, claim, 2)).rejects.toMatchObject({
    kind: 'conflict',
    details: { theirs: { number: 1 } },
  })
  await press(world.edda, claim)
  await expect(press(world.olga, claim)).rejects.toEqual(refused('conflict', /already/))
  await expect(press(world.vera, claim)).rejects.toEqual(refused('forbidden'))
  await expect(press(world.otto, claim)).rejects.toEqual(refused('not-found'))
})

test('a new wording needs new keys', async () => {
  const claim = await makeClaim(world.ada, world)
  await press(world.ben, claim)
  const { type, terms, asOf, claimant, claimedOn, priority } = claim
  const same = { type, terms, asOf, claimant, claimedOn, priority }
  await updateClaim(writing(world.ada), claim.id, { ...same, statement: 'Worded anew.', version: 1 })
  expect((await getClaim(world.ben, claim.id)).iCleared).toBe(false)
  expect(await press(world.edda, claim, 2)).toMatchObject({ state: 'proposed' })
  expect(await press(world.ben, claim, 2)).toMatchObject({ state: 'cleared' })
})

test('what is called checkable keeps its keys; what is reopened does not', async () => {
  const claim = await makeClaim(world.ada, world)
  await press(world.ben, claim)
  await triageClaim(writing(world.ada), claim.id, { as: 'checkable', reason: '' })
  expect(await press(world.ada, claim)).toMatchObject({ state: 'cleared' })
  await reopenClaim(writing(world.edda), claim.id, { reason: 'Look again.' })
  expect(await getClaim(world.ben, claim.id)).toMatchObject({ state: 'reopened', iCleared: false })
  expect(await press(world.olga, claim)).toMatchObject({ state: 'reopened' })
  expect(await press(world.ben, claim)).toMatchObject({ state: 'cleared' })
})

test('a claim waits for the keys of those who may press them, until they have', async () => {
  const claim = await makeClaim(world.ada, world)
  for (const actor of [world.ada, world.ben, world.edda]) expect(await waiting(actor)).toContain(claim.id)
  expect(await waiting(world.vera)).toEqual([])
  await press(world.ben, claim)
  expect(await waiting(world.ben)).not.toContain(claim.id)
  expect(await waiting(world.edda)).toContain(claim.id)
  await press(world.ada, claim)
  expect(await waiting(world.edda)).not.toContain(claim.id)
})

test('fifty keys at once clear it once', async () => {
  const claim = await makeClaim(world.ada, world)
  const names = Array.from({ length: 50 }, (_, i) => `Analyst ${i}`)
  const people = await Promise.all(names.map((name) => makeActor(name, { [world.workspaceId]: 'analyst' })))
  expect(await tally(people.map((actor) => press(actor, claim)))).toEqual({ done: 2, conflict: 48 })
  expect((await getClaim(world.vera, claim.id)).state).toBe('cleared')
  expect(await db.clearance.count({ where: { claimId: claim.id } })).toBe(2)
  const { items } = await listEvents(world.vera, 'claim', claim.id, { limit: 50, after: 0 })
  expect(items.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual(['1 claim.proposed', '2 claim.cleared'])
})
