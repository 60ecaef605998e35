import { wordsFor } from '../claims/likelihood'
import { CLAIM_STATES } from '../claims/states'
import { CLAIM_TYPES, STANCES } from '../claims/words'
import { CREDIBILITY, EVIDENCE_STANCES, RELIABILITY } from '../evidence/words'
import { type Block, emphasis, facts, heading, linked, paragraph, quote, strong } from './blocks'
import { type Fact, ofFinding, part } from './outline-finding'
import { names } from './outline-words'
import type * as It from './report'

/** A claim: what it says, what was found, who judged how, the evidence on each side, and where it is made. */
export function ofClaim(claim: It.ReportClaim): Block[] {
  const { statement, address, type, state, terms, asOf, claimant, claimedOn, passages, finding, verdicts, evidence } =
    claim
  return [
    heading(3, linked(statement, address)),
    ...facts([
      ['Type', CLAIM_TYPES[type].name],
      ['State', CLAIM_STATES[state].name],
      ['Claimed by', [claimant, claimedOn].filter(Boolean).join(', ')],
      ['As of', asOf],
      ['Terms', terms.map(({ term, meaning }) => `${term}: ${meaning}`).join('; ')],
    ]),
    ...(finding ? ofFinding(finding) : [paragraph(emphasis('No finding is published yet.'))]),
    ...part('Verdicts', verdicts.map(ofVerdict)),
    ...part('Evidence for', evidence.filter(({ side }) => side === 'for').map(ofEvidence)),
    ...part('Evidence against', evidence.filter(({ side }) => side === 'against').map(ofEvidence)),
    ...part('Other evidence', evidence.filter(({ side }) => side === 'between').map(ofEvidence)),
    ...part('Passages', passages.map(ofOccurrence)),
  ]
}

const DECLINED = { unable: 'can’t judge', recused: 'recused' } as const

function ofVerdict({
  person,
  kind,
  rating,
  likelihood,
  confidence,
  misleading,
  text,
  first,
}: It.ReportVerdict): Block[] {
  const says = kind === 'judged' ? said(rating, likelihood) : DECLINED[kind]
  const before = first ? ` (at first: ${said(first.rating, first.likelihood)})` : ''
  return [
    paragraph(strong(person.name), `: ${says}${before}.`),
    ...(confidence ? [paragraph(`Analytic confidence: ${confidence}.`)] : []),
    ...(misleading === '' ? [] : [paragraph(`Misleading: ${misleading}`)]),
    ...(text === '' ? [] : [quote(paragraph(text))]),
  ]
}

const said = (rating: string | null, likelihood: number | null): string =>
  [rating, likelihood === null ? null : `${wordsFor(likelihood)} (${likelihood} %)`]
    .filter((each) => each !== null)
    .join(', ')

function ofEvidence(evidence: It.ReportEvidence): Block[] {
  const { title, address, excerpt, source, retrievedOn, circular, appraisals, reliedOnBy } = evidence
  return [
    paragraph(
      linked(title === '' ? 'A passage' : title, address),
      ...(retrievedOn === '' ? [] : [`, retrieved ${retrievedOn}`]),
    ),
    ...(excerpt === '' ? [] : [quote(paragraph(excerpt))]),
    ...facts([
      ['Source', source && sourceOf(source)],
      ['Relied on by', names(reliedOnBy)],
      ['Note', circular ? 'This is a passage in which the claim itself is made.' : null],
      ...appraisals.map((appraisal): Fact => [appraisal.person.name, appraised(appraisal)]),
    ]),
  ]
}

function sourceOf({ name, originName, copy, retracted }: NonNullable<It.ReportEvidence['source']>): string {
  return [name, copy ? `, a copy of ${originName}` : '', retracted ? ' (retracted)' : ''].join('')
}

function appraised({ stance, reason, credibility, reliability }: It.ReportEvidence['appraisals'][number]): string {
  const grades = [
    reliability && `source ${reliability} (${RELIABILITY[reliability].name.toLowerCase()})`,
    credibility && `information ${credibility} (${CREDIBILITY[credibility].name.toLowerCase()})`,
  ].filter((grade) => grade !== null)
  return [`${[EVIDENCE_STANCES[stance].name, ...grades].join('; ')}.`, reason].filter(Boolean).join(' ')
}

function ofOccurrence(passage: It.ReportOccurrence): Block[] {
  const voice = passage.attributedTo === '' ? '' : `, attributed to ${passage.attributedTo}`
  return [...ofPassage(passage), paragraph(`${STANCES[passage.stance]} it${voice}.`)]
}

/** A passage with its permanent link. */
export const ofPassage = ({ exact, documentTitle, pages, address }: It.ReportPassage): Block[] => [
  quote(paragraph(exact)),
  paragraph(linked([documentTitle, pages].filter(Boolean).join(', '), address)),
]
