import type { Actor } from '@/domain/permissions/policy'
import type { Happened } from '../events'

/** Something that concerns nobody but the person: it goes to their own stream. */
export const inOwnStream = (actor: Pick<Actor, 'id'>, kind: Happened['kind'], subject = actor.id): Happened => ({
  in: { kind: 'person', id: actor.id },
  kind,
  subject,
  workspaceId: null,
})

/** The actor without the key of their write: for answers that hold a secret, which is not kept for a retry. */
export const unkept = ({ id, name, sessionId, roles }: Actor): Actor => ({ id, name, sessionId, roles })
