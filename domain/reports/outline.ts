import { CLAIM_STATES } from '../claims/states'
import { CLAIM_TYPES, DISPOSITIONS, STRENGTHS } from '../claims/words'
import type { AgreementFigure } from '../findings/disagreement'
import { type Block, facts, heading, linked, list, paragraph, type Run, strong } from './blocks'
import { ofClaim, ofPassage } from './outline-claim'
import { ofFinding } from './outline-finding'
import { count, dayOf } from './outline-words'
import type * as It from './report'

type Report = It.Report

/** A report as blocks: in the order in which people read it, with a heading for each claim. */
export function outline(report: Report): Block[] {
  return [
    heading(1, titleOf(report)),
    paragraph(...opening(report)),
    ...report.documents.flatMap(ofDocument),
    ...section('Claims', report.claims.flatMap(ofClaim)),
    ...section('Conflicts', report.conflicts.flatMap(ofConflict)),
    ...section('Disagreement', disagreement(report.agreement)),
    ...section('Not settled yet', report.others.length === 0 ? [] : [list(report.others.map(ofOther))]),
  ]
}

/** What a report is called. */
export function titleOf({ about, project }: Pick<Report, 'about' | 'project'>): string {
  if (about.kind === 'document') return `Report on “${about.title}”`
  return about.kind === 'claims' ? `Report on chosen claims of ${project.name}` : `Report on ${project.name}`
}

const section = (name: string, blocks: Block[]): Block[] => (blocks.length === 0 ? [] : [heading(2, name), ...blocks])

function opening({ workspace, project, about, madeAt, claims, others }: Report): Run[] {
  const found = claims.filter(({ finding }) => finding).length
  const where =
    about.kind === 'document' ? linked('The document', about.address) : linked('The project', project.address)
  const open = others.length > 0 ? `, ${others.length} not settled yet` : ''
  const from = about.kind === 'document' && about.from !== '' ? `${about.from}. ` : ''
  return [
    { text: `${workspace}, ${dayOf(madeAt)}. ` },
    { text: `${count(claims.length, 'claim')}, ${count(found, 'published finding')}${open}. ${from}` },
    where,
    { text: '.' },
  ]
}

function ofDocument({ title, address, finding, grounds }: It.ReportDocument): Block[] {
  const { claims = [], coverage = null, conflicts = [] } = grounds ?? {}
  const looked =
    coverage &&
    `${coverage.claimed} sentences with claims, ${coverage.cleared} with nothing to check, ${coverage.unseen} not looked at`
  return [
    heading(2, 'The document: ', linked(title, address)),
    ...facts([
      ['Claims', grounds ? count(claims.length, 'claim') : null],
      ['Looked at', looked],
      ['Conflicts', grounds ? count(conflicts.length, 'conflict') : null],
    ]),
    ...ofFinding(finding),
  ]
}

function ofConflict({ strength, disposition, reason, settledBy, from, to, address }: It.ReportConflict): Block[] {
  return [
    heading(3, linked(`${STRENGTHS[strength].name}: ${DISPOSITIONS[disposition].name.toLowerCase()}`, address)),
    list(
      [from, to].map(({ statement, address: where, passage }) => [
        paragraph(linked(statement, where)),
        ...(passage ? ofPassage(passage) : []),
      ]),
    ),
    ...facts([
      ['Reason', reason],
      ['Settled by', settledBy && settledBy.name],
    ]),
  ]
}

/** Agreement in sentences: a figure where it means something, and else why not. */
function disagreement(figures: readonly AgreementFigure[]): Block[] {
  if (figures.length === 0) return []
  return [list(figures.map((figure) => [paragraph(strong(`${figure.name}, ${WHEN[figure.when]}: `), inWords(figure))]))]
}

const WHEN = { first: 'judged independently', last: 'after discussion' } as const

/** A figure of agreement as a sentence. */
export function inWords({ value, why, enough, units, coders, interval }: AgreementFigure): string {
  const of = `${count(units, 'claim')}, ${count(coders, 'reviewer')}`
  if (value === null || !enough) return `${why} (${of})`
  const range =
    interval &&
    `, ${Math.round(interval.confidence * 100)} % interval ${two(interval.low)} to ${two(interval.high)} (${interval.method})`
  return `Krippendorff’s alpha ${two(value)}${range ?? ''}; ${of}.`
}

const ofOther = ({ statement, address, type, state }: Report['others'][number]): Block[] => [
  paragraph(
    linked(statement, address),
    ` (${CLAIM_TYPES[type].name.toLowerCase()}, ${CLAIM_STATES[state].name.toLowerCase()})`,
  ),
]

const two = (value: number) => value.toFixed(2).replace('-', '−')
