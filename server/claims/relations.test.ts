import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import { Relation } from '@/domain/claims/relation'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { listEvents } from '../list-events'
import { tally } from '../testing/from'
import { makeAnnotation, makeComment } from '../testing/make'
import { makeClaim, makeRelation } from '../testing/make-claims'
import { makeReview } from '../testing/make-reviews'
import { makeDocument, makeProject, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { removeRelation, restoreRelation, settleRelation } from './change-relation'
import { getClaim } from './get-claim'
import { getRelation, listRelations, type RelationQuery } from './list-relations'
import { removeClaim, restoreClaim } from './remove-claim'

let world: World
let from: Claim
let to: Claim
beforeAll(async () => {
  world = await makeWorld()
  from = await makeClaim(world.ada, world, [(await makeAnnotation(world.ada, world, 'signed a deal')).id])
  to = await makeClaim(world.ben, world)
})

const list = (actor: Actor, query: Partial<RelationQuery> = {}) =>
  listRelations(actor, world.projectId, { limit: 50, ...query })
const settling = { strength: 'drift', disposition: 'time', reason: 'One speaks of June.' } as const

test('a conflict is open at first, and shows both claims with their passages', async () => {
  const passage = await makeAnnotation(world.ben, world, 'a promise of a promise')
  const made = await makeRelation(world.ben, from, to, { toAnnotationId: passage.id, reason: 'They differ.' })
  expect(made).toMatchObject({ kind: 'conflicts', strength: 'tension', disposition: 'open', reason: 'They differ.' })
  expect(made.from).toMatchObject({ claimId: from.id, statement: from.statement, passage: { exact: 'signed a deal' } })
  expect(made.to).toMatchObject({
    claimId: to.id,
    passage: { exact: 'a promise of a promise', documentTitle: 'Briefing' },
  })
  expect(made.thread).toMatchObject({ status: 'open', comments: 0, version: 0 })
  expect(JSON.stringify(Relation.parse(made))).toBe(JSON.stringify(made))
  for (const anyone of [world.ben, world.vera]) expect(await getRelation(anyone, made.id)).toEqual(made)
  await expect(getRelation(world.otto, made.id)).rejects.toEqual(refused('not-found'))
  expect((await getClaim(world.vera, from.id)).conflicts).toBe(1)
  const { items } = await listEvents(world.vera, 'project', world.projectId, { limit: 50, after: 2 })
  expect(items).toMatchObject([{ kind: 'relation.added', subject: made.id }])
  await makeComment(world.ada, made.id, 'Do they?')
  expect((await getRelation(world.vera, made.id)).thread).toMatchObject({ comments: 1 })
})

test('the same is said once, whichever way it reads, also at once', async () => {
  const [one, two] = [await makeClaim(world.ada, world), await makeClaim(world.ada, world)]
  const attempts = [
    makeRelation(world.ada, one, two),
    makeRelation(world.ben, two, one),
    makeRelation(world.ben, one, two),
  ]
  expect(await tally(attempts)).toEqual({ done: 1, conflict: 2 })
  await makeRelation(world.ada, one, two, { kind: 'supports', strength: null })
  await makeRelation(world.ada, two, one, { kind: 'supports', strength: null })
  await expect(makeRelation(world.ben, two, one, { kind: 'supports', strength: null })).rejects.toEqual(
    refused('conflict', /already/),
  )
  expect((await list(world.ada, { claim: one.id })).items).toHaveLength(3)
})

test('only claims of one project that someone can see are related, in passages that they can see', async () => {
  const elsewhere = await makeClaim(world.ada, await makeProject(world.workspaceId, world.olga))
  const [one, two] = [await makeClaim(world.ada, world), await makeClaim(world.ada, world)]
  await expect(makeRelation(world.ada, one, elsewhere)).rejects.toEqual(refused('not-found', /claim/))
  await expect(makeRelation(world.ada, { ...one, projectId: elsewhere.projectId }, two)).rejects.toEqual(
    refused('not-found', /claim/),
  )
  await expect(makeRelation(world.ada, one, { id: v7() })).rejects.toEqual(refused('not-found', /claim/))
  const { id } = await makeAnnotation(world.ben, world, 'annex', { visibility: 'private' })
  await expect(makeRelation(world.ada, one, two, { fromAnnotationId: id })).rejects.toEqual(
    refused('not-found', /annotation/),
  )
  await expect(makeRelation(world.vera, one, two)).rejects.toEqual(refused('forbidden'))
  await expect(makeRelation(world.otto, one, two)).rejects.toEqual(refused('not-found'))
})

test('a conflict is settled with a reason, and opened again; a stale change gets both', async () => {
  const made = await makeRelation(world.ada, await makeClaim(world.ada, world), await makeClaim(world.ada, world))
  const settle = (by: Actor, version: number, more = {}) =>
    settleRelation(writing(by), made.id, { version, ...settling, ...more })
  await expect(settle(world.vera, 1)).rejects.toEqual(refused('forbidden'))
  const settled = await settle(world.ben, 1)
  expect(settled).toMatchObject({ ...settling, version: 2, settledBy: { name: 'Ben' } })
  expect(settled.settledAt).not.toBeNull()
  await expect(settle(world.ada, 1)).rejects.toMatchObject({
    kind: 'conflict',
    details: { theirs: settled, yours: settling },
  })
  expect(await settle(world.ada, 2, { disposition: 'open' })).toMatchObject({
    disposition: 'open',
    settledBy: null,
    settledAt: null,
  })
  const support = await makeRelation(world.ada, from, to, { kind: 'supports', strength: null })
  expect(support).toMatchObject({ strength: null, disposition: null })
  await expect(settleRelation(writing(world.ada), support.id, { version: 1, ...settling })).rejects.toEqual(
    refused('conflict', /Only a conflict/),
  )
})

test('a relation is taken back by its author or an editor', async () => {
  const made = await makeRelation(world.ada, await makeClaim(world.ada, world), await makeClaim(world.ada, world))
  await expect(removeRelation(writing(world.ben), made.id)).rejects.toEqual(refused('forbidden'))
  await removeRelation(writing(world.edda), made.id)
  await expect(getRelation(world.ada, made.id)).rejects.toEqual(refused('not-found'))
  await expect(removeRelation(writing(world.ada), made.id)).rejects.toEqual(refused('not-found'))
})

test('what was taken back comes back as it was, by those who may take it back, unless it is there anew', async () => {
  const [one, two] = [await makeClaim(world.ada, world), await makeClaim(world.ada, world)]
  const made = await makeRelation(world.ada, one, two)
  const restore = (by: Actor) => restoreRelation(writing(by), made.id)
  await expect(restore(world.ada)).rejects.toEqual(refused('conflict', /not removed/))
  await removeRelation(writing(world.edda), made.id)
  await expect(restore(world.ben)).rejects.toEqual(refused('not-found', /relation/))
  await expect(restore(world.vera)).rejects.toEqual(refused('not-found', /relation/))
  await expect(restore(world.otto)).rejects.toEqual(refused('not-found', /relation/))
  expect(await restore(world.ada)).toEqual(made)
  expect((await getClaim(world.ben, one.id)).conflicts).toBe(1)

  await removeRelation(writing(world.ada), made.id)
  const anew = await makeRelation(world.ben, two, one)
  await expect(restore(world.ada)).rejects.toMatchObject({ kind: 'conflict', details: { relationId: anew.id } })
  await removeRelation(writing(world.ben), anew.id)
  await makeReview(world.edda, one, [world.ben])
  await expect(restore(world.ada)).rejects.toEqual(refused('conflict', /review/))
})

test('a relation goes and comes with its claims', async () => {
  const [one, two] = [await makeClaim(world.ada, world), await makeClaim(world.ada, world)]
  const made = await makeRelation(world.ben, one, two)
  await removeClaim(writing(world.ada), one.id)
  await expect(getRelation(world.ben, made.id)).rejects.toEqual(refused('not-found', /relation/))
  expect((await list(world.ben, { claim: two.id })).items).toEqual([])
  expect((await getClaim(world.ben, two.id)).conflicts).toBe(0)
  await restoreClaim(writing(world.ada), one.id)
  expect((await list(world.ben, { claim: two.id })).items).toHaveLength(1)
})

test('while a claim is judged, nothing about how it relates changes', async () => {
  const [one, two, three] = [
    await makeClaim(world.ada, world),
    await makeClaim(world.ada, world),
    await makeClaim(world.ada, world),
  ]
  const made = await makeRelation(world.ada, one, two)
  await db.claim.update({ where: { id: two.id }, data: { state: 'reviewing' } })
  for (const attempt of [
    () => makeRelation(world.ada, two, three),
    () => makeRelation(world.ada, three, two),
    () => settleRelation(writing(world.ada), made.id, { version: 1, ...settling }),
    () => removeRelation(writing(world.ada), made.id),
  ])
    await expect(attempt()).rejects.toEqual(refused('conflict', /in review/))
})

test('the named passage is shown to those who can see it, and else the first in which the claim occurs', async () => {
  const hide = (id: string) => db.annotation.update({ where: { id }, data: { deletedAt: new Date() } })
  const [first, second] = [
    await makeAnnotation(world.ada, world, 'Ministers'),
    await makeAnnotation(world.ada, world, 'Officials'),
  ]
  const named = await makeAnnotation(world.ada, world, 'Critics', { visibility: 'private' })
  const claim = await makeClaim(world.ada, world, [first.id, second.id])
  const other = await makeClaim(world.ada, world)
  const { id } = await makeRelation(world.ada, claim, other, { fromAnnotationId: named.id })
  const shown = async (actor: Actor) => (await getRelation(actor, id)).from.passage?.exact ?? null
  expect([await shown(world.ada), await shown(world.ben)]).toEqual(['Critics', 'Ministers'])
  await hide(first.id)
  expect(await shown(world.ben)).toBe('Officials')
  await hide(second.id)
  expect(await shown(world.ben)).toBeNull()
})

test('the ledger: by kind, disposition, document and claim; each once, in pages of one, newest first', async () => {
  const { projectId } = await makeProject(world.workspaceId, world.olga)
  const [here, there] = [
    await makeDocument(projectId, world.workspaceId, world.olga),
    await makeDocument(projectId, world.workspaceId, world.olga),
  ]
  const make = (annotationIds: string[] = []) => makeClaim(world.ada, { projectId }, annotationIds)
  const [a, b, c] = [await make([(await makeAnnotation(world.ada, here, 'deal')).id]), await make(), await make()]
  const named = (await makeAnnotation(world.ada, there, 'annex')).id
  const ab = await makeRelation(world.ada, a, b)
  const bc = await makeRelation(world.ada, b, c, { toAnnotationId: named })
  const ca = await makeRelation(world.ben, c, a, { kind: 'refines', strength: null })
  await settleRelation(writing(world.ben), ab.id, { version: 1, ...settling })
  const names = new Map([
    [ab.id, 'ab'],
    [bc.id, 'bc'],
    [ca.id, 'ca'],
  ])
  const shown = async (query: Partial<RelationQuery>, actor = world.vera) =>
    (await listRelations(actor, projectId, { limit: 50, ...query })).items.map(({ id }) => names.get(id)).join(' ')
  expect(await shown({})).toBe('ca bc ab')
  expect(await shown({ kind: 'conflicts' })).toBe('bc ab')
  expect(await shown({ disposition: 'time' })).toBe('ab')
  expect(await shown({ document: here.documentId })).toBe('ca ab')
  expect(await shown({ document: there.documentId })).toBe('bc')
  expect(await shown({ claim: b.id, kind: 'conflicts' })).toBe('bc ab')
  expect(await shown({ claim: v7() })).toBe('')
  const all = await listRelations(world.vera, projectId, { limit: 50 })
  const paged: unknown[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: typeof all = await listRelations(world.vera, projectId, { limit: 1, cursor: cursor ?? undefined })
    paged.push(...page.items)
    cursor = page.next
  }
  expect(paged).toEqual(all.items)
  await db.document.update({ where: { id: there.documentId }, data: { trashedAt: new Date() } })
  expect([
    await shown({ document: there.documentId }),
    await shown({ document: there.documentId }, world.edda),
  ]).toEqual(['', 'bc'])
  await expect(list(world.otto)).rejects.toEqual(refused('not-found'))
})
