import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { getAnnotation } from '../annotations/get-annotation'
import { db } from '../db'
import { listEvents } from '../list-events'
import { openPhase } from '../seals/open-phase'
import { revealPhase } from '../seals/reveal-phase'
import { makeAnnotation } from '../testing/make'
import { claimDraft, makeClaim, makeOccurrence, makeRelation, occurrenceDraft } from '../testing/make-claims'
import { draftOn, makeDocument, makeWorld, TEXT, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { removeOccurrence, updateOccurrence } from './change-occurrence'
import { removeRelation, settleRelation } from './change-relation'
import { clearClaim } from './clear-claim'
import { clearPassage, unclearPassage } from './clear-passage'
import { createClaim } from './create-claim'
import { getClaim } from './get-claim'
import { listClaimMarks } from './list-claim-marks'
import { listClaims } from './list-claims'
import { listClaimVersions } from './list-claim-versions'
import { listOccurrences } from './list-occurrences'
import { getRelation, listRelations } from './list-relations'
import { listSimilarClaims } from './list-similar-claims'
import { mergeClaim } from './merge-claim'
import { phasesAround } from './phases-around'
import { readCoverage } from './read-coverage'
import { removeClaim, restoreClaim } from './remove-claim'
import { splitClaim } from './split-claim'
import { triageClaim } from './triage-claim'
import { updateClaim } from './update-claim'

let world: World
/** Beside the document that is read independently, one that is not. */
let open: Awaited<ReturnType<typeof makeDocument>>
/** What was there before the phase. */
let before: {
  claim: Claim
  other: Claim
  passageId: string
  occurrenceId: string
  relationId: string
  clearedId: string
}
let phaseId: string

beforeEach(async () => {
  world = await makeWorld()
  open = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const { id: passageId } = await makeAnnotation(world.ben, world, 'signed a deal')
  const [claim, other] = [await makeClaim(world.ben, world, [passageId]), await makeClaim(world.ben, world)]
  const [occurrence] = (await listOccurrences(world.ben, claim.id, { limit: 1 })).items
  const { id: relationId } = await makeRelation(world.ben, claim, other, { fromAnnotationId: passageId })
  const clearedId = await clear(world.ben, TEXT[2] ?? '')
  before = { claim, other, passageId, occurrenceId: occurrence?.id ?? '', relationId, clearedId }
  phaseId = await begin(world.documentId)
})

async function begin(documentId: string): Promise<string> {
  const draft = { id: v7(), name: '', documentIds: [documentId], dueAt: null }
  return (await openPhase(writing(world.edda), world.projectId, draft)).id
}

async function clear(by: Actor, words: string): Promise<string> {
  const { id, versionId, start, end, exact } = draftOn(world, words)
  await clearPassage(writing(by), world.documentId, { id, versionId, start, end, exact })
  return id
}

const statement = 'A deal on rare earths was signed in secret.'
const reading = { stance: 'hedges', voice: 'unclear', attributedTo: '' } as const
const settling = { version: 1, strength: 'drift', disposition: 'real', reason: 'It is.' } as const
const passage = async (by: Actor, words: string, on: Pick<World, 'documentId' | 'versionId' | 'text'> = world) =>
  (await makeAnnotation(by, on, words)).id
const contentOf = ({ type, terms, asOf, claimant, claimedOn, priority }: Claim) => ({
  type,
  terms,
  asOf,
  claimant,
  claimedOn,
  priority,
})

/** Everything that this person is answered about claims, as bytes. */
async function answers(actor: Actor, held: { claimId: string; relationId: string }): Promise<string> {
  const { claim } = before
  const asked: [string, () => Promise<unknown>][] = [1, 50].flatMap((limit): [string, () => Promise<unknown>][] => [
    ...(['activity', 'created', 'priority', 'split'] as const).map((sort): [string, () => Promise<unknown>] => [
      `claims by ${sort}`,
      () => listClaims(actor, world.projectId, { limit, sort, text: '', waiting: 'false' }),
    ]),
    ['waiting', () => listClaims(actor, world.projectId, { limit, sort: 'created', text: '', waiting: 'true' })],
    ['by text', () => listClaims(actor, world.projectId, { limit, sort: 'created', text: 'secret', waiting: 'false' })],
    [
      'by document',
      () =>
        listClaims(actor, world.projectId, {
          limit,
          sort: 'created',
          text: '',
          waiting: 'false',
          document: world.documentId,
        }),
    ],
    ['similar', () => listSimilarClaims(actor, world.projectId, { limit, statement, annotations: [before.passageId] })],
    ['claim', () => getClaim(actor, claim.id)],
    ['held claim', () => getClaim(actor, held.claimId)],
    ['versions', () => listClaimVersions(actor, held.claimId, { limit })],
    ['occurrences', () => listOccurrences(actor, claim.id, { limit })],
    ['marks', () => listClaimMarks(actor, world.documentId, { limit })],
    ['relations', () => listRelations(actor, world.projectId, { limit })],
    ['relations of a document', () => listRelations(actor, world.projectId, { limit, document: world.documentId })],
    ['relation', () => getRelation(actor, before.relationId)],
    ['held relation', () => getRelation(actor, held.relationId)],
    ['coverage', () => readCoverage(actor, world.documentId, { limit })],
    ...(['project', 'document', 'claim'] as const).map((kind): [string, () => Promise<unknown>] => [
      `events of the ${kind}`,
      () =>
        listEvents(actor, kind, { project: world.projectId, document: world.documentId, claim: claim.id }[kind], {
          limit,
          after: 0,
        }),
    ]),
  ])
  const given: string[] = []
  for (const [name, ask] of asked) {
    given.push(
      `${name}: ${JSON.stringify(
        await ask().catch((error: unknown) => {
          if (error instanceof Refusal) return { refused: error.kind, message: error.message }
          throw error
        }),
      )}`,
    )
  }
  return given.join('\n')
}

test('all that someone does in a phase is theirs: nothing moves for anyone else, until the reveal', async () => {
  const { ada } = world
  const ids = { claimId: v7(), relationId: v7() }
  const others = [world.olga, world.edda, world.ben, world.vera]
  const asked = async () => Promise.all(others.map((actor) => answers(actor, ids)))
  const [untouched, own] = [await asked(), await answers(ada, ids)]

  const [inside, outside] = [await passage(ada, 'Critics'), await passage(world.ben, 'annex', open)]
  const occurrences = [inside, outside].map((id) => occurrenceDraft(id))
  const claim = await createClaim(
    writing(ada),
    world.projectId,
    claimDraft({ id: ids.claimId, statement, occurrences }),
  )
  expect(claim).toMatchObject({ held: true, occurrences: 2 })
  await updateClaim(writing(ada), claim.id, { ...contentOf(claim), statement: `${statement} Again.`, version: 1 })
  await triageClaim(writing(ada), claim.id, { as: 'checkable', reason: '' })
  const taken = await makeOccurrence(ada, before.claim, await passage(ada, 'tonnes'))
  expect(taken.held).toBe(true)
  await updateOccurrence(writing(ada), taken.id, { version: 1, ...reading })
  await removeOccurrence(writing(ada), (await makeOccurrence(ada, before.other, inside)).id)
  expect((await makeOccurrence(ada, claim, await passage(world.ben, 'Officials', open))).held).toBe(true)
  const relation = await makeRelation(ada, before.claim, claim, { id: ids.relationId })
  expect(relation.held).toBe(true)
  await settleRelation(writing(ada), relation.id, settling)
  const named = await makeRelation(ada, before.claim, before.other, {
    kind: 'refines',
    strength: null,
    toAnnotationId: inside,
  })
  expect(named.held).toBe(true)
  await removeRelation(
    writing(ada),
    (await makeRelation(ada, before.other, before.claim, { kind: 'supports', strength: null, toAnnotationId: inside }))
      .id,
  )
  const parts = ['One.', 'Two.'].map((said) => ({ id: v7(), type: 'fact' as const, statement: said }))
  const whole = await makeClaim(ada, world, [inside])
  const { items } = await splitClaim(writing(ada), whole.id, { parts })
  expect(items).toMatchObject([
    { held: true, occurrences: 1 },
    { held: true, occurrences: 1 },
  ])
  await removeClaim(writing(ada), parts[0]?.id ?? '')
  await restoreClaim(writing(ada), parts[0]?.id ?? '')
  await clear(ada, TEXT[0] ?? '')
  await unclearPassage(writing(ada), await clear(ada, TEXT[1] ?? ''))

  expect(await asked()).toEqual(untouched)
  expect(await answers(ada, ids)).not.toBe(own)
  expect(await getClaim(ada, before.claim.id)).toMatchObject({ occurrences: 2, conflicts: 2 })

  await revealPhase(writing(world.edda), phaseId)
  for (const actor of others) {
    expect(await getClaim(actor, claim.id)).toMatchObject({
      held: false,
      state: 'checkable',
      number: 2,
      occurrences: 3,
      conflicts: 1,
    })
    expect(await getClaim(actor, before.claim.id)).toMatchObject({ occurrences: 2, conflicts: 2 })
    expect(await getRelation(actor, relation.id)).toMatchObject({
      held: false,
      disposition: 'real',
      settledBy: { name: 'Ada' },
    })
    const [first] = (await readCoverage(actor, world.documentId, { limit: 1 })).items
    expect(first?.cleared).toMatchObject([{ by: { name: 'Ada' }, held: false }])
  }
})

test.each<[string, (by: Actor, held: Claim) => Promise<unknown>]>([
  ['change', (by, held) => updateClaim(writing(by), held.id, { ...contentOf(held), statement, version: 1 })],
  ['triage', (by, held) => triageClaim(writing(by), held.id, { as: 'checkable', reason: '' })],
  ['clear', (by, held) => clearClaim(writing(by), held.id, { number: 1 })],
  ['remove', (by, held) => removeClaim(writing(by), held.id)],
  ['split', (by, held) => splitClaim(writing(by), held.id, { parts: [] })],
  ['merge', (by, held) => mergeClaim(writing(by), held.id, { into: before.claim.id })],
  ['merge into', (by, held) => mergeClaim(writing(by), before.claim.id, { into: held.id })],
  ['repeat', (by, held) => triageClaim(writing(by), before.claim.id, { as: 'duplicate', of: held.id, reason: '' })],
  ['relate', (by, held) => makeRelation(by, before.claim, held)],
  ['find elsewhere', async (by, held) => makeOccurrence(by, held, await passage(by, 'Monday', open))],
])('another’s held claim is not there to %s', async (_, attempt) => {
  const held = await makeClaim(world.ada, world, [await passage(world.ada, 'Critics')])
  await expect(attempt(world.edda, held)).rejects.toEqual(refused('not-found', /claim/))
})

test('what was there before stands still in the document, and claims wait with what would move there', async () => {
  const { claim, other, occurrenceId, relationId, clearedId } = before
  const attempts: (() => Promise<unknown>)[] = [
    () => updateOccurrence(writing(world.ben), occurrenceId, { version: 1, ...reading }),
    () => removeOccurrence(writing(world.edda), occurrenceId),
    () => settleRelation(writing(world.ben), relationId, settling),
    () => removeRelation(writing(world.ben), relationId),
    () => unclearPassage(writing(world.ben), clearedId),
    () => splitClaim(writing(world.ben), claim.id, { parts: [] }),
    () => mergeClaim(writing(world.edda), claim.id, { into: other.id }),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toEqual(refused('conflict', /read independently/))
  expect(await updateClaim(writing(world.ben), claim.id, { ...contentOf(claim), statement, version: 1 })).toMatchObject(
    { held: false },
  )
  await revealPhase(writing(world.edda), phaseId)
  expect(await mergeClaim(writing(world.edda), claim.id, { into: other.id })).toMatchObject({ occurrences: 1 })
})

test('nobody clears a held claim with a key, and none is held with another', async () => {
  const held = await makeClaim(world.edda, world, [await passage(world.edda, 'Critics')])
  await expect(clearClaim(writing(world.edda), held.id, { number: 1 })).rejects.toEqual(
    refused('conflict', /before the reveal/),
  )
  await expect(mergeClaim(writing(world.edda), held.id, { into: before.other.id })).rejects.toEqual(
    refused('conflict', /held until the reveal/),
  )
  await expect(mergeClaim(writing(world.edda), before.other.id, { into: held.id })).rejects.toEqual(
    refused('conflict', /held until the reveal/),
  )
  const repeats = { as: 'duplicate', of: held.id, reason: '' } as const
  await expect(triageClaim(writing(world.edda), before.other.id, repeats)).rejects.toEqual(
    refused('conflict', /held until the reveal/),
  )
  const second = await makeClaim(world.edda, world, [await passage(world.edda, 'Officials')])
  expect(await mergeClaim(writing(world.edda), second.id, { into: held.id })).toMatchObject({
    held: true,
    occurrences: 2,
  })
  const waiting = await listClaims(world.edda, world.projectId, {
    limit: 50,
    sort: 'created',
    text: '',
    waiting: 'true',
  })
  expect(waiting.items.map(({ id }) => id)).not.toContain(held.id)
})

test('passages of two phases are not brought together', async () => {
  await begin(open.documentId)
  const [here, there] = [await passage(world.ada, 'Critics'), await passage(world.ada, 'Critics', open)]
  await expect(makeClaim(world.ada, world, [here, there])).rejects.toEqual(
    refused('conflict', /two independent phases/),
  )
  const [one, two] = [await makeClaim(world.ada, world, [here]), await makeClaim(world.ada, world, [there])]
  await expect(makeOccurrence(world.ada, one, there)).rejects.toEqual(refused('conflict', /two independent phases/))
  await expect(makeRelation(world.ada, one, two)).rejects.toEqual(refused('conflict', /two independent phases/))
})

test('a private passage that is shared in a phase is held with the claim', async () => {
  const { id } = await makeAnnotation(world.ada, world, 'promise', { visibility: 'private' })
  const claim = await makeClaim(world.ada, world, [], { occurrences: [occurrenceDraft(id, { share: true })] })
  expect(claim).toMatchObject({ held: true, occurrences: 1 })
  await expect(getAnnotation(world.olga, id)).rejects.toEqual(refused('not-found'))
  expect(await db.event.count({ where: { subject: { in: [id, claim.id] }, streamId: { not: world.ada.id } } })).toBe(0)
  await revealPhase(writing(world.edda), phaseId)
  expect(await getAnnotation(world.olga, id)).toMatchObject({ visibility: 'team' })
})

test('two people hold back the same passage of the same claim, and merging moves both, unseen', async () => {
  const { other } = before
  const into = await makeClaim(world.ben, world)
  const passageId = await passage(world.ada, 'Monday', open)
  const phase = await begin(open.documentId)
  for (const by of [world.ada, world.ben]) await makeOccurrence(by, other, passageId)
  const kept = await makeOccurrence(world.ben, into, passageId)
  expect(await mergeClaim(writing(world.edda), other.id, { into: into.id })).toMatchObject({ occurrences: 0 })
  expect((await getClaim(world.ada, into.id)).occurrences).toBe(1)
  await revealPhase(writing(world.edda), phase)
  const { items } = await listOccurrences(world.vera, into.id, { limit: 50 })
  expect(items.map(({ author }) => author.name).toSorted()).toEqual(['Ada', 'Ben'])
  expect(items.map(({ id }) => id)).toContain(kept.id)
})

test('a held claim keeps its phase open while something is added to it, wherever it occurs by now', async () => {
  const claim = await makeClaim(world.ada, world, [await passage(world.ada, 'Critics')])
  const [occurrence] = (await listOccurrences(world.ada, claim.id, { limit: 1 })).items
  await removeOccurrence(writing(world.ada), occurrence?.id ?? '')
  const phases = await db.$transaction((tx) => phasesAround(tx, { claimIds: [claim.id] }))
  expect([...phases]).toEqual([[world.documentId, phaseId]])
})

test('what is held while the phase is revealed at the same moment is revealed with it, or never held', async () => {
  const claims = await Promise.all(
    ['Critics', 'Officials', 'Ministers'].map(async (words) =>
      makeClaim(world.ada, world, [await passage(world.ada, words)]),
    ),
  )
  const outside = await passage(world.ada, 'annex', open)
  const later = await passage(world.ada, 'Monday')
  await Promise.all([
    ...claims.map((claim) => makeOccurrence(world.ada, claim, outside)),
    ...claims.map((claim) => makeRelation(world.ada, before.other, claim)),
    makeClaim(world.ada, world, [later]),
    revealPhase(writing(world.edda), phaseId),
    makeOccurrence(world.ada, before.other, later),
  ])
  const held = { where: { held: true, workspaceId: world.workspaceId } }
  expect(await Promise.all([db.claim.count(held), db.occurrence.count(held), db.claimRelation.count(held)])).toEqual([
    0, 0, 0,
  ])
})
