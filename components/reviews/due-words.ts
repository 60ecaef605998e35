import type { Round } from '@/domain/reviews/round'
import { day } from '@/components/ui/day'

/** What an open round does: "waits for all 3", "due 3 Dec 2026, with at least 2 of 3 verdicts". */
export function dueWords({ dueAt, quorum, reviewers }: Round): string {
  const asked = reviewers.filter(({ dropped }) => !dropped).length
  return dueAt === null
    ? `waits for all ${Math.max(asked, quorum)}`
    : `due ${day(dueAt)}, with at least ${quorum} of ${asked} verdicts`
}
