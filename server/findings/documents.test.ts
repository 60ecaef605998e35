import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { clearPassage } from '../claims/clear-passage'
import { trashDocument } from '../documents/change-document'
import { openPhase } from '../seals/open-phase'
import { findPhases } from '../seals/find-seal'
import { revealPhase } from '../seals/reveal-phase'
import { makeClaim, makeRelation } from '../testing/make-claims'
import { dissent, findingSays, makeFinding, makeRevealed, publish, sign, write } from '../testing/make-findings'
import { judge, makeReview } from '../testing/make-reviews'
import { draftOn, makeDocument, makeWorld, says, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { getFinding, listFindings } from './list-findings'
import { correctFinding } from './publish-finding'
import { retractFinding } from './retract-finding'
import { createComment } from '../threads/create-comment'
import { listComments } from '../threads/list-comments'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})

const overall = findingSays({ rating: null })
const mark = async (words: string) => (await createAnnotation(writing(world.ada), world.documentId, draftOn(world, words))).id // prettier-ignore
const begin = () => makeFinding(world.ada, world, { documentId: world.documentId })
/** A claim of the document that Ada and Ben have judged. */
const judged = async () =>
  makeRevealed(world.edda, world, [[world.ada, {}], [world.ben, {}]], { annotationIds: [await mark('a deal on rare earths')] }) // prettier-ignore
const clear = (words: string) => {
  const { versionId, start, end, exact } = draftOn(world, words)
  return clearPassage(writing(world.ben), world.documentId, { id: v7(), versionId, start, end, exact })
}

