'use client'

import type { ReactNode } from 'react'

/** What is under way, at the foot of the reader: what was chosen so far, and what can be done next. */
export function ClaimBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      className="border-line-mid bg-surface shadow-raised flex max-w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border py-1.5 pr-1.5 pl-3"
    >
      {children}
    </section>
  )
}
