'use client'

import { ScanText } from 'lucide-react'
import Link from 'next/link'
import type { Sentence } from '@/domain/claims/coverage'
import { COVERED } from '@/components/claims/covered'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/small'
import type { Covering } from './use-covering'

/** Shows what was looked at, in place of what is annotated. */
export function CoverageSwitch({ covering }: { covering: Covering }) {
  return (
    <Button
      size="small"
      variant="quiet"
      aria-pressed={covering.on}
      className="aria-pressed:bg-accent-wash aria-pressed:text-accent"
      onClick={covering.toggle}
    >
      <ScanText size={15} aria-hidden /> <span className="max-sm:sr-only">Coverage</span>
    </Button>
  )
}

/** What the colours mean, how many sentences have each, and the way to those that nobody has looked at. */
export function CoverageLegend({ covering, documentId }: { covering: Covering; documentId: string }) {
  const { counts, error } = covering
  return (
    <div className="order-last flex w-full flex-wrap items-center gap-x-4 gap-y-1 pb-1 text-xs">
      {error ? <p className="text-danger">{error.message}</p> : null}
      <ul aria-label="Sentences" className="flex flex-wrap gap-x-4 gap-y-1">
        {Object.entries(COVERED).map(([status, { name, look }]) => (
          <li key={status}>
            <span className={`covered ${look} px-1`}>{name}</span>{' '}
            <span className="font-medium tabular-nums">
              {counts ? counts[status as Sentence['status']].toLocaleString('en') : '…'}
            </span>
          </li>
        ))}
      </ul>
      <span className="ml-auto flex items-center gap-3">
        <button type="button" className="link inline-flex min-h-6 items-center gap-1" onClick={covering.next}>
          Next not looked at{' '}
          <span className="pointer-coarse:hidden" aria-hidden>
            <Kbd>U</Kbd>
          </span>
        </button>
        <Link href={`/d/${documentId}/coverage`} prefetch={false} className="link inline-flex min-h-6 items-center">
          As a list
        </Link>
      </span>
    </div>
  )
}
