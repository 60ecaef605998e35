import { inflateRawSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import type { Finding } from '@/domain/findings/finding'
import { paragraph } from '@/domain/reports/blocks'
import { db } from '../db'
import { createAnnotation } from '../annotations/create-annotation'
import { config } from '../config'
import { trashDocument } from '../documents/change-document'
import { appraisalDraft, makeEvidence, makeSource, passageDraft, webDraft } from '../testing/make-evidence'
import { dissent, makeFinding, makeRevealed, makeWritten, publish, sign, write } from '../testing/make-findings'
import { makeClaim, makeRelation } from '../testing/make-claims'
import { judge, makeReview } from '../testing/make-reviews'
import { draftOn, makeProject, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { openPhase } from '../seals/open-phase'
import { getClaimReview } from './claim-review'
import { exportTable } from './exports'
import { readReport } from './read-report'
import { markdownReport, wordReport } from './report-file'
import { wordOf } from './word'
import { v7 } from 'uuid'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})

/** A claim on the words of the document, which Ada finds true and Ben false, and its finding as it was published. */
async function settled(
  more: { statement?: string } = {},
): Promise<{ claim: Claim; finding: Finding; annotationId: string }> {
  const { ada, ben, edda } = world
  const { id: annotationId } = await createAnnotation(writing(ada), world.documentId, draftOn(world, 'signed a deal'))
  const claim = await makeRevealed(
    edda,
    world,
    [
      [ada, { rating: 'true', likelihood: 90 }],
      [ben, { rating: 'false', likelihood: 20 }],
    ],
    { annotationIds: [annotationId], claimant: 'Ministers', claimedOn: '2025-08', ...more },
  )
  const written = await makeWritten(edda, claim, {
    basis: 'no-consensus',
    confidence: 'low',
    gaps: 'The annex is missing.',
  })
  await dissent(ben, written, { rating: 'false', likelihood: 20 })
  await sign(ada, written)
  return { claim, annotationId, finding: await publish(edda, written) }
}

const report = (selection = {}, actor = world.vera) => readReport(actor, world.projectId, selection)

