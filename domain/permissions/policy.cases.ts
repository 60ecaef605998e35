import type { Permission, Subject } from './policy'
import { RANK, ROLES, type Role } from './role'

/**
 * What the policy is meant to say, written down a second time and in another form, for tests only: the least role that
 * may do it to what others made, and to what is one's own; null where no role may. `judging` says that only reviewers of
 * the round may, or (false) only those who are none.
 */
export const MEANT: Readonly<
  Record<Permission, { others: Role | null; own: Role; bounded?: true; judging?: boolean }>
> = {
  'workspace:read': { others: 'viewer', own: 'viewer' },
  'workspace:update': { others: 'admin', own: 'admin' },
  'audit:read': { others: 'admin', own: 'admin' },
  'workspace:export': { others: 'admin', own: 'admin' },
  'retention:update': { others: 'owner', own: 'owner' },
  'workspace:delete': { others: 'owner', own: 'owner' },
  'workspace:restore': { others: 'owner', own: 'owner' },
  'export:fetch': { others: null, own: 'admin' },
  'member:update': { others: 'admin', own: 'admin', bounded: true },
  'member:remove': { others: 'admin', own: 'viewer', bounded: true },
  'invitation:read': { others: 'admin', own: 'admin' },
  'invitation:create': { others: 'admin', own: 'admin', bounded: true },
  'invitation:revoke': { others: 'admin', own: 'admin', bounded: true },
  'webhook:manage': { others: 'admin', own: 'admin' },
  'project:read': { others: 'viewer', own: 'viewer' },
  'project:create': { others: 'editor', own: 'editor' },
  'project:update': { others: 'editor', own: 'editor' },
  'label:manage': { others: 'editor', own: 'editor' },
  'document:read': { others: 'viewer', own: 'viewer' },
  'document:create': { others: 'editor', own: 'editor' },
  'document:update': { others: 'editor', own: 'editor' },
  'document:trash': { others: 'editor', own: 'editor' },
  'document:annotate': { others: 'analyst', own: 'analyst' },
  'annotation:read': { others: 'viewer', own: 'viewer' },
  'annotation:update': { others: null, own: 'analyst' },
  'annotation:share': { others: null, own: 'analyst' },
  'annotation:delete': { others: 'editor', own: 'analyst' },
  'thread:read': { others: 'viewer', own: 'viewer' },
  'thread:reply': { others: 'analyst', own: 'analyst' },
  'thread:resolve': { others: 'analyst', own: 'analyst' },
  'comment:update': { others: null, own: 'analyst' },
  'comment:delete': { others: 'editor', own: 'analyst' },
  'phase:open': { others: 'editor', own: 'editor' },
  'phase:reveal': { others: 'editor', own: 'editor' },
  'passage:clear': { others: 'analyst', own: 'analyst' },
  'passage:unclear': { others: 'editor', own: 'analyst' },
  'claim:read': { others: 'viewer', own: 'viewer' },
  'claim:create': { others: 'analyst', own: 'analyst' },
  'claim:update': { others: 'editor', own: 'analyst' },
  'claim:remove': { others: 'editor', own: 'analyst' },
  'claim:triage': { others: 'analyst', own: 'analyst' },
  'claim:clear': { others: 'analyst', own: 'analyst' },
  'claim:object': { others: 'analyst', own: 'analyst' },
  'claim:merge': { others: 'editor', own: 'editor' },
  'claim:split': { others: 'editor', own: 'analyst' },
  'claim:reopen': { others: 'editor', own: 'editor' },
  'occurrence:create': { others: 'analyst', own: 'analyst' },
  'occurrence:update': { others: 'editor', own: 'analyst' },
  'relation:create': { others: 'analyst', own: 'analyst' },
  'relation:settle': { others: 'analyst', own: 'analyst' },
  'relation:remove': { others: 'editor', own: 'analyst' },
  'review:open': { others: 'editor', own: 'editor' },
  'review:manage': { others: 'admin', own: 'analyst' },
  'round:read': { others: 'viewer', own: 'viewer' },
  'evidence:add': { others: 'analyst', own: 'analyst' },
  'evidence:update': { others: 'editor', own: 'analyst' },
  'evidence:appraise': { others: 'analyst', own: 'analyst' },
  'source:update': { others: 'editor', own: 'analyst' },
  'source:retract': { others: 'editor', own: 'editor' },
  'question:write': { others: 'analyst', own: 'analyst' },
  'question:update': { others: 'editor', own: 'analyst' },
  'finding:read': { others: 'viewer', own: 'viewer' },
  'finding:write': { others: 'analyst', own: 'analyst' },
  'finding:publish': { others: 'editor', own: 'editor' },
  'outcome:record': { others: 'editor', own: 'editor' },
  'correction:write': { others: 'analyst', own: 'analyst' },
  'correction:update': { others: 'editor', own: 'analyst' },
  'round:follow': { others: null, own: 'viewer', judging: false },
  'verdict:submit': { others: 'analyst', own: 'analyst', judging: true },
  'finding:sign': { others: 'analyst', own: 'analyst', judging: true },
  'dissent:write': { others: 'analyst', own: 'analyst', judging: true },
  'dissent:update': { others: null, own: 'analyst' },
}

export type Verdict = 'allowed' | 'forbidden' | 'not-found'

/** Someone's standing towards a thing: their role in its workspace (null: none), and whether it is theirs. */
export type Standing = { role: Role | null; own: boolean } & Pick<
  Subject,
  'private' | 'trashed' | 'held' | 'reviewer'
> & { bound?: Role }

/** What should become of a request, by the tables above alone. */
export function meant(permission: Permission, { role, own, bound, ...facts }: Standing): Verdict {
  if (role === null) return 'not-found'
  if ((facts.private || facts.held) && !own) return 'not-found'
  if (facts.trashed && RANK[role] < RANK.editor) return 'not-found'
  const row = MEANT[permission]
  if (row.judging !== undefined && row.judging !== (facts.reviewer ?? false)) return 'forbidden'
  const reaches = (least: Role | null) => least !== null && RANK[role] >= RANK[least]
  const inBounds = !row.bounded || bound === undefined || RANK[bound] <= RANK[role]
  const asOwn = own && reaches(row.own) && (inBounds || row.own === 'viewer')
  return asOwn || (reaches(row.others) && inBounds) ? 'allowed' : 'forbidden'
}

/** Every standing that there is. */
export const STANDINGS: readonly Standing[] = [null, ...ROLES].flatMap((role) =>
  combinations(['own', 'private', 'trashed', 'held', 'reviewer']).flatMap((facts) =>
    [undefined, ...ROLES].map((bound) => ({ role, ...facts, ...(bound && { bound }) })),
  ),
)

/** Every way in which these facts can be so or not. */
function combinations<K extends string>(facts: readonly K[]): Record<K, boolean>[] {
  return facts.reduce<Record<string, boolean>[]>(
    (all, fact) => all.flatMap((one) => [false, true].map((so) => ({ ...one, [fact]: so }))),
    [{}],
  ) as Record<K, boolean>[]
}
