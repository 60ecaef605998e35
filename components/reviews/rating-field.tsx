'use client'

import type { KeyboardEvent } from 'react'
import type { Round } from '@/domain/reviews/round'
import { Kbd } from '@/components/ui/small'

type Props = {
  form: Round['form']
  value: string | null
  error?: string | undefined
  onChange: (rating: string) => void
}

/** The ratings as they are offered: what is most so first, what stands apart last. */
export const offered = ({ ratings }: Pick<Round['form'], 'ratings'>): Round['form']['ratings'] =>
  [...ratings].sort((a, b) => (b.value ?? -1) - (a.value ?? -1))

/** The rating that a digit stands for. */
export const ratingAt = (form: Round['form'], digit: string): string | null =>
  /^[1-9]$/.test(digit) ? (offered(form)[Number(digit) - 1]?.key ?? null) : null

/** The scale of a form as large options; digits choose them too. */
export function RatingField({ form, value, error, onChange }: Props) {
  const byDigit = (event: KeyboardEvent) => {
    const rating = ratingAt(form, event.key)
    if (rating === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onChange(rating)
  }
  return (
    <fieldset aria-describedby={error ? 'rating-error' : undefined} onKeyDown={byDigit}>
      <legend className="mb-1.5 text-sm font-medium">{form.asks}</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {offered(form).map(({ key, name, value: place }, index) => (
          <label
            key={key}
            className={`has-checked:border-accent has-checked:bg-accent-wash has-checked:text-accent hover:border-line-strong has-focus-visible:outline-accent bg-surface flex min-h-12 cursor-pointer items-center justify-between gap-2 rounded-lg border px-3 py-2 font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-2 ${place === null ? 'border-line-mid border-dashed' : 'border-line-mid'}`}
          >
            <input
              type="radio"
              name="rating"
              value={key}
              checked={value === key}
              onChange={() => onChange(key)}
              className="sr-only"
              {...(error && index === 0 && { 'aria-invalid': true })}
            />
            {name}
            <span aria-hidden>
              <Kbd>{index + 1}</Kbd>
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id="rating-error" role="alert" className="text-danger mt-1 text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