describe('a report', () => {
  test('tells a finding and its dissent alike, with likelihood in words and confidence apart', async () => {
    const { claim, finding, annotationId } = await settled()
    const { claims, others, documents, agreement, workspace } = await report()
    expect({ others, documents, workspace }).toEqual({ others: [], documents: [], workspace: 'Analysts' })
    expect(agreement.map(({ name }) => name)).toEqual(['Fact: rating', 'Likelihood'])
    expect(claims).toMatchObject([
      {
        id: claim.id,
        address: `${config.publicOrigin}/c/${claim.id}`,
        state: 'published',
        passages: [
          { address: `${config.publicOrigin}/d/${world.documentId}?a=${annotationId}`, exact: 'signed a deal' },
        ],
        verdicts: [
          { person: { name: 'Ada' }, rating: 'True', likelihood: 90, first: null },
          { person: { name: 'Ben' }, rating: 'False', likelihood: 20, first: null },
        ],
        finding: {
          id: finding.id,
          number: 1,
          rating: 'True',
          likelihood: { percent: 60, words: 'likely', from: 'log-odds mean of 2 judges' },
          confidence: 'low',
          basis: 'no-consensus',
          gaps: 'The annex is missing.',
          signed: [{ name: 'Ada' }],
          dissents: [{ author: { name: 'Ben' }, rating: 'False', likelihood: { percent: 20, words: 'unlikely' } }],
          overruled: [{ person: { name: 'Ben' }, reason: 'The annex outweighs it.', answer: '' }],
          claimReview: `${config.publicOrigin}/api/v1/findings/${finding.id}/claim-review`,
        },
      },
    ])
  })

  test('tells what was published, also while the draft is changed; and dissents that came since', async () => {
    const { finding } = await settled()
    await write(world.edda, finding, { rating: 'false' })
    await dissent(world.ada, finding, { rating: 'mixed' })
    const [claim] = (await report()).claims
    expect(claim?.finding?.rating).toBe('True')
    expect(claim?.finding?.dissents.map(({ author, rating }) => [author.name, rating])).toEqual([
      ['Ben', 'False'],
      ['Ada', 'Mixed'],
    ])
  })

  test('lists what is not settled, and nothing of a round that is open', async () => {
    const claim = await makeClaim(world.ada, world)
    const round = await makeReview(world.edda, claim, [world.ada, world.ben])
    await judge(world.ada, round, { rating: 'mixed', likelihood: 33 })
    for (const actor of [world.vera, world.ada, world.edda, world.olga]) {
      const { madeAt, claims, others, agreement } = await report({}, actor)
      expect({ claims, agreement }).toEqual({ claims: [], agreement: [] })
      expect(others).toMatchObject([{ id: claim.id, state: 'reviewing' }])
      expect(madeAt).toBeTruthy()
      expect((await report({ claims: claim.id }, actor)).claims).toMatchObject([{ finding: null, verdicts: [] }])
    }
  })

  test('is the same for everybody: nothing private, nothing held, nothing in the trash', async () => {
    const { claim } = await settled()
    const mark = await createAnnotation(
      writing(world.ada),
      world.documentId,
      draftOn(world, 'annex', { visibility: 'private' }),
    )
    const other = await makeClaim(world.ada, world)
    await openPhase(writing(world.edda), world.projectId, {
      id: v7(),
      name: '',
      documentIds: [world.documentId],
      dueAt: null,
    })
    const held = await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'tonnes'))
    await makeClaim(world.ada, world, [held.id])
    const everyones = async (actor = world.vera) => JSON.stringify({ ...(await report({}, actor)), madeAt: '' })
    const seen = await everyones()
    for (const actor of [world.ada, world.ben, world.edda, world.olga]) expect(await everyones(actor)).toBe(seen)
    expect(seen).not.toContain(mark.id)
    expect(seen).not.toContain(held.id)
    expect(seen).toContain(claim.id)
    expect(seen).toContain(other.id)
  })

  test('leaves out passages in the trash', async () => {
    await settled()
    await trashDocument(writing(world.edda), world.documentId)
    expect((await report({}, world.edda)).claims).toMatchObject([{ passages: [] }])
    await expect(report({ document: world.documentId })).rejects.toEqual(refused('not-found'))
  })

  test('gathers evidence by the side most put it on, with who relied on it and whose copy it is', async () => {
    const claim = await makeClaim(world.ada, world)
    const wire = await makeSource(world.ada, world)
    const copy = await makeSource(world.ada, world, { name: 'Daily', originId: wire.id })
    const against = appraisalDraft({ stance: 'refutes', credibility: 2, reliability: 'B', reason: 'It says no.' })
    const page = await makeEvidence(world.ada, claim, webDraft({ sourceId: copy.id, appraisal: against }))
    const mark = await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'annex'))
    const passage = await makeEvidence(world.ben, claim, passageDraft(mark.id))
    const round = await makeReview(world.edda, claim, [world.ada])
    await judge(world.ada, round, { evidenceIds: [page.id] })
    expect((await report()).claims[0]?.evidence).toMatchObject([
      {
        side: 'against',
        address: 'https://example.org/deal',
        source: { name: 'Daily', originName: 'A wire', copy: true, retracted: false },
        reliedOnBy: [{ name: 'Ada' }],
        appraisals: [{ stance: 'refutes', credibility: 2, reliability: 'B', reason: 'It says no.' }],
      },
      {
        id: passage.id,
        side: 'between',
        excerpt: 'annex',
        address: `${config.publicOrigin}/d/${world.documentId}?a=${mark.id}`,
      },
    ])
  })

  test('has the conflicts of its claims', async () => {
    const [{ claim }, other] = [await settled(), await makeClaim(world.ada, world)]
    const { id } = await makeRelation(world.ada, other, claim, { strength: 'contradiction' })
    expect((await report()).conflicts).toMatchObject([
      { id, strength: 'contradiction', disposition: 'open', from: { claimId: other.id }, to: { claimId: claim.id } },
    ])
    expect((await report({ claims: other.id })).conflicts).toHaveLength(1)
  })

  test('is of a document: what occurs in it, and the finding about it', async () => {
    const { claim } = await settled()
    await makeClaim(world.ada, world)
    await publish(
      world.edda,
      await write(world.edda, await makeFinding(world.edda, world, { documentId: world.documentId }), { rating: null }),
    )
    const origin = { author: 'Rosa Quill', publishedOn: '2025-08', address: 'https://herald.example/deal' }
    await db.document.update({ where: { id: world.documentId }, data: origin })
    const found = await report({ document: world.documentId })
    const from = 'Rosa Quill, 2025-08, https://herald.example/deal'
    expect(found.about).toMatchObject({ kind: 'document', title: 'Briefing', from })
    expect(found.claims.map(({ id }) => id)).toEqual([claim.id])
    expect(found.others).toEqual([])
    expect(found.documents).toMatchObject([
      { id: world.documentId, grounds: { claims: [{ id: claim.id }] }, finding: { rating: null } },
    ])
  })

  test('is of chosen claims, each of which there must be', async () => {
    const [one, two] = [await makeClaim(world.ada, world), await makeClaim(world.ada, world)]
    const elsewhere = await makeProject(world.workspaceId, world.olga)
    const far = await makeClaim(world.ada, elsewhere)
    const ids = (await report({ claims: `${two.id},${one.id}` })).claims.map(({ id }) => id)
    expect(ids).toEqual([one.id, two.id])
    await expect(report({ claims: far.id })).rejects.toEqual(refused('not-found'))
    await expect(report({ claims: 'x' })).rejects.toEqual(refused('invalid'))
    await expect(report({ claims: one.id, document: world.documentId })).rejects.toEqual(refused('invalid', /not both/))
    await expect(report({}, world.otto)).rejects.toEqual(refused('not-found'))
  })

  test('is a Markdown file and a Word file under its name', async () => {
    await settled({ statement: '# <b>No</b> [markup](javascript:alert(1))' })
    const { name, text } = await markdownReport(world.vera, world.projectId, {})
    expect(name).toBe('Report on Rare earths.md')
    expect(text).toContain('\\# \\<b\\>No\\</b\\> \\[markup\\](javascript:alert(1))')
    expect(text).toContain('#### Dissent by Ben')
    const word = await wordReport(world.vera, world.projectId, {})
    expect(word.name).toBe('Report on Rare earths.docx')
    expect(documentIn(word.bytes)).toContain('Dissent by Ben')
    const again = await wordReport(world.ben, world.projectId, {})
    expect(Buffer.from(again.bytes).equals(word.bytes)).toBe(true)
  })
})

