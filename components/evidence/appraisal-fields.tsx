'use client'

import {
  CREDIBILITY,
  EVIDENCE_STANCES,
  RELIABILITY,
  type EvidenceStance,
  type Reliability,
} from '@/domain/evidence/words'
import { PLACES } from '@/domain/evidence/standing'
import { keysOf } from '@/domain/claims/words'
import { Choices } from '@/components/ui/choices'
import { SelectField, TextAreaField } from '@/components/ui/field'
import type { AppraisalForm } from './appraisal-form'
import { ScaleKey } from './scale-key'

const STANCES = keysOf(EVIDENCE_STANCES).map((key) => ({
  key,
  name: EVIDENCE_STANCES[key].name,
  hint: PLACES[key].means,
}))
const UNSAID = { key: 'unsaid', name: 'Leave it open', hint: 'Add it now, appraise it later.' } as const

type Props = {
  form: AppraisalForm
  onChange: (form: AppraisalForm) => void
  errors: Readonly<Record<string, string>>
  /** Whether there is a source that could be graded. */
  sourced?: boolean
  /** Only the stance and its reason: the grades can follow. */
  brief?: boolean
  /** Whether the stance may be left open. */
  optional?: boolean
  /** Whether its grade stands already: here it can be changed, and not be taken back. */
  graded?: boolean
}

/** How evidence speaks to its claim in one's eyes, and the two grades, which are never mixed. */
export function AppraisalFields(props: Props) {
  const { form, onChange, errors, sourced = false, brief = false, optional = false, graded = false } = props
  const { stance, reason, credibility, reliability } = form
  const change = (part: Partial<AppraisalForm>) => onChange({ ...form, ...part })
  return (
    <>
      <Choices<EvidenceStance | 'unsaid'>
        legend="How it speaks to the claim, as you see it"
        name="stance"
        columns={optional ? 3 : 2}
        options={optional ? [UNSAID, ...STANCES] : STANCES}
        value={stance ?? 'unsaid'}
        onChange={(key) => change({ stance: key === 'unsaid' ? null : key })}
        focusFirst={!optional}
      />
      {stance === null ? null : (
        <>
          <TextAreaField
            label="Why"
            rows={2}
            maxLength={2000}
            value={reason}
            error={errors['appraisal.reason'] ?? errors.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
          {brief ? null : (
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <Grade
                label="Credibility of what it says"
                scale={CREDIBILITY}
                value={credibility === null ? '' : String(credibility)}
                onChange={(value) => change({ credibility: value === '' ? null : Number(value) })}
              />
              {sourced ? (
                <Grade
                  label="Reliability of its source"
                  scale={RELIABILITY}
                  value={reliability ?? ''}
                  required={graded}
                  error={errors.reliability}
                  onChange={(value) => change({ reliability: value === '' ? null : (value as Reliability) })}
                />
              ) : (
                <p className="text-ink-faint self-center text-sm">
                  The reliability of a source, A to F, is graded apart. This names no source.
                </p>
              )}
            </div>
          )}
        </>
      )}
    </>
  )
}

function Grade(props: {
  label: string
  scale: Readonly<Record<string, { name: string; means: string }>>
  value: string
  required?: boolean
  error?: string | undefined
  onChange: (value: string) => void
}) {
  const { label, scale, value, required = false, error, onChange } = props
  return (
    <div className="grid gap-1.5">
      <SelectField
        label={label}
        value={value}
        error={error}
        hint={scale[value]?.means ?? 'Optional.'}
        onChange={(event) => onChange(event.target.value)}
      >
        {required ? null : <option value="">Not graded</option>}
        {Object.entries(scale).map(([key, { name }]) => (
          <option key={key} value={key}>
            {key} · {name}
          </option>
        ))}
      </SelectField>
      <ScaleKey summary="What the grades mean" scale={scale} />
    </div>
  )
}
