'use client'

import { CheckField } from '@/components/ui/check-field'
import { TextAreaField } from '@/components/ui/field'
import type { Written } from './verdict-draft'

type Props = { written: Written; error?: string | undefined; onChange: (part: Partial<Written>) => void }

/** That something misleads, beside how true it is. */
export function MisleadingField({ written: { misleads, misleading }, error, onChange }: Props) {
  return (
    <div className="grid gap-2">
      <CheckField checked={misleads} onChange={(on) => onChange({ misleads: on })}>
        It misleads, whatever its rating
      </CheckField>
      {misleads ? (
        <TextAreaField
          label="What misleads"
          rows={2}
          maxLength={2000}
          value={misleading}
          error={error}
          onChange={(event) => onChange({ misleading: event.target.value })}
        />
      ) : null}
    </div>
  )
}
