'use client'

import { LockKeyhole } from 'lucide-react'
import { TopicThread } from '@/components/threads/topic-thread'

/** The talk about a claim; while reviewers judge alone, nothing is said here. */
export function ClaimThread({ claimId, closed }: { claimId: string; closed: boolean }) {
  if (!closed) return <TopicThread threadId={claimId} />
  return (
    <p className="text-ink-soft flex items-start gap-2">
      <LockKeyhole size={16} aria-hidden className="mt-0.5 shrink-0" />
      Closed until the reveal, so that each reviewer judges alone. What they write in the threads of its passages is
      held until then.
    </p>
  )
}
