import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Correction } from '@/domain/findings/correction'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { deleteAnnotation, restoreAnnotation } from '../annotations/delete-annotation'
import { listEvents } from '../list-events'
import { makeClaim } from '../testing/make-claims'
import { makeReview } from '../testing/make-reviews'
import { draftOn, makeDocument, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { openPhase } from '../seals/open-phase'
import {
  proposeCorrection,
  removeCorrection,
  restoreCorrection,
  sendCorrections,
  updateCorrection,
} from './change-correction'
import { listCorrections } from './list-corrections'

let world: World
let annotationId: string
const mark = async (more: Parameters<typeof draftOn>[2] = {}) =>
  (await createAnnotation(writing(world.ada), world.documentId, draftOn(world, '14,000', more))).id
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  annotationId = await mark()
})

type Draft = Parameters<typeof proposeCorrection>[2]
const propose = (by: Actor, more: Partial<Draft> = {}) =>
  proposeCorrection(writing(by), world.projectId, {
    ...{
      id: v7(),
      annotationId,
      claimId: null,
      problem: 'The annex names another figure.',
      proposed: '40,000',
      ...more,
    },
  })
const list = async (by: Actor, more: object = {}) =>
  (await listCorrections(by, world.projectId, { limit: 200, ...more })).items
const said = { problem: 'It is a draft.', proposed: 'about 14,000' }

describe('a correction', () => {
  test('is proposed of a passage, because of a claim', async () => {
    const { id: claimId, statement } = await makeClaim(world.ben, world, [annotationId])
    const made = await propose(world.ben, { claimId })
    expect(made).toMatchObject({
      ...{ passage: { annotationId, documentTitle: 'Briefing', exact: '14,000' }, claim: { id: claimId, statement } },
      ...{ problem: 'The annex names another figure.', proposed: '40,000', author: { name: 'Ben' }, sentAt: null },
    })
    expect((await list(world.vera)).at(-1)).toEqual(made)
    expect(JSON.stringify(Correction.parse(made))).toBe(JSON.stringify(made))
    const { items } = await listEvents(world.vera, 'project', world.projectId, { limit: 200, after: 0 })
    expect(items.at(-1)).toMatchObject({ kind: 'correction.proposed', subject: made.id })
  })

  test('is proposed by analysts, of what they and the team can see', async () => {
    await expect(propose(world.vera)).rejects.toEqual(refused('forbidden', /propose corrections/))
    await expect(propose(world.otto)).rejects.toEqual(refused('not-found', /project/))
    const own = await mark({ visibility: 'private' })
    await expect(propose(world.ben, { annotationId: own })).rejects.toEqual(refused('not-found', /annotation/))
    await expect(propose(world.ada, { annotationId: own })).rejects.toEqual(refused('conflict', /private/))
    await expect(propose(world.ada, { claimId: v7() })).rejects.toEqual(refused('not-found', /claim/))
  })

  test('waits while a claim of its passage is judged, for those who judge it; and of that claim for all', async () => {
    const claim = await makeClaim(world.ben, world, [annotationId])
    const before = await propose(world.ben)
    await makeReview(world.edda, claim, [world.ada, world.ben])
    await expect(propose(world.ben)).rejects.toEqual(refused('conflict', /You judge a claim/))
    await expect(updateCorrection(writing(world.ben), before.id, { version: 1, ...said })).rejects.toEqual(refused('conflict', /You judge/)) // prettier-ignore
    await expect(propose(world.edda, { claimId: claim.id })).rejects.toEqual(refused('conflict', /in review/))
    await propose(world.edda)
  })

  test('waits while its document is read independently', async () => {
    const other = await makeDocument(world.projectId, world.workspaceId, world.olga)
    const there = await createAnnotation(writing(world.ada), other.documentId, draftOn(other, '14,000'))
    await openPhase(writing(world.edda), world.projectId, { id: v7(), name: '', documentIds: [other.documentId], dueAt: null }) // prettier-ignore
    await expect(propose(world.ada, { annotationId: there.id })).rejects.toEqual(refused('conflict', /independently/))
    const held = await createAnnotation(writing(world.ada), other.documentId, draftOn(other, 'deal'))
    await expect(propose(world.ada, { annotationId: held.id })).rejects.toEqual(
      refused('conflict', /before the reveal/),
    )
  })

  test('is changed and removed by its author or an editor; a stale change gets both', async () => {
    const { id } = await propose(world.ben)
    await expect(updateCorrection(writing(world.ada), id, { version: 1, ...said })).rejects.toEqual(
      refused('forbidden'),
    )
    const theirs = await updateCorrection(writing(world.ben), id, { version: 1, ...said })
    expect(theirs).toMatchObject({ ...said, version: 2 })
    await expect(updateCorrection(writing(world.edda), id, { version: 1, ...said })).rejects.toMatchObject({ kind: 'conflict', details: { theirs, yours: said } }) // prettier-ignore
    await expect(removeCorrection(writing(world.ada), id)).rejects.toEqual(refused('forbidden'))
    await removeCorrection(writing(world.edda), id)
    expect((await list(world.vera)).map((each) => each.id)).not.toContain(id)
    await expect(removeCorrection(writing(world.ben), id)).rejects.toEqual(refused('not-found', /correction/))
  })
})

test('what was removed comes back as it was, for those who may remove it, with its passage', async () => {
  const made = await propose(world.ben)
  const restore = (by: Actor) => restoreCorrection(writing(by), made.id)
  await expect(restore(world.ben)).rejects.toEqual(refused('conflict', /not removed/))
  await removeCorrection(writing(world.ben), made.id)
  for (const other of [world.ada, world.vera, world.otto]) {
    await expect(restore(other)).rejects.toEqual(refused('not-found', /correction/))
  }
  expect(await restore(world.edda)).toEqual(made)
  expect((await list(world.vera)).map(({ id }) => id)).toContain(made.id)

  await removeCorrection(writing(world.ben), made.id)
  await deleteAnnotation(writing(world.ada), annotationId)
  await expect(restore(world.ben)).rejects.toEqual(refused('conflict', /passage was deleted/))
  await restoreAnnotation(writing(world.ada), annotationId)
  expect(await restore(world.ben)).toEqual(made)
})

test('the list of a document is sent; what is changed after that is to be sent anew', async () => {
  const other = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const there = await createAnnotation(writing(world.ada), other.documentId, draftOn(other, '14,000'))
  const first = await propose(world.ada, { annotationId: there.id })
  const second = await propose(world.ada, { annotationId: there.id })
  const elsewhere = await propose(world.ada)
  const document = other.documentId
  await expect(sendCorrections(writing(world.vera), document)).rejects.toEqual(refused('forbidden'))
  await expect(sendCorrections(writing(world.otto), document)).rejects.toEqual(refused('not-found'))
  await sendCorrections(writing(world.ben), document)
  expect((await list(world.vera, { document })).map(({ id, sentAt }) => [id, sentAt !== null])).toEqual([[first.id, true], [second.id, true]]) // prettier-ignore
  expect((await list(world.vera)).find(({ id }) => id === elsewhere.id)?.sentAt).toBeNull()
  await expect(sendCorrections(writing(world.ben), document)).rejects.toEqual(refused('conflict', /sent already/))
  await updateCorrection(writing(world.ada), second.id, { version: 1, ...said })
  const page = await listCorrections(world.vera, world.projectId, { limit: 1, document })
  const rest = await listCorrections(world.vera, world.projectId, { limit: 1, document, cursor: page.next ?? '' })
  expect([page.items[0]?.sentAt === null, rest.items[0]?.sentAt, rest.next]).toEqual([false, null, null])
})
