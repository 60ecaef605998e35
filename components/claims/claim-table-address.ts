import type { CLAIM_SORTS } from '@/domain/claims/endpoints'
import type { ClaimState } from '@/domain/claims/states'
import type { ClaimType } from '@/domain/claims/words'

export type ClaimTableQuery = {
  sort?: (typeof CLAIM_SORTS)[number]
  state?: ClaimState | undefined
  type?: ClaimType | undefined
  document?: string | undefined
  text?: string
  waiting?: 'true' | 'false'
}

/** What claims can be sorted by, in the words of the table. */
export const CLAIM_ORDERS = {
  activity: 'Last activity',
  created: 'Newest',
  priority: 'Priority',
  split: 'Largest split',
} as const satisfies Record<NonNullable<ClaimTableQuery['sort']>, string>

/** The address of a project's table of claims in this order, with these filters, from this cursor on. */
export function tableAddress(projectId: string, query: ClaimTableQuery, cursor?: string): string {
  const search = new URLSearchParams({ view: 'table' })
  for (const [name, value] of Object.entries({ ...query, cursor })) {
    if (value && value !== 'false') search.set(name, value)
  }
  return `/p/${projectId}/claims?${search}`
}
