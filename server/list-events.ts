import { authorise } from '@/domain/permissions/authorise'
import type { Actor, Permission, Subject } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { findClaim } from './claims/find-claim'
import { findDocument } from './documents/find-document'
import { findProject } from './projects/find-project'
import { readStream, type StreamQuery } from './read-stream'

type About = { permission: Permission; find: (id: string) => Promise<Subject | null> }

/** What streams are about, and who may read them; a person's stream is theirs alone. */
const STREAMS: Readonly<Record<'workspace' | 'project' | 'document' | 'claim', About>> = {
  workspace: { permission: 'workspace:read', find: async (workspaceId) => ({ workspaceId }) },
  project: { permission: 'project:read', find: findProject },
  document: { permission: 'document:read', find: findDocument },
  claim: { permission: 'claim:read', find: findKept },
}

async function findKept(claimId: string): Promise<Subject | null> {
  const claim = await findClaim(claimId)
  return claim?.deleted ? null : claim
}

/** The events of a stream that the actor may read. */
export async function listEvents(actor: Actor, kind: keyof typeof STREAMS | 'person', id: string, query: StreamQuery) {
  if (kind === 'person') {
    if (id !== actor.id) throw notFound('stream')
    return readStream(id, query)
  }
  const { permission, find } = STREAMS[kind]
  authorise(actor, permission, await find(id), kind)
  return readStream(id, query)
}
