'use client'

import type { Label } from '@/domain/projects/label'
import { Dot } from '@/components/ui/small'

/** Which label an annotation has: one of those on offer, the one that it has already, or none. */
export function LabelPicker(props: {
  labels: readonly Label[]
  value: string | null
  onChange: (labelId: string | null) => void
}) {
  const offered = props.labels.filter(({ id, retired }) => !retired || id === props.value)
  return (
    <div role="group" aria-label="Label" className="flex flex-wrap gap-1">
      {offered.map(({ id, name, color, description }) => (
        <button
          key={id}
          type="button"
          data-color={color}
          title={description}
          aria-pressed={id === props.value}
          onClick={() => props.onChange(id === props.value ? null : id)}
          className="border-line hover:border-line-strong inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs aria-pressed:border-(--tone) aria-pressed:bg-(--wash) pointer-coarse:min-h-9"
        >
          <Dot color={color} />
          {name}
        </button>
      ))}
    </div>
  )
}
