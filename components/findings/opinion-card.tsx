import clsx from 'clsx'
import type { ReactNode } from 'react'
import { CONFIDENCE_MEANING } from '@/domain/claims/likelihood'
import type { ContentNode } from '@/domain/documents/content'
import { BASES } from '@/domain/findings/words'
import { LiveText } from './live-text'
import { headlineOf, inWords, type Opinion, type Scale } from './opinion'

/**
 * An opinion as people read it: what the finding says, or somebody's dissent. Both look the same, and neither is larger.
 * Likelihood and confidence stand on lines of their own.
 */
export function OpinionCard(props: {
  label: string
  /** Who says so, or how it came about. */
  by?: ReactNode
  scale: Scale | null
  opinion: Opinion
  /** How the likelihood was made. */
  likelihoodNote?: string
  json: ContentNode | null
  /** Shows the first lines of the text only. */
  short?: boolean
  children?: ReactNode
}) {
  const { label, by, scale, opinion, likelihoodNote, json, short, children } = props
  const { likelihood, confidence, basis } = opinion
  const headline = headlineOf(scale, opinion)
  return (
    <article
      aria-label={label}
      className="border-line bg-surface shadow-low grid content-start gap-3 rounded-lg border p-4 sm:p-5"
    >
      <header>
        <p className="text-ink-soft flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
          <span className="font-medium">{label}</span>
          {by ? <span className="text-ink-faint">{by}</span> : null}
        </p>
        <p
          className={clsx(
            'mt-1 font-serif text-2xl leading-tight font-semibold wrap-anywhere',
            headline === null && 'text-ink-faint',
          )}
        >
          {headline ?? 'Not rated'}
        </p>
      </header>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 empty:hidden">
        {likelihood === null ? null : (
          <Line name="Likelihood" note={likelihoodNote}>
            {inWords(likelihood)}
          </Line>
        )}
        {confidence === null ? null : (
          <Line name="Confidence" note={CONFIDENCE_MEANING[confidence]}>
            <span className="capitalize">{confidence}</span>
          </Line>
        )}
        {basis ? (
          <Line name="Basis" note={BASES[basis].means}>
            {BASES[basis].name}
          </Line>
        ) : null}
      </dl>
      {json ? (
        short ? (
          <div className="line-clamp-5">
            <LiveText json={json} />
          </div>
        ) : (
          <LiveText json={json} className="text-base" />
        )
      ) : null}
      {children}
    </article>
  )
}

function Line({ name, note, children }: { name: string; note?: string | undefined; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-soft pt-px text-sm">{name}</dt>
      <dd className="mb-1">
        {children}
        {note ? <span className="text-ink-soft block text-sm">{note}</span> : null}
      </dd>
    </div>
  )
}
