import type { DOCUMENT_SORTS } from '@/domain/documents/document'

export type DocumentListQuery = { sort: (typeof DOCUMENT_SORTS)[number]; order: 'asc' | 'desc'; text: string }

/** What documents can be sorted by, and which way is the usual one. */
export const SORTS = {
  title: { name: 'Title', usual: 'asc' },
  activity: { name: 'Last activity', usual: 'desc' },
  added: { name: 'Added', usual: 'desc' },
} as const satisfies Record<DocumentListQuery['sort'], { name: string; usual: 'asc' | 'desc' }>

/** The address of a project's list in this order, with this filter, from this cursor on. */
export function listAddress(projectId: string, { sort, order, text }: DocumentListQuery, cursor?: string): string {
  const search = new URLSearchParams({ sort, order, ...(text && { text }), ...(cursor && { cursor }) })
  return `/p/${projectId}?${search}`
}
