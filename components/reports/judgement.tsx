import type { ReactNode } from 'react'
import { CONFIDENCE_MEANING } from '@/domain/claims/likelihood'
import type { ReportJudgement } from '@/domain/reports/report'
import { CommentText } from '@/components/editor/comment-text'
import { Facts, type Fact } from './facts'

/**
 * A finding or a dissent: the same frame, the same size and the same order of what they say, so that neither looks like a
 * footnote of the other. Likelihood and confidence stand on lines of their own.
 */
export function Judgement(props: {
  title: ReactNode
  meta: ReactNode
  judgement: ReportJudgement
  more?: readonly Fact[]
}) {
  const { title, meta, judgement, more = [] } = props
  const { rating, likelihood, confidence, text } = judgement
  return (
    <section className="border-line-mid bg-surface flex min-w-0 flex-col gap-3 rounded-lg border p-4">
      <header>
        <h4 className="text-sm font-medium wrap-anywhere">{title}</h4>
        {rating ? <p className="mt-1 font-serif text-xl leading-tight font-semibold">{rating}</p> : null}
        <p className="text-ink-soft mt-1 text-[13px] wrap-anywhere">{meta}</p>
      </header>
      <Facts
        rows={[
          ['Likelihood', likelihood ? <Likely key="likelihood" {...likelihood} /> : null],
          ['Confidence', confidence ? `${capital(confidence)}. ${CONFIDENCE_MEANING[confidence]}` : null],
        ]}
      />
      {text ? <CommentText json={text} className="text-[15px]" /> : null}
      <Facts rows={more} />
    </section>
  )
}

const Likely = ({ words, percent, from }: NonNullable<ReportJudgement['likelihood']>) => (
  <>
    {capital(words)} <span className="tabular-nums">({percent} %)</span>
    <span className="text-ink-faint">, {from}</span>
  </>
)

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
