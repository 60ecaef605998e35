import type { DocumentChoice } from '@/components/claims/claim-table-controls'
import { listDocuments } from '@/server/documents/list-documents'
import type { OpenedProject } from './frame'

/** The documents that a list can be narrowed to: as many as anyone would look through. */
export async function documentChoices({
  actor,
  project,
}: Pick<OpenedProject, 'actor' | 'project'>): Promise<DocumentChoice[]> {
  const query = { sort: 'title', order: 'asc', text: '', trashed: 'false', limit: 200 } as const
  const { items } = await listDocuments(actor, project.id, query)
  return items.map(({ id, title }) => ({ id, title }))
}
