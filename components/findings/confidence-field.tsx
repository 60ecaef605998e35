'use client'

import { useId } from 'react'
import { CONFIDENCE_MEANING, CONFIDENCES, type Confidence } from '@/domain/claims/likelihood'
import { Choices } from '@/components/ui/choices'

const NAMES: Readonly<Record<Confidence, string>> = { low: 'Low', moderate: 'Moderate', high: 'High' }

/** Analytic confidence, apart from every likelihood: how good the grounds are. */
export function ConfidenceField(props: { value: Confidence | null; onChange: (value: Confidence | null) => void }) {
  const name = useId()
  const levels = CONFIDENCES.map((key) => ({ key, name: NAMES[key], hint: CONFIDENCE_MEANING[key] }))
  const options: readonly { key: Confidence | ''; name: string; hint?: string }[] = [
    ...levels,
    { key: '', name: 'Not said' },
  ]
  return (
    <Choices
      legend="Analytic confidence"
      name={name}
      columns={3}
      options={options}
      value={props.value ?? ''}
      onChange={(key) => props.onChange(key === '' ? null : key)}
    />
  )
}
