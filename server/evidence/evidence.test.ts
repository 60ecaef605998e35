import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import { Evidence, type EvidenceChange } from '@/domain/evidence/evidence'
import type { Actor } from '@/domain/permissions/policy'
import { deleteAnnotation } from '../annotations/delete-annotation'
import { getAnnotation } from '../annotations/get-annotation'
import { removeClaim } from '../claims/remove-claim'
import { getClaim } from '../claims/get-claim'
import { db } from '../db'
import { trashDocument } from '../documents/change-document'
import { listEvents } from '../list-events'
import { tally } from '../testing/from'
import { makeAnnotation } from '../testing/make'
import { makeClaim, makeOccurrence } from '../testing/make-claims'
import {
  appraisalDraft,
  fileDraft,
  makeAttachment,
  makeEvidence,
  makeReliance,
  makeSource,
  passageDraft,
  webDraft,
} from '../testing/make-evidence'
import { makeRound } from '../testing/make-claim'
import { makeDocument, makeProject, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { addEvidence } from './add-evidence'
import { appraiseEvidence } from './appraise-evidence'
import { removeEvidence, restoreEvidence, updateEvidence } from './change-evidence'
import { getEvidence, listEvidence } from './list-evidence'

let world: World
let claim: Claim
beforeAll(async () => {
  world = await makeWorld()
  claim = await makeClaim(world.ada, world)
})

const all = async (actor: Actor, claimId: string) => (await listEvidence(actor, claimId, { limit: 50 })).items
const kinds = async (claimId: string) =>
  (await listEvents(world.vera, 'claim', claimId, { limit: 50, after: 0 })).items.map(({ kind }) => kind)

/** What a claim's latest version is pinned by, for rounds made by hand. */
async function pinned({ id, workspaceId, projectId }: Claim) {
  const version = await db.claimVersion.findFirstOrThrow({ where: { claimId: id } })
  return { id, workspaceId, projectId, versionId: version.id }
}

describe('adding', () => {
  test('a page of the web is answered as it is listed, to whoever added it and to others', async () => {
    const source = await makeSource(world.ben, world)
    const own = await makeClaim(world.ada, world)
    const before = await getClaim(world.vera, own.id)
    const made = await makeEvidence(world.ada, own, webDraft({ sourceId: source.id }))
    expect(made).toMatchObject({
      kind: 'web',
      url: 'https://example.org/deal',
      retrievedOn: '2025-08-04',
      author: { name: 'Ada' },
      source: { id: source.id, originId: source.id, originName: 'A wire', retracted: false },
      ...{ passage: null, attachment: null, circular: false, appraisals: [] },
    })
    expect(JSON.stringify(Evidence.parse(made))).toBe(JSON.stringify(made))
    expect(await all(world.vera, own.id)).toEqual([made])
    expect(await getEvidence(world.vera, made.id)).toEqual(made)
    expect(await kinds(own.id)).toEqual(['claim.proposed', 'evidence.added'])
    expect((await getClaim(world.vera, own.id)).activeAt > before.activeAt).toBe(true)
  })

  test('a passage brings its words, and is marked where the claim itself is made in it', async () => {
    const [other, same] = [
      await makeAnnotation(world.ben, world, 'annex'),
      await makeAnnotation(world.ben, world, 'deal'),
    ]
    const own = await makeClaim(world.ada, world, [same.id])
    const made = await makeEvidence(world.ada, own, passageDraft(other.id))
    expect(made).toMatchObject({ excerpt: 'annex', circular: false })
    expect(made.passage).toMatchObject({ annotationId: other.id, exact: 'annex', documentTitle: 'Briefing' })
    expect((await makeEvidence(world.ada, own, passageDraft(same.id))).circular).toBe(true)
    await makeOccurrence(world.ada, own, other.id)
    expect((await all(world.vera, own.id)).map(({ circular }) => circular)).toEqual([true, true])
  })

  test('a file is one of the project that the actor has sent, or that is evidence already', async () => {
    const file = await makeAttachment(world.ada, world)
    await expect(makeEvidence(world.ben, claim, fileDraft(file.id))).rejects.toEqual(refused('not-found', /file/))
    const { projectId: _, ...attachment } = file
    expect(await makeEvidence(world.ada, claim, fileDraft(file.id))).toMatchObject({ kind: 'file', attachment })
    expect(await makeEvidence(world.ben, claim, fileDraft(file.id))).toMatchObject({ attachment })
    const elsewhere = await makeProject(world.workspaceId, world.olga)
    const other = await makeAttachment(world.ada, elsewhere)
    await expect(makeEvidence(world.ada, claim, fileDraft(other.id))).rejects.toEqual(refused('not-found', /file/))
  })

  test('a private passage is cited with consent alone, and others’ private ones are not there', async () => {
    const { id } = await makeAnnotation(world.ben, world, 'promise', { visibility: 'private' })
    await expect(makeEvidence(world.ada, claim, passageDraft(id))).rejects.toEqual(refused('not-found', /annotation/))
    await expect(makeEvidence(world.ben, claim, passageDraft(id))).rejects.toMatchObject({
      kind: 'invalid',
      details: { fields: [{ field: 'share' }] },
    })
    expect(await getAnnotation(world.ben, id)).toMatchObject({ visibility: 'private' })
    await makeEvidence(world.ben, claim, passageDraft(id, { share: true }))
    expect(await getAnnotation(world.vera, id)).toMatchObject({ visibility: 'team' })
  })

  test('the same passage is cited once, also at once; removed, it can be again', async () => {
    const { id } = await makeAnnotation(world.ben, world, 'Critics')
    const cite = (by: Actor) => makeEvidence(by, claim, passageDraft(id))
    expect(await tally([cite(world.ada), cite(world.ben), cite(world.ada)])).toEqual({ done: 1, conflict: 2 })
    const made = (await all(world.ada, claim.id)).find(({ passage }) => passage?.annotationId === id)
    await expect(cite(world.ben)).rejects.toMatchObject({ kind: 'conflict', details: { evidenceId: made?.id } })
    await removeEvidence(writing(world.edda), made?.id ?? '')
    expect((await cite(world.ben)).author.name).toBe('Ben')
  })

  test('passages and sources of another project are not found, nor is a claim that is not there', async () => {
    const elsewhere = await makeProject(world.workspaceId, world.olga)
    const document = await makeDocument(elsewhere.projectId, world.workspaceId, world.olga)
    const passage = await makeAnnotation(world.ada, document, 'deal')
    const source = await makeSource(world.ada, elsewhere)
    const count = await db.evidence.count()
    await expect(makeEvidence(world.ada, claim, passageDraft(passage.id))).rejects.toEqual(refused('not-found'))
    for (const sourceId of [source.id, v7()]) {
      await expect(makeEvidence(world.ada, claim, webDraft({ sourceId }))).rejects.toEqual(
        refused('not-found', /source/),
      )
    }
    await expect(makeEvidence(world.ada, { id: v7() })).rejects.toEqual(refused('not-found', /claim/))
    expect(await db.evidence.count()).toBe(count)
  })

  test('the same write sent twice has one effect and one answer', async () => {
    const draft = webDraft({ appraisal: appraisalDraft() })
    const once = writing(world.ada, v7(), draft)
    const [first, second] = await Promise.all([1, 2].map(() => addEvidence(once, claim.id, draft)))
    expect(second).toEqual(first)
    expect(first?.appraisals).toHaveLength(1)
  })
})

test('analysts add and appraise; authors and editors change and remove; others are told so, or find nothing', async () => {
  const { id } = await makeEvidence(world.ada, claim)
  const change: EvidenceChange = { kind: 'web', version: 1, sourceId: null, title: 'New', excerpt: '', retrievedOn: '' }
  const changing = [
    (by: Actor) => updateEvidence(writing(by), id, change),
    (by: Actor) => removeEvidence(writing(by), id),
    (by: Actor) => restoreEvidence(writing(by), id),
  ]
  const adding = [
    (by: Actor) => makeEvidence(by, claim),
    (by: Actor) => appraiseEvidence(writing(by), id, appraisalDraft()),
  ]
  for (const attempt of changing) await expect(attempt(world.ben)).rejects.toEqual(refused('forbidden'))
  for (const attempt of [...adding, ...changing]) {
    await expect(attempt(world.vera)).rejects.toEqual(refused('forbidden'))
    await expect(attempt(world.otto)).rejects.toEqual(refused('not-found'))
  }
  for (const read of [listEvidence(world.otto, claim.id, { limit: 1 }), getEvidence(world.otto, id)]) {
    await expect(read).rejects.toEqual(refused('not-found'))
  }
  expect((await updateEvidence(writing(world.edda), id, change)).title).toBe('New')
})

test('evidence comes in the order in which it was added, in pages', async () => {
  const own = await makeClaim(world.ada, world)
  const made: string[] = []
  for (const title of ['One', 'Two', 'Three']) made.push((await makeEvidence(world.ada, own, webDraft({ title }))).id)
  const at = new Date('2025-01-01')
  await db.evidence.updateMany({ where: { id: { in: made.slice(0, 2) } }, data: { createdAt: at } })
  const first = await listEvidence(world.vera, own.id, { limit: 1 })
  const second = await listEvidence(world.vera, own.id, { limit: 1, cursor: first.next ?? '' })
  const third = await listEvidence(world.vera, own.id, { limit: 1, cursor: second.next ?? '' })
  expect([first, second, third].map(({ items }) => items[0]?.id)).toEqual(made)
  expect(third.next).toBeNull()
  await expect(listEvidence(world.vera, own.id, { limit: 1, cursor: 'WzFd' })).rejects.toEqual(refused('invalid'))
})

describe('changing', () => {
  const web = { kind: 'web', sourceId: null, title: 'New', excerpt: 'Words', retrievedOn: '2025' } as const

  test('what it says of itself; a stale change gets both', async () => {
    const made = await makeEvidence(world.ada, claim)
    const { id: sourceId } = await makeSource(world.ada, world)
    const changed = await updateEvidence(writing(world.ada), made.id, { ...web, version: 1, sourceId })
    expect(changed).toMatchObject({ title: 'New', excerpt: 'Words', retrievedOn: '2025', url: made.url, version: 2 })
    expect(changed.source?.id).toBe(sourceId)
    await expect(updateEvidence(writing(world.edda), made.id, { ...web, version: 1 })).rejects.toMatchObject({
      kind: 'conflict',
      details: { theirs: changed, yours: web },
    })
    await expect(
      updateEvidence(writing(world.ada), made.id, { kind: 'file', version: 2, sourceId, title: 'x', excerpt: '' }),
    ).rejects.toMatchObject({ kind: 'invalid', details: { fields: [{ field: 'kind' }] } })
    const elsewhere = await makeProject(world.workspaceId, world.olga)
    const other = await makeSource(world.ada, elsewhere)
    await expect(
      updateEvidence(writing(world.ada), made.id, { ...web, version: 2, sourceId: other.id }),
    ).rejects.toEqual(refused('not-found', /source/))
  })

  test('of a passage only the source', async () => {
    const { id } = await makeAnnotation(world.ben, world, 'capital')
    const made = await makeEvidence(world.ada, claim, passageDraft(id))
    const { id: sourceId } = await makeSource(world.ada, world)
    const changed = await updateEvidence(writing(world.ada), made.id, { kind: 'passage', version: 1, sourceId })
    expect(changed).toMatchObject({ excerpt: 'capital', source: { id: sourceId }, version: 2 })
  })

  test('what is removed is gone for all, and comes back for those who may remove it', async () => {
    const own = await makeClaim(world.ada, world)
    const made = await makeEvidence(world.ada, own)
    await expect(restoreEvidence(writing(world.ada), made.id)).rejects.toEqual(refused('conflict', /not removed/))
    await removeEvidence(writing(world.ada), made.id)
    expect(await all(world.ada, own.id)).toEqual([])
    await expect(getEvidence(world.ada, made.id)).rejects.toEqual(refused('not-found', /evidence/))
    await expect(removeEvidence(writing(world.ada), made.id)).rejects.toEqual(refused('not-found', /evidence/))
    await expect(appraiseEvidence(writing(world.ada), made.id, appraisalDraft())).rejects.toEqual(refused('not-found'))
    for (const other of [world.ben, world.vera, world.otto]) {
      await expect(restoreEvidence(writing(other), made.id)).rejects.toEqual(refused('not-found', /evidence/))
    }
    expect(await restoreEvidence(writing(world.edda), made.id)).toEqual(made)
    expect(await kinds(own.id)).toEqual(['claim.proposed', 'evidence.added', 'evidence.removed', 'evidence.restored'])
  })

  test('a passage that was deleted meanwhile does not come back with it', async () => {
    const { id } = await makeAnnotation(world.ben, world, 'Officials')
    const made = await makeEvidence(world.ada, claim, passageDraft(id))
    await removeEvidence(writing(world.ada), made.id)
    await deleteAnnotation(writing(world.ben), id)
    await expect(restoreEvidence(writing(world.ada), made.id)).rejects.toEqual(
      refused('conflict', /passage was deleted/),
    )
  })

  test('what a verdict relied on stays, except for those that nobody is to know', async () => {
    const own = await makeClaim(world.ada, world)
    const [relied, free] = [await makeEvidence(world.ada, own), await makeEvidence(world.ada, own)]
    const round = { ...(await makeRound(await pinned(own), world.edda, [world.ben])), claimId: own.id, ...world }
    await makeReliance(round, world.ben, [relied.id])
    await makeReliance(round, world.ada, [free.id], { sealId: round.sealId ?? '', held: true })
    await db.round.update({ where: { id: round.id }, data: { state: 'cancelled' } })
    await db.claim.update({ where: { id: own.id }, data: { state: 'checkable' } })
    await expect(removeEvidence(writing(world.ada), relied.id)).rejects.toEqual(refused('conflict', /relied/))
    await removeEvidence(writing(world.ada), free.id)
    expect((await all(world.vera, own.id)).map(({ id }) => id)).toEqual([relied.id])
  })

  test.each([true, false])('in a review (sealed: %s) evidence is added, not changed or removed', async (sealed) => {
    const own = await makeClaim(world.ada, world)
    const [made, gone] = [await makeEvidence(world.ada, own), await makeEvidence(world.ada, own)]
    await removeEvidence(writing(world.ada), gone.id)
    await makeRound(await pinned(own), world.edda, [world.ben], { sealed })
    const added = await makeEvidence(world.ada, own)
    for (const { id } of [made, added]) {
      await expect(removeEvidence(writing(world.ada), id)).rejects.toEqual(refused('conflict', /in review/))
      await expect(updateEvidence(writing(world.ada), id, { ...web, version: 1 })).rejects.toEqual(refused('conflict', /in review/)) // prettier-ignore
    }
    await restoreEvidence(writing(world.ada), gone.id)
    expect(await all(world.vera, own.id)).toHaveLength(3)
  })
})

describe('appraising', () => {
  test('the newest of each counts, with the grade of the source; all follow the claim', async () => {
    const own = await makeClaim(world.ada, world)
    const { id: sourceId } = await makeSource(world.ada, world)
    const first = appraisalDraft({ reason: 'It says so.', credibility: 2, reliability: 'C' })
    const made = await makeEvidence(world.ada, own, webDraft({ sourceId, appraisal: first }))
    const said = { reason: 'It says so.', stance: 'supports', credibility: 2, reliability: 'C', held: false }
    expect(made.appraisals).toMatchObject([{ rater: { name: 'Ada' }, ...said }])
    await appraiseEvidence(writing(world.ben), made.id, appraisalDraft({ stance: 'context' }))
    const changed = appraisalDraft({ stance: 'refutes', credibility: 5 })
    const after = await appraiseEvidence(writing(world.ada), made.id, changed)
    expect(after.appraisals).toMatchObject([
      { rater: { name: 'Ben' }, stance: 'context', credibility: null, reliability: null },
      { rater: { name: 'Ada' }, stance: 'refutes', reason: '', credibility: 5, reliability: 'C' },
    ])
    expect(after.version).toBe(1)
    expect(JSON.stringify(Evidence.parse(after))).toBe(JSON.stringify(after))
    expect(await getEvidence(world.vera, made.id)).toEqual(after)
    expect(await kinds(own.id)).toEqual([
      ...['claim.proposed', 'evidence.added', 'evidence.appraised', 'evidence.appraised', 'evidence.appraised'],
    ])
  })

  test('without a source there is nothing to grade, and nothing is written', async () => {
    const count = await db.evidence.count()
    const appraisal = appraisalDraft({ reliability: 'B' })
    await expect(makeEvidence(world.ada, claim, webDraft({ appraisal }))).rejects.toMatchObject({
      kind: 'invalid',
      details: { fields: [{ field: 'reliability' }] },
    })
    expect(await db.evidence.count()).toBe(count)
  })

  test('what was said is kept as it was said', async () => {
    const { id } = await makeEvidence(world.ada, claim, webDraft({ appraisal: appraisalDraft() }))
    await expect(db.appraisal.updateMany({ where: { evidenceId: id }, data: { reason: 'x' } })).rejects.toThrow()
    await expect(db.appraisal.deleteMany({ where: { evidenceId: id } })).rejects.toThrow()
  })
})

test('passages in the trash are evidence for those who could take them out; deleted ones stay, as withdrawn', async () => {
  const own = await makeClaim(world.ada, world)
  const document = await makeDocument(world.projectId, world.workspaceId, world.olga)
  const { id } = await makeAnnotation(world.ada, document, 'deal')
  const made = await makeEvidence(world.ada, own, passageDraft(id))
  await deleteAnnotation(writing(world.ada), id)
  expect(await getAnnotation(world.vera, id)).toMatchObject({ withdrawn: true })
  expect(await all(world.vera, own.id)).toEqual([made])
  await trashDocument(writing(world.edda), document.documentId)
  expect(await all(world.ada, own.id)).toEqual([])
  await expect(getEvidence(world.ada, made.id)).rejects.toEqual(refused('not-found', /evidence/))
  expect(await all(world.edda, own.id)).toEqual([made])
})

test('with its claim evidence is gone', async () => {
  const own = await makeClaim(world.ada, world)
  const { id } = await makeEvidence(world.ada, own)
  await removeClaim(writing(world.ada), own.id)
  for (const read of [listEvidence(world.ada, own.id, { limit: 1 }), getEvidence(world.ada, id)]) {
    await expect(read).rejects.toEqual(refused('not-found'))
  }
  await expect(makeEvidence(world.ada, own)).rejects.toEqual(refused('not-found', /claim/))
})
