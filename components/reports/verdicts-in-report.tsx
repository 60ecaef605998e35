import { wordsFor } from '@/domain/claims/likelihood'
import { LikelihoodScaleHead } from '@/components/disagreement/likelihood-scale-head'
import { LikelihoodStrip } from '@/components/disagreement/likelihood-strip'
import type { ReportVerdict } from '@/domain/reports/report'

const APART = { unable: 'Can’t judge', recused: 'Recused' } as const

/** Who said what of a claim, in people's names. */
export function VerdictsInReport({ verdicts }: { verdicts: readonly ReportVerdict[] }) {
  const likely = verdicts.some(({ likelihood }) => likelihood !== null)
  const rated = verdicts.some(({ rating }) => rating !== null)
  return (
    <>
      <Strip verdicts={verdicts} />
      <ul className="divide-line border-line grid divide-y border-t text-sm">
        {verdicts.map((verdict) => {
          const { person, kind, rating, likelihood, confidence, misleading, text, first } = verdict
          return (
            <li key={person.id} className="kept grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
              <span className="font-medium wrap-anywhere">{person.name}</span>
              <div className="min-w-0">
                {kind === 'judged' ? (
                  <>
                    {rated ? (
                      <p>
                        {rating ?? 'No rating'}
                        {first && first.rating !== rating ? (
                          <span className="text-ink-soft"> (at first {first.rating ?? 'no rating'})</span>
                        ) : null}
                      </p>
                    ) : null}
                    {likely && likelihood !== null ? (
                      <p>
                        {wordsFor(likelihood)}, {likelihood} %
                        {first && first.likelihood !== null && first.likelihood !== likelihood ? (
                          <span className="text-ink-soft"> (at first {first.likelihood} %)</span>
                        ) : null}
                      </p>
                    ) : null}
                    {confidence ? <p className="text-ink-soft">Confidence: {confidence}</p> : null}
                  </>
                ) : (
                  <p>{APART[kind]}</p>
                )}
                {misleading ? <p className="text-warning wrap-anywhere">Misleading: {misleading}</p> : null}
                {text ? <p className="text-ink-soft mt-0.5 wrap-anywhere whitespace-pre-line">{text}</p> : null}
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The likelihoods as a picture, where there are two to compare. */
function Strip({ verdicts }: { verdicts: readonly ReportVerdict[] }) {
  const opinions = verdicts.flatMap(({ person, likelihood, first }) =>
    likelihood === null ? [] : [{ person, first: first?.likelihood ?? likelihood, now: likelihood }],
  )
  if (opinions.length < 2) return null
  return (
    <figure className="mb-3">
      <LikelihoodScaleHead />
      <LikelihoodStrip opinions={opinions} me="" />
    </figure>
  )
}
