import type { ReactNode } from 'react'
import { CentredCard } from './centred-card'

/** Stands for a page that can't be shown, and says why, and what to do. */
export function Sorry({ title, children }: { title: string; children: ReactNode }) {
  return (
    <CentredCard title={title}>
      <p className="text-ink-soft">{children}</p>
    </CentredCard>
  )
}
