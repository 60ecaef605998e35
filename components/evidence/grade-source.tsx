'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { call } from '@/client/call'
import type { Source } from '@/domain/evidence/source'
import { RELIABILITY, type Reliability } from '@/domain/evidence/words'
import { HeldBadge } from '@/components/seals/held-badge'
import { inputClass } from '@/components/ui/field'
import { showError } from '@/components/ui/toast'

/** How reliable the reader finds a source: said, changed and taken back at once. */
export function GradeSource({ source, me }: { source: Source; me: string }) {
  const router = useRouter()
  const mine = source.grades.find(({ rater }) => rater.id === me)
  const [chosen, setChosen] = useState<Reliability | null>(mine?.reliability ?? null)
  const [pending, startTransition] = useTransition()
  const grade = (reliability: Reliability | null) => {
    const before = chosen
    setChosen(reliability)
    call('POST /sources/{sourceId}/grade', { params: { sourceId: source.id }, body: { reliability } })
      .then(() => startTransition(() => router.refresh()))
      .catch((error: unknown) => {
        setChosen(before)
        showError(error)
      })
  }
  return (
    <div className="flex flex-wrap items-center gap-2" aria-busy={pending}>
      <span aria-hidden className="text-ink-faint text-sm">
        My grade
      </span>
      <select
        aria-label={`My grade of ${source.name}`}
        title={chosen ? RELIABILITY[chosen].means : 'Your grade of its reliability'}
        value={chosen ?? ''}
        onChange={(event) => grade((event.target.value || null) as Reliability | null)}
        className={`${inputClass} !w-auto pr-8`}
      >
        <option value="">Not graded</option>
        {Object.entries(RELIABILITY).map(([key, { name }]) => (
          <option key={key} value={key}>
            {key} · {name}
          </option>
        ))}
      </select>
      {mine?.held ? <HeldBadge /> : null}
    </div>
  )
}
