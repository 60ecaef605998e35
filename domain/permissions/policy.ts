import { RANK, type Role } from './role'

/** Someone signed in, and their role in each workspace; read from the database on every request. */
export type Actor = {
  id: string
  name: string
  sessionId: string
  roles: ReadonlyMap<string, Role>
  /** The write under way, which the door takes from the request: a retry carries the same, and has no second effect. */
  write?: { key: string; fingerprint: string }
}

/** The facts about a thing on which permission can turn. */
export type Subject = {
  workspaceId: string
  /** Who wrote it, or whom it is about (a membership). */
  authorId?: string
  /** Of an annotation that its author keeps to themselves, and of everything in its thread. */
  private?: boolean
  /** Of a document in the trash, and of everything in it. */
  trashed?: boolean
  /** Of what was made under a seal that is not revealed. */
  held?: boolean
  /** Whether the actor is asked for a verdict in this round. */
  reviewer?: boolean
  /** The highest role that the change would touch or give. */
  role?: Role
}

export type Clause = (actor: Actor, subject: Subject) => boolean

const atLeast =
  (role: Role): Clause =>
  (actor, it) => {
    const held = actor.roles.get(it.workspaceId)
    return held !== undefined && RANK[held] >= RANK[role]
  }
const author: Clause = (actor, it) => it.authorId === actor.id
const reviewer: Clause = (_, it) => it.reviewer === true
/** Who judges in a round learns nothing of it before the reveal. */
const notReviewer: Clause = (_, it) => it.reviewer !== true
/** Nobody hands out, changes or removes a role above their own. */
const notAboveOwnRole: Clause = (actor, it) => it.role === undefined || atLeast(it.role)(actor, it)

/**
 * Who may know that a thing exists: members; of what is private or held by a seal, its author alone, whatever the role; of
 * what is in the trash, those who could take it out. `visibleTo` in `server/visible-to.ts` is its twin in SQL.
 */
export const VISIBLE: Clause[] = [
  atLeast('viewer'),
  (actor, it) => !it.private || author(actor, it),
  (actor, it) => !it.held || author(actor, it),
  (actor, it) => !it.trashed || atLeast('editor')(actor, it),
]

/** The whole policy: what is visible, and any one of the rows; a row is all of its clauses. No rows: seeing is enough. */
export const POLICY = {
  'workspace:read': [],
  'workspace:update': [[atLeast('admin')]],
  'audit:read': [[atLeast('admin')]],
  'workspace:export': [[atLeast('admin')]],
  'retention:update': [[atLeast('owner')]],
  'workspace:delete': [[atLeast('owner')]],
  'workspace:restore': [[atLeast('owner')]],
  'export:fetch': [[author, atLeast('admin')]],
  'member:update': [[atLeast('admin'), notAboveOwnRole]],
  'member:remove': [[author], [atLeast('admin'), notAboveOwnRole]],
  'invitation:read': [[atLeast('admin')]],
  'invitation:create': [[atLeast('admin'), notAboveOwnRole]],
  'invitation:revoke': [[atLeast('admin'), notAboveOwnRole]],

  'webhook:manage': [[atLeast('admin')]],

  'project:read': [],
  'project:create': [[atLeast('editor')]],
  'project:update': [[atLeast('editor')]],
  'label:manage': [[atLeast('editor')]],

  'document:read': [],
  'document:create': [[atLeast('editor')]],
  'document:update': [[atLeast('editor')]],
  'document:trash': [[atLeast('editor')]],
  'document:annotate': [[atLeast('analyst')]],

  'annotation:read': [],
  'annotation:update': [[author, atLeast('analyst')]],
  'annotation:share': [[author, atLeast('analyst')]],
  'annotation:delete': [[author, atLeast('analyst')], [atLeast('editor')]],

  'thread:read': [],
  'thread:reply': [[atLeast('analyst')]],
  'thread:resolve': [[atLeast('analyst')]],
  'comment:update': [[author, atLeast('analyst')]],
  'comment:delete': [[author, atLeast('analyst')], [atLeast('editor')]],

  'phase:open': [[atLeast('editor')]],
  'phase:reveal': [[atLeast('editor')]],
  'passage:clear': [[atLeast('analyst')]],
  'passage:unclear': [[author, atLeast('analyst')], [atLeast('editor')]],

  'claim:read': [],
  'claim:create': [[atLeast('analyst')]],
  'claim:update': [[author, atLeast('analyst')], [atLeast('editor')]],
  'claim:remove': [[author, atLeast('analyst')], [atLeast('editor')]],
  'claim:triage': [[atLeast('analyst')]],
  'claim:clear': [[atLeast('analyst')]],
  'claim:object': [[atLeast('analyst')]],
  'claim:merge': [[atLeast('editor')]],
  'claim:split': [[author, atLeast('analyst')], [atLeast('editor')]],
  'claim:reopen': [[atLeast('editor')]],
  'occurrence:create': [[atLeast('analyst')]],
  'occurrence:update': [[author, atLeast('analyst')], [atLeast('editor')]],
  'relation:create': [[atLeast('analyst')]],
  'relation:settle': [[atLeast('analyst')]],
  'relation:remove': [[author, atLeast('analyst')], [atLeast('editor')]],

  'review:open': [[atLeast('editor')]],
  'review:manage': [[author, atLeast('analyst')], [atLeast('admin')]],
  'round:read': [],
  'round:follow': [[author, notReviewer]],
  'verdict:submit': [[reviewer, atLeast('analyst')]],

  'evidence:add': [[atLeast('analyst')]],
  'evidence:update': [[author, atLeast('analyst')], [atLeast('editor')]],
  'evidence:appraise': [[atLeast('analyst')]],
  'source:update': [[author, atLeast('analyst')], [atLeast('editor')]],
  'source:retract': [[atLeast('editor')]],
  'question:write': [[atLeast('analyst')]],
  'question:update': [[author, atLeast('analyst')], [atLeast('editor')]],

  'finding:read': [],
  'finding:write': [[atLeast('analyst')]],
  'finding:publish': [[atLeast('editor')]],
  'finding:sign': [[reviewer, atLeast('analyst')]],
  'dissent:write': [[reviewer, atLeast('analyst')]],
  'dissent:update': [[author, atLeast('analyst')]],
  'outcome:record': [[atLeast('editor')]],
  'correction:write': [[atLeast('analyst')]],
  'correction:update': [[author, atLeast('analyst')], [atLeast('editor')]],
} satisfies Record<string, Clause[][]>

export type Permission = keyof typeof POLICY

/** Whether `actor` may know that the subject exists. */
export function canSee(actor: Actor, subject: Subject): boolean {
  return VISIBLE.every((clause) => clause(actor, subject))
}

/** Whether `actor` may do what `permission` names to the subject. Every permission implies seeing it. */
export function can(actor: Actor, permission: Permission, subject: Subject): boolean {
  const rows: Clause[][] = POLICY[permission]
  return (
    canSee(actor, subject) && (rows.length === 0 || rows.some((row) => row.every((clause) => clause(actor, subject))))
  )
}