describe('the finding about a document', () => {
  test('is published with its claims, what was looked at, and its conflicts', async () => {
    const claim = await judged()
    const other = await makeClaim(world.ben, world, [await mark('14,000')], { statement: 'It names 14,000 tonnes.' })
    const conflict = await makeRelation(world.ben, claim, other)
    await makeClaim(world.ben, world)
    await clear('Critics call the deal a promise of a promise.')
    const draft = await write(world.edda, await begin(), overall)
    expect(draft).toMatchObject({ claim: null, document: { id: world.documentId, title: 'Briefing' }, pooled: null })
    for (const by of [world.ada, world.ben]) await sign(by, draft)
    await dissent(world.ben, draft, { rating: null })
    const finding = await publish(world.edda, draft)
    expect(finding).toMatchObject({ state: 'published', published: { overruled: [], adjudication: '' } })
    expect(finding.published?.grounds).toMatchObject({
      ...{ statement: 'Briefing', type: null, form: null, verdicts: [], pooled: null },
      ...{ signed: [{ name: 'Ada' }, { name: 'Ben' }], dissents: [{ author: { name: 'Ben' } }] },
      document: {
        claims: [
          { id: claim.id, type: 'fact', state: 'revealed' },
          { id: other.id, state: 'proposed' },
        ],
        coverage: { claimed: 2, cleared: 1, unseen: 0 },
        conflicts: [{ id: conflict.id, disposition: 'open', from: { claimId: claim.id }, to: { claimId: other.id } }],
      },
    })
    expect(await getFinding(world.vera, finding.id)).toEqual(finding)
  })

  test('has no rating and no likelihood', async () => {
    const finding = await begin()
    await expect(write(world.ada, finding, { rating: 'true' })).rejects.toEqual(refused('invalid'))
    await expect(write(world.ada, finding, { rating: null, likelihood: 50 })).rejects.toEqual(refused('invalid'))
  })

  test('is corrected, retracted and published anew, with reasons', async () => {
    const reasons = { reason: 'It was too short.', overruling: '', adjudication: 'It is urgent.' }
    const first = await publish(world.edda, await write(world.edda, await begin(), overall), { reason: '' })
    await expect(publish(world.edda, first)).rejects.toEqual(refused('conflict', /published already/))
    const { version } = await write(world.edda, first, { ...overall, gaps: 'The annex.' })
    const second = await correctFinding(writing(world.edda), first.id, { version, ...reasons })
    expect(second).toMatchObject({ state: 'published', published: { number: 2, reason: reasons.reason } })
    const third = await retractFinding(writing(world.edda), first.id, { version: second.version, reason: 'Forged.' })
    expect(third).toMatchObject({ state: 'retracted', published: { number: 3, retracts: true, content: { gaps: 'The annex.' } } }) // prettier-ignore
    await expect(retractFinding(writing(world.edda), first.id, { version: third.version, reason: 'x' })).rejects.toEqual(refused('conflict')) // prettier-ignore
    await expect(publish(world.edda, third, { reason: '' })).rejects.toEqual(refused('invalid', /say why/))
    expect(await publish(world.edda, third)).toMatchObject({ state: 'published', published: { number: 4, retracts: false } }) // prettier-ignore
  })

  test('is signed by those who have judged one of its claims', async () => {
    const finding = await write(world.edda, await begin(), overall)
    await expect(sign(world.ada, finding)).rejects.toEqual(refused('forbidden'))
    await judged()
    expect((await sign(world.ada, finding)).signed).toMatchObject([{ name: 'Ada' }])
  })

  test('tells nothing of what its publisher holds under a seal', async () => {
    const claim = await judged()
    const other = await makeDocument(world.projectId, world.workspaceId, world.olga)
    const draft = await write(world.edda, await begin(), overall)
    await openPhase(writing(world.edda), world.projectId, { id: v7(), name: '', documentIds: [other.documentId], dueAt: null }) // prettier-ignore
    const there = await createAnnotation(writing(world.edda), other.documentId, draftOn(other, '14,000'))
    const held = await makeClaim(world.edda, world, [await mark('14,000'), there.id])
    expect(held.held).toBe(true)
    await makeRelation(world.edda, held, claim)
    const { published } = await publish(world.edda, draft)
    expect(published?.grounds.document).toMatchObject({
      ...{ claims: [{ id: claim.id }], coverage: { claimed: 1, cleared: 0, unseen: 2 }, conflicts: [] },
    })
  })

  test('waits while the document is read independently', async () => {
    const finding = await begin()
    const phaseId = v7()
    const phase = { id: phaseId, name: '', documentIds: [world.documentId], dueAt: null }
    await openPhase(writing(world.edda), world.projectId, phase)
    expect((await findPhases([world.documentId])).size).toBe(1)
    await expect(write(world.ada, finding, overall)).rejects.toEqual(refused('conflict', /read independently/))
    await expect(publish(world.edda, finding)).rejects.toEqual(refused('conflict', /read independently/))
    await revealPhase(writing(world.edda), phaseId)
    await write(world.ada, finding, overall)
  })

  test('is not begun while the document is read independently', async () => {
    await openPhase(writing(world.edda), world.projectId, { id: v7(), name: '', documentIds: [world.documentId], dueAt: null }) // prettier-ignore
    await expect(begin()).rejects.toEqual(refused('conflict', /read independently/))
  })

  test('waits for those who judge one of its claims under a seal; so does what they say about it', async () => {
    const finding = await begin()
    const claim = await makeClaim(world.ada, world, [await mark('14,000')])
    const round = await makeReview(world.edda, claim, [world.ada, world.ben])
    await expect(write(world.ada, finding, overall)).rejects.toEqual(refused('conflict', /You judge a claim/))
    await createComment(writing(world.ada), finding.id, { id: v7(), parentId: null, json: says('False, I think.') })
    expect((await listComments(world.vera, finding.id, { limit: 9 })).items).toEqual([])
    await write(world.edda, finding, overall)
    for (const by of [world.ada, world.ben]) await judge(by, round)
    expect((await listComments(world.vera, finding.id, { limit: 9 })).items).toHaveLength(1)
    await write(world.ada, { id: finding.id, version: 2 }, overall)
  })

  test('goes to the trash with its document', async () => {
    const finding = await begin()
    await trashDocument(writing(world.edda), world.documentId)
    await expect(getFinding(world.vera, finding.id)).rejects.toEqual(refused('not-found', /finding/))
    expect((await getFinding(world.edda, finding.id)).id).toBe(finding.id)
    const listed = async (by: Actor) =>
      (await listFindings(by, world.projectId, { limit: 9 })).items.map(({ id }) => id)
    expect([await listed(world.vera), await listed(world.edda)]).toEqual([[], [finding.id]])
    await expect(write(world.edda, finding, overall)).rejects.toEqual(refused('conflict', /in the trash/))
  })
})
