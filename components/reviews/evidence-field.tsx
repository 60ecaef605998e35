'use client'

import type { Evidence } from '@/domain/evidence/evidence'
import { CheckField } from '@/components/ui/check-field'
import { Notice } from '@/components/ui/small'
import { useEvidence } from './use-evidence'

type Props = {
  claimId: string
  value: readonly string[]
  error?: string | undefined
  onChange: (evidenceIds: readonly string[]) => void
}

/** Which of the claim's evidence a judgement relies on. */
export function EvidenceField({ claimId, value, error, onChange }: Props) {
  const evidence = useEvidence(claimId)
  const items = evidence.data ?? []
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">
        Evidence you rely on <span className="text-ink-faint font-normal">(optional)</span>
      </legend>
      {evidence.error ? <Notice tone="danger">{evidence.error.message}</Notice> : null}
      {evidence.data && items.length === 0 ? (
        <p className="text-ink-faint text-sm">There is none yet. It can be added on the claim’s page.</p>
      ) : null}
      <div className="grid gap-1.5">
        {items.map((item) => (
          <CheckField
            key={item.id}
            checked={value.includes(item.id)}
            onChange={(on) => onChange(on ? [...value, item.id] : value.filter((id) => id !== item.id))}
          >
            <Named evidence={item} />
          </CheckField>
        ))}
      </div>
      {error ? (
        <p role="alert" className="text-danger mt-1 text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

/** A piece of evidence, in so many words that one knows which is meant. */
function Named({ evidence: { title, passage, excerpt, source } }: { evidence: Evidence }) {
  return (
    <span className="block min-w-0">
      <span className="wrap-anywhere">{title || passage?.documentTitle}</span>
      {source ? <span className="text-ink-faint text-xs"> · {source.name}</span> : null}
      <span className="text-ink-soft line-clamp-2 font-serif text-sm wrap-anywhere">{passage?.exact ?? excerpt}</span>
    </span>
  )
}
