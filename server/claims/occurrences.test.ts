import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { Occurrence, type Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { getAnnotation } from '../annotations/get-annotation'
import { db } from '../db'
import { listEvents } from '../list-events'
import { tally } from '../testing/from'
import { makeAnnotation } from '../testing/make'
import { makeClaim, makeOccurrence, occurrenceDraft } from '../testing/make-claims'
import { makeDocument, makeProject, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { removeOccurrence, updateOccurrence } from './change-occurrence'
import { createOccurrence } from './create-occurrence'
import { getClaim } from './get-claim'
import { listClaimMarks } from './list-claim-marks'
import { listOccurrences } from './list-occurrences'

let world: World
let claim: Claim
beforeAll(async () => {
  world = await makeWorld()
  claim = await makeClaim(world.ada, world)
})

const words = async (actor: Actor, claimId: string) =>
  (await listOccurrences(actor, claimId, { limit: 50 })).items.map(({ passage }) => passage.exact)
const reading = { stance: 'hedges', voice: 'attributed', attributedTo: 'A minister' } as const

test('an occurrence is answered as it is listed, to whoever took it and to others', async () => {
  const passage = await makeAnnotation(world.ben, world, 'signed a deal')
  const made = await makeOccurrence(world.ada, claim, passage.id, reading)
  expect(made).toMatchObject({ ...reading, author: { name: 'Ada' }, held: false, circular: false })
  const { annotationId, exact, prefix, suffix } = { annotationId: passage.id, ...passage }
  expect(made.passage).toMatchObject({ annotationId, exact, prefix, suffix, documentTitle: 'Briefing' })
  expect(JSON.stringify(Occurrence.parse(made))).toBe(JSON.stringify(made))
  expect((await listOccurrences(world.vera, claim.id, { limit: 50 })).items).toEqual([made])
  const { items } = await listEvents(world.vera, 'claim', claim.id, { limit: 50, after: 1 })
  expect(items).toMatchObject([{ kind: 'occurrence.added', subject: made.id }])
})

test('the same passage is taken once, whoever does it, also at once', async () => {
  const passage = await makeAnnotation(world.ben, world, 'Critics')
  const take = (by: Actor) => makeOccurrence(by, claim, passage.id)
  expect(await tally([take(world.ada), take(world.ben), take(world.ada)])).toEqual({ done: 1, conflict: 2 })
  await expect(take(world.ben)).rejects.toEqual(refused('conflict', /already/))
  const { items } = await listOccurrences(world.ada, claim.id, { limit: 50 })
  const made = items.find((each) => each.passage.annotationId === passage.id)
  await removeOccurrence(writing(world.edda), made?.id ?? '')
  expect((await take(world.ben)).author.name).toBe('Ben')
})

test('a private passage is taken with consent alone', async () => {
  const { id } = await makeAnnotation(world.ben, world, 'annex', { visibility: 'private' })
  await expect(makeOccurrence(world.ada, claim, id)).rejects.toEqual(refused('not-found', /annotation/))
  await expect(makeOccurrence(world.ben, claim, id)).rejects.toMatchObject({
    kind: 'invalid',
    details: { fields: [{ field: 'share' }] },
  })
  expect(await getAnnotation(world.ben, id)).toMatchObject({ visibility: 'private' })
  await makeOccurrence(world.ben, claim, id, { share: true })
  expect(await getAnnotation(world.vera, id)).toMatchObject({ visibility: 'team' })
})

test('a passage of another project, and a claim that is not there, are not found', async () => {
  const other = await makeProject(world.workspaceId, world.olga)
  const elsewhere = await makeDocument(other.projectId, world.workspaceId, world.olga)
  const passage = await makeAnnotation(world.ada, elsewhere, 'deal')
  await expect(makeOccurrence(world.ada, claim, passage.id)).rejects.toEqual(refused('not-found', /annotation/))
  await expect(makeOccurrence(world.ada, { id: v7() }, passage.id)).rejects.toEqual(refused('not-found', /claim/))
})

test('a change of how it stands; a stale one gets both', async () => {
  const { id } = await makeAnnotation(world.ada, world, 'Officials')
  const made = await makeOccurrence(world.ada, claim, id)
  await expect(updateOccurrence(writing(world.ben), made.id, { version: 1, ...reading })).rejects.toEqual(
    refused('forbidden'),
  )
  const changed = await updateOccurrence(writing(world.ada), made.id, { version: 1, ...reading })
  expect(changed).toEqual({ ...made, ...reading, version: 2 })
  await expect(updateOccurrence(writing(world.edda), made.id, { version: 1, ...reading })).rejects.toMatchObject({
    kind: 'conflict',
    details: { theirs: changed, yours: reading },
  })
})

test('one that is removed is gone, and its claim no longer counts it', async () => {
  const own = await makeClaim(world.ada, world, [(await makeAnnotation(world.ada, world, 'promise')).id])
  const [made] = (await listOccurrences(world.ada, own.id, { limit: 50 })).items
  const id = made?.id ?? ''
  await expect(removeOccurrence(writing(world.ben), id)).rejects.toEqual(refused('forbidden'))
  await expect(removeOccurrence(writing(world.otto), id)).rejects.toEqual(refused('not-found'))
  await removeOccurrence(writing(world.ada), id)
  await expect(removeOccurrence(writing(world.ada), id)).rejects.toEqual(refused('not-found'))
  await expect(updateOccurrence(writing(world.ada), id, { version: 1, ...reading })).rejects.toEqual(
    refused('not-found'),
  )
  expect((await getClaim(world.vera, own.id)).occurrences).toBe(0)
})

test('while a claim is judged, where it occurs stands still', async () => {
  const [first, second] = await Promise.all(['deal', 'capital'].map((each) => makeAnnotation(world.ada, world, each)))
  const judged = await makeClaim(world.ada, world, [first?.id ?? ''])
  const [made] = (await listOccurrences(world.ada, judged.id, { limit: 50 })).items
  await db.claim.update({ where: { id: judged.id }, data: { state: 'reviewing' } })
  for (const attempt of [
    () => makeOccurrence(world.ada, judged, second?.id ?? ''),
    () => updateOccurrence(writing(world.ada), made?.id ?? '', { version: 1, ...reading }),
    () => removeOccurrence(writing(world.ada), made?.id ?? ''),
  ])
    await expect(attempt()).rejects.toEqual(refused('conflict', /in review/))
})

test('only passages that someone can see are listed, counted and marked for them', async () => {
  const document = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const [kept, deleted] = [
    await makeAnnotation(world.ada, document, 'deal'),
    await makeAnnotation(world.ada, document, 'annex'),
  ]
  const seen = await makeClaim(world.ada, world, [
    kept.id,
    deleted.id,
    (await makeAnnotation(world.ada, world, 'Monday')).id,
  ])
  expect(await words(world.vera, seen.id)).toHaveLength(3)
  await db.annotation.update({ where: { id: deleted.id }, data: { deletedAt: new Date() } })
  expect(await words(world.vera, seen.id)).toEqual(['deal', 'Monday'])
  await db.document.update({ where: { id: document.documentId }, data: { trashedAt: new Date() } })
  for (const [actor, expected] of [
    [world.vera, ['Monday']],
    [world.ada, ['Monday']],
    [world.edda, ['deal', 'Monday']],
  ] as const) {
    expect(await words(actor, seen.id)).toEqual(expected)
    expect((await getClaim(actor, seen.id)).occurrences).toBe(expected.length)
  }
  expect((await listClaimMarks(world.edda, document.documentId, { limit: 50 })).items).toHaveLength(1)
  await expect(listClaimMarks(world.ada, document.documentId, { limit: 50 })).rejects.toEqual(refused('not-found'))
  const [hidden] = (await listOccurrences(world.edda, seen.id, { limit: 50 })).items
  await expect(removeOccurrence(writing(world.ada), hidden?.id ?? '')).rejects.toEqual(refused('not-found'))
})

test('a passage that is cited as evidence for the very claim it states is marked', async () => {
  const { id: annotationId } = await makeAnnotation(world.ada, world, 'tonnes')
  const [stated, another] = [
    await makeClaim(world.ada, world, [annotationId]),
    await makeClaim(world.ada, world, [annotationId]),
  ]
  const { workspaceId, projectId } = world
  const cited = {
    id: v7(),
    workspaceId,
    projectId,
    claimId: stated.id,
    kind: 'passage',
    annotationId,
    authorId: world.ben.id,
  } as const
  await db.evidence.create({ data: cited })
  const circular = async (claimId: string) =>
    (await listOccurrences(world.vera, claimId, { limit: 50 })).items.map((each) => each.circular)
  expect([await circular(stated.id), await circular(another.id)]).toEqual([[true], [false]])
  await db.evidence.update({ where: { id: cited.id }, data: { removedAt: new Date() } })
  expect(await circular(stated.id)).toEqual([false])
})

test('marks of a document by position, each once, in pages of one', async () => {
  const document = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const [late, early] = [
    await makeAnnotation(world.ada, document, 'Critics'),
    await makeAnnotation(world.ben, document, 'Ministers'),
  ]
  const [first, second] = [
    await makeClaim(world.ada, world, [late.id, early.id]),
    await makeClaim(world.ben, world, [early.id]),
  ]
  await createOccurrence(writing(world.ada), second.id, occurrenceDraft(late.id, { stance: 'denies' }))
  const { items } = await listClaimMarks(world.vera, document.documentId, { limit: 50 })
  expect(items.map(({ annotationId }) => annotationId)).toEqual([early.id, early.id, late.id, late.id])
  expect(items.map(({ claimId }) => claimId).toSorted()).toEqual([first.id, first.id, second.id, second.id].toSorted())
  expect(items.find(({ stance }) => stance === 'denies')).toMatchObject({
    claimId: second.id,
    annotationId: late.id,
    state: 'proposed',
  })
  const paged: unknown[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Awaited<ReturnType<typeof listClaimMarks>> = await listClaimMarks(world.vera, document.documentId, {
      limit: 1,
      cursor,
    })
    paged.push(...page.items)
    cursor = page.next
  }
  expect(paged).toEqual(items)
})
