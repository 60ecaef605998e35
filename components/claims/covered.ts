import type { Sentence } from '@/domain/claims/coverage'

/** What can be true of a sentence, and how that is painted (app/globals.css). */
export const COVERED: Readonly<Record<Sentence['status'], { name: string; look: string }>> = {
  claimed: { name: 'Claimed', look: 'covered-claimed' },
  cleared: { name: 'Nothing to check', look: 'covered-cleared' },
  unseen: { name: 'Not looked at', look: 'covered-unseen' },
}
