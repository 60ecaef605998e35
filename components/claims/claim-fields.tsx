'use client'

import { Plus, X } from 'lucide-react'
import { CLAIM_TYPES, keysOf, PRIORITIES, type ClaimType, type Priority } from '@/domain/claims/words'
import { Button, IconButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { SelectField, TextField } from '@/components/ui/field'
import type { ClaimFields as Fields } from './claim-fields-of'

type Props = {
  fields: Fields
  onChange: (change: Partial<Fields>) => void
  errors: Readonly<Record<string, string>>
}

/** As in domain/claims/claim.ts. */
const MOST_TERMS = 12

export function TypeField({ fields, onChange }: Pick<Props, 'fields' | 'onChange'>) {
  return (
    <SelectField
      label="Type"
      value={fields.type}
      hint={CLAIM_TYPES[fields.type].hint}
      onChange={(event) => onChange({ type: event.target.value as ClaimType })}
    >
      {keysOf(CLAIM_TYPES).map((type) => (
        <option key={type} value={type}>
          {CLAIM_TYPES[type].name}
        </option>
      ))}
    </SelectField>
  )
}

const BESIDES = ['claimant', 'asOf', 'claimedOn', 'terms']

/** What a claim says besides its statement: who claims it and when, as of when, and what its words are fixed to mean. */
export function MoreFields({ fields, onChange, errors }: Props) {
  const wrong = Object.keys(errors).some((name) => BESIDES.includes(name.split('.')[0] ?? ''))
  const filled = [fields.claimant, fields.asOf, fields.claimedOn].filter(Boolean).length + fields.terms.length
  return (
    <Disclosure summary={filled > 0 ? `More (${filled} filled in)` : 'More'} open={wrong}>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Who claims it"
          maxLength={200}
          value={fields.claimant}
          error={errors.claimant}
          onChange={(event) => onChange({ claimant: event.target.value })}
        />
        <TextField
          label="When it was claimed"
          placeholder="2025-08-04, 2025-08 or 2025"
          maxLength={10}
          value={fields.claimedOn}
          error={errors.claimedOn}
          onChange={(event) => onChange({ claimedOn: event.target.value.trim() })}
        />
        <TextField
          label="As of"
          placeholder="early August 2025"
          maxLength={200}
          value={fields.asOf}
          error={errors.asOf}
          onChange={(event) => onChange({ asOf: event.target.value })}
        />
        <SelectField
          label="Priority"
          value={fields.priority}
          onChange={(event) => onChange({ priority: event.target.value as Priority })}
        >
          {keysOf(PRIORITIES).map((priority) => (
            <option key={priority} value={priority}>
              {PRIORITIES[priority]}
            </option>
          ))}
        </SelectField>
      </div>
      <Terms fields={fields} onChange={onChange} errors={errors} />
    </Disclosure>
  )
}

function Terms({ fields: { terms }, onChange, errors }: Props) {
  const change = (at: number, part: Partial<Fields['terms'][number]>) =>
    onChange({ terms: terms.map((term, index) => (index === at ? { ...term, ...part } : term)) })
  return (
    <fieldset className="mt-3">
      <legend className="text-sm font-medium">Terms, and what they are to mean here</legend>
      <div className="mt-1 grid gap-2">
        {terms.map(({ term, meaning }, at) => (
          <div key={at} className="flex items-start gap-2">
            <div className="grid flex-1 gap-2 sm:grid-cols-[1fr_2fr]">
              <TextField
                label={`Term ${at + 1}`}
                hideLabel
                placeholder="rare earths"
                maxLength={80}
                value={term}
                error={errors[`terms.${at}.term`]}
                onChange={(event) => change(at, { term: event.target.value })}
              />
              <TextField
                label={`Meaning of term ${at + 1}`}
                hideLabel
                placeholder="the 17 metals, without other critical minerals"
                maxLength={300}
                value={meaning}
                error={errors[`terms.${at}.meaning`]}
                onChange={(event) => change(at, { meaning: event.target.value })}
              />
            </div>
            <IconButton
              label={`Remove term ${at + 1}`}
              onClick={() => onChange({ terms: terms.filter((_, index) => index !== at) })}
            >
              <X size={16} aria-hidden />
            </IconButton>
          </div>
        ))}
        {terms.length < MOST_TERMS ? (
          <Button
            size="small"
            variant="quiet"
            className="-ml-2 justify-self-start"
            onClick={() => onChange({ terms: [...terms, { term: '', meaning: '' }] })}
          >
            <Plus size={15} aria-hidden /> Fix a term
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}
