import { CONFIDENCE_MEANING } from '../claims/likelihood'
import { BASES } from '../findings/words'
import { type Block, facts, heading, linked, list, paragraph, strong } from './blocks'
import { blocksOf } from './of-content'
import { dayOf, names } from './outline-words'
import type * as It from './report'

/** Items under a heading of their own; nothing where there are none. */
export const part = (name: string, items: Block[][]): Block[] =>
  items.length === 0 ? [] : [heading(4, name), list(items)]

/** A finding, then each dissent: the same rows in the same order, under headings of the same level. */
export function ofFinding(finding: It.ReportFinding): Block[] {
  const { publishedAt, publishedBy, number, reason, retracted, signed, dissents, overruled } = finding
  const notice = retracted ? 'This finding was retracted' : 'This finding was corrected'
  return [
    heading(4, linked(retracted ? 'Finding (retracted)' : 'Finding', finding.address)),
    ...(reason === '' ? [] : [paragraph(strong(`${notice}: `), reason)]),
    ...(finding.retractedSources.length === 0
      ? []
      : [paragraph(strong('It rests on sources that were retracted: '), finding.retractedSources.join(', '))]),
    ...judgement(finding, [
      ['Basis', finding.basis && `${BASES[finding.basis].name}: ${BASES[finding.basis].means}`],
      ['Agreement', finding.agreement.join(' ')],
      ['Key assumptions', finding.assumptions],
      ['Gaps', finding.gaps],
      ['What would change it', finding.indicators],
      ['Signed by', names(signed)],
      ['Published', `${dayOf(publishedAt)} by ${publishedBy.name}, version ${number}`],
      ['Published with fewer signatures, because', finding.adjudication],
    ]),
    ...dissents.flatMap(ofDissent),
    ...part('Not followed', overruled.map(ofOverruled)),
  ]
}

function ofDissent(dissent: It.ReportDissent): Block[] {
  const signed = `${dissent.author.name}, ${dayOf(dissent.signedAt)}`
  return [heading(4, `Dissent by ${dissent.author.name}`), ...judgement(dissent, [['Signed by', signed]])]
}

/** A row: what, and what is said of it; null for nothing. */
export type Fact = readonly [name: string, says: string | null]

/** What a finding and a dissent say alike: rating, likelihood and confidence on lines of their own, then the words. */
function judgement({ rating, likelihood, confidence, text }: It.ReportJudgement, more: readonly Fact[]): Block[] {
  return [
    ...facts([
      ['Rating', rating],
      ['Likelihood', likelihood && `${likelihood.words} (${likelihood.percent} %), ${likelihood.from}`],
      ['Analytic confidence', confidence && `${confidence}. ${CONFIDENCE_MEANING[confidence]}`],
    ]),
    ...(text ? blocksOf(text) : []),
    ...facts(more),
  ]
}

const ofOverruled = ({ person, reason, answer }: It.ReportFinding['overruled'][number]): Block[] => [
  paragraph(strong(person.name), `: ${reason}`),
  ...(answer === '' ? [] : [paragraph(`${person.name} answers: ${answer}`)]),
]
