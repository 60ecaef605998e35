import { notFound, Refusal } from '../refusal'
import { can, canSee, type Actor, type Permission, type Subject } from './policy'

/** What a refused person reads, after "You can see this, but you can't". */
const DEED: Readonly<Record<Permission, string>> = {
  'workspace:read': 'read it',
  'workspace:update': 'change this workspace',
  'audit:read': 'read its audit log',
  'workspace:export': 'take everything out of it',
  'retention:update': 'change how long things are kept: its owners do',
  'workspace:delete': 'delete this workspace: its owners do',
  'workspace:restore': 'bring this workspace back: its owners do',
  'export:fetch': 'fetch an archive that someone else asked for',
  'member:update': 'change this role',
  'member:remove': 'remove this member',
  'invitation:read': 'see invitations',
  'invitation:create': 'invite people with this role',
  'invitation:revoke': 'revoke this invitation',
  'webhook:manage': 'manage webhooks',
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
  'phase:open': 'open an independent phase',
  'phase:reveal': 'reveal an independent phase',
  'passage:clear': 'say that there is nothing to check here',
  'passage:unclear': 'take this back',
  'claim:read': 'read it',
  'claim:create': 'propose claims',
  'claim:update': 'change this claim',
  'claim:remove': 'remove this claim',
  'claim:triage': 'triage claims',
  'claim:clear': 'clear claims',
  'claim:object': 'object to claims',
  'claim:merge': 'merge claims',
  'claim:split': 'split this claim',
  'claim:reopen': 'reopen claims',
  'occurrence:create': 'say where a claim occurs',
  'occurrence:update': 'change where this claim occurs',
  'relation:create': 'relate claims',
  'relation:settle': 'settle conflicts',
  'relation:remove': 'remove this relation',
  'review:open': 'open a review',
  'review:manage': 'manage this review: who opened it does',
  'round:read': 'read it',
  'round:follow': 'see who has submitted: who opened the review does, and judges nothing in it',
  'verdict:submit': 'submit a verdict: its reviewers do',
  'evidence:add': 'add evidence',
  'evidence:update': 'change this evidence',
  'evidence:appraise': 'appraise evidence',
  'source:update': 'change this source',
  'source:retract': 'retract sources',
  'question:write': 'log questions',
  'question:update': 'change this question',
  'finding:read': 'read it',
  'finding:write': 'write findings',
  'finding:publish': 'publish, correct or retract findings',
  'finding:sign': 'sign this finding: its reviewers do',
  'dissent:write': 'dissent: the reviewers of this claim do',
  'dissent:update': 'change this dissent',
  'outcome:record': 'record outcomes',
  'correction:write': 'propose corrections',
  'correction:update': 'change this correction',
}

/** What someone was kept from, in a few words. */
export const deedOf = (permission: string): string | undefined =>
  (DEED as Readonly<Record<string, string>>)[permission]?.split(':')[0]

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
      {},
      subject.private || subject.held ? undefined : { workspaceId: subject.workspaceId, permission },
    )
  }
}
