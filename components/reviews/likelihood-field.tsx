'use client'

import { useId } from 'react'
import { bandOf, LEAST_LIKELY, LIKELIHOOD_BANDS, MOST_LIKELY, wordsFor } from '@/domain/claims/likelihood'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'

type Props = {
  value: number | null
  optional: boolean
  error?: string | undefined
  onChange: (likelihood: number | null) => void
}

/** How likely the statement is as it is worded: in percent by slider or figure, and in words. */
export function LikelihoodField({ value, optional, error, onChange }: Props) {
  const id = useId()
  const given = (figure: number) =>
    onChange(Number.isNaN(figure) ? null : Math.min(MOST_LIKELY, Math.max(LEAST_LIKELY, Math.round(figure))))
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 text-sm font-medium">
        Likelihood{optional ? <span className="text-ink-faint font-normal"> (optional)</span> : null}
      </legend>
      <p className="text-ink-faint mb-2 text-sm">That the statement is true as it is worded.</p>
      <div className="flex items-center gap-3">
        <input
          type="range"
          aria-label="Likelihood"
          aria-valuetext={value === null ? 'Not given' : `${value} percent: ${wordsFor(value)}`}
          min={LEAST_LIKELY}
          max={MOST_LIKELY}
          value={value ?? 50}
          data-unset={value === null || undefined}
          className="accent-accent h-6 min-w-0 flex-1 data-unset:opacity-50"
          onChange={(event) => given(event.target.valueAsNumber)}
        />
        <span className="flex items-center gap-1">
          <input
            type="number"
            inputMode="numeric"
            aria-label="Likelihood in percent"
            min={LEAST_LIKELY}
            max={MOST_LIKELY}
            value={value ?? ''}
            {...(error && { 'aria-invalid': true })}
            className={`${inputClass} w-18! text-right tabular-nums`}
            onChange={(event) => given(event.target.valueAsNumber)}
          />
          %
        </span>
      </div>
      <Bands value={value} />
      <div className="mt-1 flex min-h-7 items-center justify-between gap-2">
        <output className="font-serif text-lg">{value === null ? '' : wordsFor(value)}</output>
        {optional && value !== null ? (
          <Button size="small" variant="quiet" onClick={() => onChange(null)}>
            Leave it out
          </Button>
        ) : null}
      </div>
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-danger text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

/** The expressions of ICD 203 to scale; the one that is chosen is filled. */
function Bands({ value }: { value: number | null }) {
  const chosen = value === null ? null : bandOf(value)
  return (
    <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden className="mt-1 h-1.5 w-full">
      {LIKELIHOOD_BANDS.map(({ low, high, words }) => (
        <rect
          key={words}
          x={low}
          width={high - low - 0.5}
          height={3}
          className={words === chosen?.words ? 'fill-accent' : 'fill-line-mid'}
        >
          <title>{words}</title>
        </rect>
      ))}
    </svg>
  )
}
