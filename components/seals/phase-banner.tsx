'use client'

import { EyeOff } from 'lucide-react'
import type { Phase } from '@/domain/seals/phase'
import { day } from '@/components/ui/day'

/** Above a document that is read independently: what that means for whoever writes now. */
export function PhaseBanner({ phase: { name, dueAt } }: { phase: Phase }) {
  return (
    <div
      role="note"
      className="no-print border-accent/40 bg-accent-wash mb-5 flex items-start gap-2.5 rounded-md border px-3 py-2.5"
    >
      <EyeOff size={17} aria-hidden className="text-accent mt-0.5 shrink-0" />
      <p>
        <span className="font-medium">
          Read independently until the reveal{dueAt ? <> on {day(dueAt)}</> : null}
          {name ? <>: {name}</> : null}.
        </span>{' '}
        What you and others write here is held. Nobody sees it before.
      </p>
    </div>
  )
}