test('a Word file has neither characters that XML refuses nor links that lead elsewhere', async () => {
  const hostile = 'a\u0000\u0007\uD800<b>&\uFFFE\uFFFF'
  const bytes = await wordOf(hostile, [
    paragraph(hostile, { text: 'x', link: 'javascript:alert(1)' }, { text: 'y', link: 'https://example.org/"><x' }),
  ])
  const xml = documentIn(bytes)
  expect(xml).toContain('a&lt;b&gt;&amp;<')
  expect(xml).not.toMatch(/[^\P{Cc}\n\t\r]|\p{Cs}|[\uFFFE\uFFFF]/u)
  const links = fileIn(bytes, 'word/_rels/document.xml.rels')
  expect(links).toContain('https://example.org/%22%3E%3Cx')
  expect(links).not.toContain('javascript')
})

describe('a ClaimReview', () => {
  test('is of a published finding of a claim that can be rated, in the terms of schema.org', async () => {
    const { claim, finding, annotationId } = await settled()
    const passage = {
      '@type': 'CreativeWork',
      name: 'Briefing',
      url: `${config.publicOrigin}/d/${world.documentId}?a=${annotationId}`,
    }
    expect(JSON.parse(await getClaimReview(world.vera, finding.id))).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      claimReviewed: claim.statement,
      datePublished: finding.published?.publishedAt.slice(0, 10),
      url: `${config.publicOrigin}/f/${finding.id}`,
      author: { '@type': 'Organization', name: 'Analysts' },
      reviewRating: { '@type': 'Rating', alternateName: 'True', ratingValue: 5, bestRating: 5, worstRating: 1 },
      itemReviewed: {
        '@type': 'Claim',
        author: { name: 'Ministers' },
        datePublished: '2025-08',
        appearance: [passage],
        firstAppearance: passage,
      },
      associatedClaimReview: [
        {
          '@type': 'ClaimReview',
          author: { '@type': 'Person', name: 'Ben' },
          reviewRating: { alternateName: 'False', ratingValue: 1 },
        },
      ],
    })
  })

  test('is not there of a draft, nor of what nobody rates, and not for strangers', async () => {
    const claim = await makeRevealed(world.edda, world, [[world.ada, { rating: 'true' }]])
    const draft = await makeWritten(world.edda, claim)
    await expect(getClaimReview(world.vera, draft.id)).rejects.toEqual(refused('not-found', /no ClaimReview/))
    const norm = await makeRevealed(world.edda, world, [[world.ada, { rating: 'for' }]], { type: 'norm' })
    const published = await publish(world.edda, await makeWritten(world.edda, norm, { rating: 'for' }))
    await expect(getClaimReview(world.vera, published.id)).rejects.toEqual(refused('not-found', /no ClaimReview/))
    await expect(getClaimReview(world.otto, published.id)).rejects.toEqual(refused('not-found', /does not exist/))
  })
})

