import { TextAreaField } from '@/components/ui/field'

export type CorrectionTyped = { problem: string; proposed: string }

type Props = {
  value: CorrectionTyped
  errors: Readonly<Record<string, string>>
  onChange: (value: CorrectionTyped) => void
}

/** What is wrong in a passage, and what it should say. */
export function CorrectionFields({ value, errors, onChange }: Props) {
  return (
    <>
      <TextAreaField
        label="What is wrong"
        maxLength={2000}
        value={value.problem}
        error={errors.problem}
        data-focus-first=""
        onChange={({ target }) => onChange({ ...value, problem: target.value })}
      />
      <TextAreaField
        label="Proposed wording (optional)"
        maxLength={4000}
        className="font-serif"
        value={value.proposed}
        error={errors.proposed}
        onChange={({ target }) => onChange({ ...value, proposed: target.value })}
      />
    </>
  )
}
