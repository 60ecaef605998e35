import type { Disposition } from '@/domain/claims/words'

export type LedgerQuery = { disposition?: Disposition | undefined; document?: string | undefined }

/** The address of a project's contradictions with these filters, from this cursor on. */
export function ledgerAddress(projectId: string, query: LedgerQuery, cursor?: string): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, cursor })) if (value) search.set(name, value)
  return `/p/${projectId}/ledger${search.size > 0 ? `?${search}` : ''}`
}
