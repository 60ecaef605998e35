import type { Appraisal } from '@/domain/evidence/evidence'
import {
  CREDIBILITY,
  EVIDENCE_STANCES,
  RELIABILITY,
  type Credibility,
  type EvidenceStance,
} from '@/domain/evidence/words'
import { keysOf } from '@/domain/claims/words'
import { HeldBadge } from '@/components/seals/held-badge'

type Props = { appraisals: readonly Appraisal[]; me: string }

/** How people see a piece of evidence: the split first, in their names, then each with their reason and grades. */
export function Appraisals({ appraisals, me }: Props) {
  if (appraisals.length === 0) return null
  const mineFirst = [...appraisals].sort((a, b) => Number(b.rater.id === me) - Number(a.rater.id === me))
  return (
    <div className="grid gap-1.5">
      <Split appraisals={appraisals} />
      <ul aria-label="Appraisals" className="grid gap-1.5">
        {mineFirst.map((appraisal) => (
          <One key={appraisal.rater.id} appraisal={appraisal} mine={appraisal.rater.id === me} />
        ))}
      </ul>
    </div>
  )
}

/** Who sees it how, where not all see it the same way. */
function Split({ appraisals }: { appraisals: readonly Appraisal[] }) {
  const views = keysOf(EVIDENCE_STANCES)
    .map((stance) => ({ stance, names: namesOf(appraisals, stance) }))
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => b.names.length - a.names.length)
  if (views.length < 2) return null
  return (
    <p className="bg-warning-wash rounded px-2 py-1 text-sm">
      <span className="font-medium">Split.</span>{' '}
      {views.map(({ stance, names }) => `${EVIDENCE_STANCES[stance].name}: ${names.join(', ')}`).join(' · ')}
    </p>
  )
}

const namesOf = (appraisals: readonly Appraisal[], stance: EvidenceStance): string[] =>
  appraisals.filter((appraisal) => appraisal.stance === stance).map(({ rater }) => rater.name)

function One({ appraisal, mine }: { appraisal: Appraisal; mine: boolean }) {
  const { rater, stance, reason, held } = appraisal
  return (
    <li className="text-sm">
      <p className="flex flex-wrap items-center gap-x-2">
        <span>
          <span className="font-medium">{mine ? 'You' : rater.name}</span>:{' '}
          {EVIDENCE_STANCES[stance].name.toLowerCase()}
        </span>
        {held ? <HeldBadge /> : null}
      </p>
      {reason ? <p className="text-ink-soft wrap-anywhere whitespace-pre-line">{reason}</p> : null}
      <Grades appraisal={appraisal} />
    </li>
  )
}

/** The two grades, apart: what it says, and who says it. */
function Grades({ appraisal: { credibility, reliability } }: { appraisal: Appraisal }) {
  const grades = [
    credibility === null ? null : { of: 'Credibility', grade: credibility, ...CREDIBILITY[credibility as Credibility] },
    reliability === null ? null : { of: 'Source', grade: reliability, ...RELIABILITY[reliability] },
  ].filter((each) => each !== null)
  if (grades.length === 0) return null
  return (
    <ul className="text-ink-faint flex flex-wrap gap-x-3 text-xs">
      {grades.map(({ of, grade, name, means }) => (
        <li key={of} title={means}>
          {of} {grade}, {name.toLowerCase()}
        </li>
      ))}
    </ul>
  )
}
