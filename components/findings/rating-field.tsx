'use client'

import { useId } from 'react'
import type { Rating } from '@/domain/claims/forms'
import { Choices } from '@/components/ui/choices'
import type { Scale } from './opinion'

/** What is most so first, what stands apart last. */
const mostFirst = (one: Rating, other: Rating) => (other.value ?? -1) - (one.value ?? -1)

/** The rating, on the scale by which the claim was judged; it can stay open. Nothing where nothing is rated. */
export function RatingField(props: {
  scale: Scale | null
  value: string | null
  open: string
  onChange: (rating: string | null) => void
}) {
  const { scale, value, open, onChange } = props
  const name = useId()
  if (scale === null || scale.ratings.length === 0) return null
  const options = [
    ...[...scale.ratings].sort(mostFirst).map(({ key, name }) => ({ key, name })),
    { key: '', name: open },
  ]
  return (
    <Choices
      legend={scale.asks}
      name={name}
      columns={3}
      options={options}
      value={value ?? ''}
      onChange={(key) => onChange(key === '' ? null : key)}
    />
  )
}
