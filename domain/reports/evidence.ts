import { EVIDENCE_STANCES, type Credibility } from '../evidence/words'
import type { Evidence } from '../evidence/evidence'
import type { Person } from '../people/person'
import type { ReportEvidence } from './report'

/** A piece of evidence as a report has it: where it can be read, and which side most who appraised it put it on. */
export function reportEvidence(
  { id, kind, title, excerpt, retrievedOn, passage, source, circular, appraisals }: Evidence,
  address: string,
  reliedOnBy: Person[],
): ReportEvidence {
  return {
    ...{ id, kind, address, retrievedOn, circular, reliedOnBy },
    title: title || (passage?.documentTitle ?? ''),
    excerpt: excerpt || (passage?.exact ?? ''),
    source: source && {
      ...{ name: source.name, originName: source.originName, retracted: source.retracted },
      copy: source.originId !== source.id,
    },
    side: sideOf(appraisals.map(({ stance }) => stance)),
    appraisals: appraisals.map(({ rater, stance, reason, credibility, reliability }) => ({
      ...{ person: rater, stance, reason, reliability },
      credibility: credibility as Credibility | null,
    })),
  }
}

/** The side on which most put it; between both where they are as many, and where nobody says for or against. */
export function sideOf(stances: readonly (keyof typeof EVIDENCE_STANCES)[]): ReportEvidence['side'] {
  const count = (side: string) => stances.filter((stance) => EVIDENCE_STANCES[stance].side === side).length
  const [supporting, refuting] = [count('for'), count('against')]
  if (supporting === refuting) return 'between'
  return supporting > refuting ? 'for' : 'against'
}
