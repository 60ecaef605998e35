import type { SearchQuery } from '@/components/search/search-address'
import type { Choices } from '@/components/search/search-filters'
import { Id } from '@/domain/endpoint'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { getDocument } from '@/server/documents/list-documents'
import { listMembers } from '@/server/people/members'
import { listWorkspaces } from '@/server/people/workspaces'
import { listLabels } from '@/server/projects/labels'
import { getProject, listProjects } from '@/server/projects/list-projects'

/** As many of each are offered as anyone would look through. */
const MOST = { limit: 100 }

/** What a search can be narrowed down to: people and labels of the workspace and project that are chosen, or the only ones. */
export async function choicesFor(actor: Actor, query: SearchQuery): Promise<Choices> {
  const { items: workspaces } = await listWorkspaces(actor, { limit: 20 })
  const [project, document, ...projects] = await Promise.all([
    named(query.project, (id) => getProject(actor, id)),
    named(query.document, (id) => getDocument(actor, id)),
    ...workspaces.map(async ({ id }) => (await listProjects(actor, id, MOST)).items),
  ])
  const places = workspaces.map(({ id, name }, nth) => ({ id, name, projects: (projects[nth] ?? []).map(plain) }))
  const workspaceId =
    project?.workspaceId ??
    document?.workspaceId ??
    query.workspace ??
    (places.length === 1 ? places[0]?.id : undefined)
  const projectId = project?.id ?? document?.projectId
  const [members, labels] = await Promise.all([
    named(workspaceId, (id) => listMembers(actor, id, MOST)),
    named(projectId, (id) => listLabels(actor, id, MOST)),
  ])
  return {
    places,
    authors: members?.items.map(({ person }) => person) ?? [],
    labels: labels?.items.map(plain) ?? [],
    document: document?.title ?? null,
  }
}

const plain = ({ id, name }: { id: string; name: string }) => ({ id, name })

/** What an address names, if it does, and if it is there for who asks. */
async function named<T>(id: string | undefined, read: (id: string) => Promise<T>): Promise<T | null> {
  if (!Id.safeParse(id).success) return null
  try {
    return await read(id as string)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
