import { notFound, Refusal } from '../refusal'
import { can, canSee, type Actor, type Permission, type Subject } from './policy'

/** What a refused person reads, after "You can see this, but you can't". */
const DEED: Readonly<Record<Permission, string>> = {
  'workspace:read': 'read it',
  'workspace:update': 'change this workspace',
  'member:update': 'change this role',
  'member:remove': 'remove this member',
  'invitation:read': 'see invitations',
  'invitation:create': 'invite people with this role',
  'invitation:revoke': 'revoke this invitation',
  'project:read': 'read it',
  'project:create': 'create projects',
  'project:update': 'change this project',
  'label:manage': 'manage labels',
  'document:read': 'read it',
  'document:create': 'import documents',
  'document:update': 'change this document',
  'document:trash': 'move documents to the trash or back',
  'document:annotate': 'annotate it',
  'annotation:read': 'read it',
  'annotation:update': 'change this annotation',
  'annotation:share': 'share this annotation',
  'annotation:delete': 'delete this annotation',
  'thread:read': 'read it',
  'thread:reply': 'reply',
  'thread:resolve': 'resolve or reopen threads',
  'comment:update': 'edit this comment',
  'comment:delete': 'delete this comment',
}

/**
 * Lets `actor` through, or refuses: `not-found` for what they may not see (the same words as for what does not exist),
 * `forbidden` for what they may see but not do. A missing subject is one they may not see.
 */
export function authorise<S extends Subject>(
  actor: Actor,
  permission: Permission,
  subject: S | null | undefined,
  noun: string,
): asserts subject is S {
  if (!subject || !canSee(actor, subject)) throw notFound(noun)
  if (!can(actor, permission, subject)) {
    throw new Refusal(
      'forbidden',
      `Your role in this workspace does not let you ${DEED[permission]}. An admin can change your role.`,
    )
  }
}
