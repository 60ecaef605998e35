'use client'

import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Detail } from '@/domain/claims/forms'
import type { VerdictDetails } from '@/domain/reviews/verdict'
import { Button, IconButton } from '@/components/ui/button'
import { TextAreaField, TextField } from '@/components/ui/field'

type Props = {
  value: VerdictDetails
  errors: Readonly<Record<string, string>>
  onChange: (details: VerdictDetails) => void
}

/** The field of each detail that a form can ask for. */
const FIELDS: Readonly<Record<Detail, (props: Props) => ReactNode>> = {
  searches: (props) => <Searches {...props} />,
  deadline: ({ value, errors, onChange }) => (
    <TextField
      label="Deadline"
      hint="By when it must have come true: 2026-12-31, 2026-12 or 2026."
      maxLength={10}
      value={value.deadline}
      error={errors['details.deadline']}
      onChange={(event) => onChange({ ...value, deadline: event.target.value.trim() })}
    />
  ),
  settles: ({ value, errors, onChange }) => (
    <TextAreaField
      label="What would settle it"
      rows={2}
      maxLength={1000}
      value={value.settles}
      error={errors['details.settles']}
      onChange={(event) => onChange({ ...value, settles: event.target.value })}
    />
  ),
  alternatives: ({ value, errors, onChange }) => (
    <TextAreaField
      label="What else may have brought it about (optional)"
      rows={2}
      maxLength={2000}
      value={value.alternatives}
      error={errors['details.alternatives']}
      onChange={(event) => onChange({ ...value, alternatives: event.target.value })}
    />
  ),
}

/** What some forms ask for besides. */
export const DetailFields = ({ details, ...props }: Props & { details: readonly Detail[] }) =>
  details.map((detail) => {
    const Field = FIELDS[detail]
    return <Field key={detail} {...props} />
  })

const NOWHERE = { where: '', when: '', found: '' }

/** The log of where and when one looked for something that is said not to be there. */
function Searches({ value, errors, onChange }: Props) {
  const rows = value.searches.length > 0 ? value.searches : [NOWHERE]
  const set = (searches: VerdictDetails['searches']) => onChange({ ...value, searches })
  const change = (at: number, part: Partial<(typeof rows)[number]>) =>
    set(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  const [first] = Object.entries(errors).filter(([field]) => field.startsWith('details.searches'))
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">Where and when you looked</legend>
      <div className="grid gap-2">
        {rows.map(({ where, when, found }, at) => (
          <div key={at} className="flex items-start gap-2">
            <div className="grid flex-1 gap-2 sm:grid-cols-[2fr_1fr_2fr]">
              <TextField
                label={`Place of search ${at + 1}`}
                hideLabel
                placeholder="Where"
                maxLength={300}
                value={where}
                onChange={(event) => change(at, { where: event.target.value })}
              />
              <TextField
                label={`Day of search ${at + 1}`}
                hideLabel
                placeholder="2025-08-04"
                maxLength={10}
                value={when}
                onChange={(event) => change(at, { when: event.target.value.trim() })}
              />
              <TextField
                label={`What search ${at + 1} found`}
                hideLabel
                placeholder="What was found"
                maxLength={500}
                value={found}
                onChange={(event) => change(at, { found: event.target.value })}
              />
            </div>
            {rows.length > 1 ? (
              <IconButton
                label={`Remove search ${at + 1}`}
                onClick={() => set(rows.filter((_, index) => index !== at))}
              >
                <X size={16} aria-hidden />
              </IconButton>
            ) : null}
          </div>
        ))}
        {first ? (
          <p role="alert" className="text-danger text-sm">
            {first[1]}
          </p>
        ) : null}
        <Button
          size="small"
          variant="quiet"
          className="-ml-2 justify-self-start"
          onClick={() => set([...rows, NOWHERE])}
        >
          <Plus size={15} aria-hidden /> Another search
        </Button>
      </div>
    </fieldset>
  )
}