describe('an export', () => {
  const table = async (what: 'verdicts' | 'evidence' | 'agreement', as: 'csv' | 'json' = 'json', actor = world.vera) =>
    (await exportTable(actor, world.projectId, what, as)).text

  test('of verdicts has a row for each that is revealed', async () => {
    const { claim } = await settled()
    const open = await makeReview(world.edda, await makeClaim(world.ada, world), [world.ada, world.ben])
    await judge(world.ada, open, { rating: 'mixed' })
    const { verdicts } = JSON.parse(await table('verdicts', 'json', world.ada)) as { verdicts: object[] }
    expect(verdicts).toMatchObject([
      {
        claimId: claim.id,
        reviewer: 'Ada',
        round: 1,
        rating: 'true',
        ratingValue: 4,
        likelihoodInWords: 'very likely',
      },
      { claimId: claim.id, reviewer: 'Ben', rating: 'false', ratingValue: 0, likelihoodInWords: 'unlikely' },
    ])
  })

  test('of evidence has a row for each who appraised it, without what a seal holds', async () => {
    const claim = await makeClaim(world.ada, world)
    await makeEvidence(world.ada, claim, webDraft({ appraisal: appraisalDraft({ stance: 'supports' }) }))
    await makeReview(world.edda, claim, [world.ada, world.ben])
    await makeEvidence(world.ben, claim, webDraft({ title: '=cmd', appraisal: appraisalDraft({ stance: 'refutes' }) }))
    const { evidence } = JSON.parse(await table('evidence', 'json', world.ben)) as { evidence: object[] }
    expect(evidence).toMatchObject([
      { title: 'The deal', rater: 'Ada', stance: 'supports' },
      { title: '=cmd', rater: null, stance: null },
    ])
    expect(await table('evidence', 'csv')).toContain(`"'=cmd"`)
  })

  test('of agreement has its input, one row a judgement, and in JSON the figures with both kappas', async () => {
    const { claim } = await settled()
    expect((await table('agreement', 'csv')).split('\r\n').slice(1, -1)).toEqual([
      expect.stringMatching(new RegExp(`"Fact: rating","ordinal","first","${claim.id}".*"Ada",4,"true"$`)),
      expect.stringMatching(/"Ben",0,"false"$/),
      expect.stringMatching(/"Likelihood","interval","first".*"Ada",90,90$/),
      expect.stringMatching(/"Ben",20,20$/),
    ])
    const { agreement, figures, kappas } = JSON.parse(await table('agreement')) as Record<string, object[]>
    expect([agreement?.length, figures?.length]).toEqual([4, 2])
    expect(kappas).toMatchObject([
      { name: 'Fact: rating', kappa: 'Fleiss', people: [], units: 1 },
      { name: 'Fact: rating', kappa: 'Cohen', people: ['Ada', 'Ben'], value: 0, units: 1 },
    ])
  })

  test('is for members', async () => {
    await expect(table('verdicts', 'csv', world.otto)).rejects.toEqual(refused('not-found'))
  })
})

/** A file of a zip archive, found by its name in the local headers that come before each. */
function fileIn(zip: Uint8Array, name: string): string {
  const bytes = Buffer.from(zip)
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  for (
    let at = entry;
    at >= 0 && at < bytes.length;
    at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]), at + 4)
  ) {
    const length = bytes.readUInt16LE(at + 28)
    if (bytes.toString('utf8', at + 46, at + 46 + length) !== name) continue
    const [packed, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const content = bytes.subarray(start, start + packed)
    return (bytes.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString('utf8')
  }
  throw new Error(`there is no ${name}`)
}

const documentIn = (zip: Uint8Array) => fileIn(zip, 'word/document.xml')
