import { describe, expect, test } from 'vitest'
import type { AgreementFigure } from '../findings/disagreement'
import { sideOf } from './evidence'
import { markdown } from './markdown'
import { inWords, outline, titleOf } from './outline'
import { dayOf } from './outline-words'
import type { Report, ReportClaim, ReportFinding } from './report'

const ADA = { id: 'a', name: 'Ada' }
const says = (text: string) =>
  ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }) as const
const LIKELY = { percent: 60, words: 'likely', from: 'median of 2 judges' } as const

const FINDING: ReportFinding = {
  ...{
    id: 'f',
    address: 'https://assay.test/f/f',
    number: 2,
    publishedAt: '2025-08-04T10:00:00.000Z',
    publishedBy: ADA,
  },
  ...{ reason: '', retracted: false, adjudication: '', rating: 'True', likelihood: LIKELY, confidence: 'low' },
  ...{ text: says('The annex settles it.'), basis: 'no-consensus', assumptions: '', gaps: '', indicators: '' },
  ...{ agreement: [], signed: [ADA], overruled: [], retractedSources: [], claimReview: null },
  dissents: [
    {
      ...{
        author: { id: 'b', name: 'Ben' },
        signedAt: '2025-08-03T10:00:00.000Z',
        rating: 'False',
        confidence: 'high',
      },
      ...{ likelihood: { ...LIKELY, percent: 3, words: 'almost no chance' }, text: says('It does not.') },
    },
  ],
}

const CLAIM: ReportClaim = {
  ...{ id: 'c', address: 'https://assay.test/c/c', statement: 'A deal was signed.', type: 'fact', state: 'published' },
  ...{
    terms: [],
    asOf: '',
    claimant: '',
    claimedOn: '',
    passages: [],
    finding: FINDING,
    verdicts: [],
    split: null,
    evidence: [],
  },
}

const REPORT: Report = {
  ...{ workspace: 'Analysts', project: { id: 'p', name: 'Rare earths', address: 'https://assay.test/p/p' } },
  ...{ about: { kind: 'project' }, madeAt: '2025-08-05T10:00:00.000Z', documents: [], claims: [CLAIM], others: [] },
  ...{ conflicts: [], agreement: [] },
}

const of = (more: Partial<ReportFinding>) =>
  markdown(outline({ ...REPORT, claims: [{ ...CLAIM, finding: { ...FINDING, ...more } }] }))

describe('a report', () => {
  test('has a finding and its dissent under headings of one level, with the same rows', () => {
    const blocks = outline(REPORT)
    const levels = blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 4 ? [block.runs[0]?.text] : [],
    )
    expect(levels).toEqual(['Finding', 'Dissent by Ben'])
    const rows = blocks.flatMap((block) => (block.kind === 'facts' ? [block.rows.map(({ name }) => name)] : []))
    expect(rows.filter(([first]) => first === 'Rating')).toEqual([
      ['Rating', 'Likelihood', 'Analytic confidence'],
      ['Rating', 'Likelihood', 'Analytic confidence'],
    ])
  })

  test('keeps likelihood and confidence apart', () => {
    const lines = of({})
      .split('\n')
      .filter((line) => /likely|chance/.test(line))
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(line).not.toMatch(/confidence/i)
  })

  test('says that a finding was corrected or retracted, and why; and what it rests on no more', () => {
    expect(of({ reason: 'New facts.' })).toContain('**This finding was corrected:** New facts.')
    const retracted = of({ reason: 'Wrong.', retracted: true, retractedSources: ['A wire'] })
    expect(retracted).toContain('[Finding (retracted)]')
    expect(retracted).toContain('**This finding was retracted:** Wrong.')
    expect(retracted).toContain('**It rests on sources that were retracted:** A wire')
  })

  test('reads well with nothing in it', () => {
    expect(markdown(outline({ ...REPORT, claims: [] }))).toBe(
      '# Report on Rare earths\n\nAnalysts, 5 August 2025. 0 claims, 0 published findings. [The project](<https://assay.test/p/p>).\n',
    )
  })

  test('is called by what it is about', () => {
    const document = { kind: 'document', id: 'd', title: 'Briefing', address: '', from: '' } as const
    expect(titleOf({ ...REPORT, about: document })).toBe('Report on “Briefing”')
    expect(titleOf({ ...REPORT, about: { kind: 'claims' } })).toBe('Report on chosen claims of Rare earths')
  })
})

const FIGURE: AgreementFigure = {
  ...{
    name: 'Fact: rating',
    level: 'ordinal',
    when: 'first',
    value: -0.125,
    why: '',
    enough: true,
    units: 12,
    coders: 3,
  },
  interval: {
    low: -0.3,
    high: 0.2,
    confidence: 0.95,
    method: 'percentile bootstrap of units',
    replicates: 10_000,
    undefined: 0,
  },
  causes: [],
}
const SENTENCES: [more: Partial<AgreementFigure>, says: string][] = [
  [
    {},
    'Krippendorff’s alpha −0.13, 95 % interval −0.30 to 0.20 (percentile bootstrap of units); 12 claims, 3 reviewers.',
  ],
  [{ interval: null, units: 1 }, 'Krippendorff’s alpha −0.13; 1 claim, 3 reviewers.'],
  [{ enough: false, why: 'Too few.' }, 'Too few. (12 claims, 3 reviewers)'],
  [{ value: null, why: 'Undefined.' }, 'Undefined. (12 claims, 3 reviewers)'],
]
test.each(SENTENCES)('a figure of agreement in words: %j', (more, sentence) => {
  expect(inWords({ ...FIGURE, ...more })).toBe(sentence)
})

const SIDES: [stances: Parameters<typeof sideOf>[0], side: string][] = [
  [[], 'between'],
  [['context', 'qualifies'], 'between'],
  [['supports', 'refutes'], 'between'],
  [['supports', 'context', 'context'], 'for'],
  [['supports', 'refutes', 'refutes'], 'against'],
]
test.each(SIDES)('evidence of which it is said %j stands %s', (stances, side) => expect(sideOf(stances)).toBe(side))

test('a moment as its day', () => expect(dayOf('2025-12-31T23:59:59.999Z')).toBe('31 December 2025'))

test('a passage of a document with pages is cited by them', () => {
  const passage = {
    ...{ address: 'https://assay.test/d/d?a=a', documentId: 'd', documentTitle: 'Quarterly', exact: 'It was signed.' },
    ...{ prefix: '', suffix: '', attributedTo: '' },
    stance: 'asserts' as const,
    voice: 'author' as const,
  }
  const said = (pages: string) =>
    markdown(outline({ ...REPORT, claims: [{ ...CLAIM, passages: [{ ...passage, pages }] }] }))
  expect(said('pp. 12–13')).toContain('[Quarterly, pp. 12–13](<https://assay.test/d/d?a=a>)')
  expect(said('')).toContain('[Quarterly](<https://assay.test/d/d?a=a>)')
})
