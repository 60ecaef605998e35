'use client'

import { useId, useState } from 'react'
import type { Judgement } from '@/domain/claims/pooling'
import type { ContentNode } from '@/domain/documents/content'
import type { Finding, FindingContent } from '@/domain/findings/finding'
import { BASES, type Basis } from '@/domain/findings/words'
import { LikelihoodField } from '@/components/reviews/likelihood-field'
import { CheckField } from '@/components/ui/check-field'
import { Choices, type Choice } from '@/components/ui/choices'
import { TextAreaField } from '@/components/ui/field'
import { ConfidenceField } from './confidence-field'
import type { Scale } from './opinion'
import { PoolingFields } from './pooling-fields'
import { RatingField } from './rating-field'
import { SummaryEditor } from './summary-editor'

const BASIS_CHOICES: readonly Choice<Basis | ''>[] = (Object.keys(BASES) as Basis[]).map((key) => ({
  key,
  name: BASES[key].name,
  hint: BASES[key].means,
}))

const LONGER = [
  {
    field: 'assumptions',
    label: 'Key assumptions',
    hint: 'What is taken for granted, and would change it if it were wrong.',
  },
  { field: 'gaps', label: 'Gaps', hint: 'What could not be found out.' },
  { field: 'indicators', label: 'What would change it', hint: 'What to look out for.' },
] as const

type Props = {
  finding: Finding
  scale: Scale | null
  judgements: readonly Judgement[]
  content: FindingContent
  errors: Readonly<Record<string, string>>
  onChange: (change: Partial<FindingContent>) => void
  onSubmit: () => void
}

/** What a finding says, to be written. */
export function DraftFields(props: Props) {
  const { finding, scale, content, errors, onChange, onSubmit } = props
  const basisName = useId()
  return (
    <div className="grid gap-6">
      <RatingField scale={scale} value={content.rating} open="Left open" onChange={(rating) => onChange({ rating })} />
      {scale && scale.likelihood !== 'none' ? <LikelihoodFields {...props} /> : null}
      <ConfidenceField value={content.confidence} onChange={(confidence) => onChange({ confidence })} />
      <div>
        <Choices
          legend="On what it rests"
          name={basisName}
          columns={2}
          options={BASIS_CHOICES}
          value={content.basis ?? ''}
          onChange={(basis) => onChange({ basis: basis === '' ? null : basis })}
        />
        {errors.basis ? <p className="text-danger mt-1 text-sm">{errors.basis}</p> : null}
      </div>
      <div className="grid gap-1">
        <p className="text-sm font-medium">{scale ? 'Summary' : 'Overall assessment'}</p>
        <SummaryEditor
          finding={finding}
          label={scale ? 'Summary' : 'Overall assessment'}
          placeholder="What was found, and on what it rests."
          value={content.summary as ContentNode | null}
          onChange={(json, empty) => onChange({ summary: empty ? null : { ...json, type: 'doc' } })}
          onSubmit={onSubmit}
        />
      </div>
      {LONGER.map(({ field, label, hint }) => (
        <TextAreaField
          key={field}
          label={label}
          hint={hint}
          maxLength={4000}
          value={content[field]}
          error={errors[field]}
          onChange={({ target }) => onChange({ [field]: target.value })}
        />
      ))}
    </div>
  )
}

/** What the reviewers' likelihoods make together, and where the writers depart from that, their own. */
function LikelihoodFields({ judgements, content, errors, onChange }: Props) {
  const [own, setOwn] = useState(content.likelihood !== null)
  return (
    <fieldset className="border-line grid gap-4 rounded-lg border p-4">
      <legend className="px-1 text-sm font-medium">Pooled likelihood</legend>
      <PoolingFields judgements={judgements} value={content.pooling} onChange={(pooling) => onChange({ pooling })} />
      <CheckField
        checked={own}
        onChange={(checked) => {
          setOwn(checked)
          if (!checked) onChange({ likelihood: null })
        }}
      >
        The finding states another likelihood than the pooled one.
      </CheckField>
      {own ? (
        <LikelihoodField
          optional
          value={content.likelihood}
          error={errors.likelihood}
          onChange={(likelihood) => onChange({ likelihood })}
        />
      ) : null}
    </fieldset>
  )
}
