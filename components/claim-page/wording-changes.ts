import type { ClaimVersion } from '@/domain/claims/claim'
import { CLAIM_TYPES } from '@/domain/claims/words'

/** What one wording says otherwise than the one before it. */
export type WordingChange = { name: string; before: string; after: string }

/** What of a wording can change, as people read it. */
const PARTS: readonly { name: string; read: (version: ClaimVersion) => string }[] = [
  { name: 'Statement', read: ({ statement }) => statement },
  { name: 'Type', read: ({ type }) => CLAIM_TYPES[type].name },
  { name: 'Terms', read: ({ terms }) => terms.map(({ term, meaning }) => `${term}: ${meaning}`).join('; ') },
  { name: 'As of', read: ({ asOf }) => asOf },
  { name: 'Claimed by', read: ({ claimant }) => claimant },
  { name: 'Claimed on', read: ({ claimedOn }) => claimedOn },
]

export function changesBetween(before: ClaimVersion, after: ClaimVersion): WordingChange[] {
  return PARTS.map(({ name, read }) => ({ name, before: read(before), after: read(after) })).filter(
    (change) => change.before !== change.after,
  )
}
