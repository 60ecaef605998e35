'use client'

import { Scale } from 'lucide-react'
import Link from 'next/link'
import { useDocumentDesk } from '@/components/threads/desk'
import { StateBadge } from './claim-badges'
import { useMarks } from './use-marks'

/** The claims that an annotation of the open document carries, and where they stand. */
export function ClaimsHere({ annotationId }: { annotationId: string }) {
  const { documentId } = useDocumentDesk()
  const marks = useMarks(documentId, false).filter((mark) => mark.annotationId === annotationId)
  if (marks.length === 0) return null
  return (
    <ul aria-label="Claims" className="border-line grid gap-1.5 border-t pt-2">
      {marks.map(({ occurrenceId, claimId, statement, state }) => (
        <li key={occurrenceId} className="relative flex items-start gap-1.5">
          <Scale size={14} aria-hidden className="text-accent mt-1 shrink-0" />
          <div className="min-w-0 flex-1">
            <Link
              href={`/c/${claimId}`}
              prefetch={false}
              className="line-clamp-2 rounded font-serif text-sm wrap-anywhere hover:underline"
            >
              {statement}
            </Link>
          </div>
          <StateBadge state={state} />
        </li>
      ))}
    </ul>
  )
}
