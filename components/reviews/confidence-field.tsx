'use client'

import { CONFIDENCE_MEANING, CONFIDENCES, type Confidence } from '@/domain/claims/likelihood'
import { Choices } from '@/components/ui/choices'

const CONFIDENCE_OPTIONS = CONFIDENCES.map((key) => ({
  key,
  name: key.charAt(0).toUpperCase() + key.slice(1),
  hint: CONFIDENCE_MEANING[key],
}))

type Props = { value: Confidence | null; error?: string | undefined; onChange: (value: Confidence) => void }

/** How good the grounds are: apart from the likelihood, which it says nothing about. */
export function ConfidenceField({ value, error, onChange }: Props) {
  return (
    <div>
      <Choices<Confidence | ''>
        legend="Analytic confidence"
        name="confidence"
        columns={3}
        options={CONFIDENCE_OPTIONS}
        value={value ?? ''}
        onChange={(chosen) => {
          if (chosen !== '') onChange(chosen)
        }}
      />
      {error ? (
        <p role="alert" className="text-danger mt-1 text-sm">
          {error}
        </p>
      ) : null}
    </div>
  )
}
