'use client'

import { TextAreaField } from '@/components/ui/field'

/** As in `Statement` (domain/claims/claim.ts), which would bring its checks along. */
const LONGEST = 1000

/** A statement: one line, however long. Enter hands in the form in which it stands. */
export function StatementField(props: {
  label: string
  value: string
  onChange: (statement: string) => void
  error?: string | undefined
  hint?: string
  hideLabel?: boolean
  focusFirst?: boolean
}) {
  const { onChange, focusFirst, ...rest } = props
  return (
    <TextAreaField
      {...rest}
      rows={3}
      maxLength={LONGEST}
      className="font-serif text-base"
      {...(focusFirst && { autoFocus: true, 'data-focus-first': '' })}
      onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.currentTarget.form?.requestSubmit()
      }}
    />
  )
}
