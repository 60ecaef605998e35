import type { Permission, Subject } from './policy'
import { RANK, ROLES, type Role } from './role'

/**
 * What the policy is meant to say, written down a second time and in another form, for tests only: the least role that
 * may do it to what others made, and to what is one's own; null where no role may.
 */
export const MEANT: Readonly<Record<Permission, { others: Role | null; own: Role; bounded?: true }>> = {
  'workspace:read': { others: 'viewer', own: 'viewer' },
  'workspace:update': { others: 'admin', own: 'admin' },
  'member:update': { others: 'admin', own: 'admin', bounded: true },
  'member:remove': { others: 'admin', own: 'viewer', bounded: true },
  'invitation:read': { others: 'admin', own: 'admin' },
  'invitation:create': { others: 'admin', own: 'admin', bounded: true },
  'invitation:revoke': { others: 'admin', own: 'admin', bounded: true },
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
}

export type Verdict = 'allowed' | 'forbidden' | 'not-found'

/** Someone's standing towards a thing: their role in its workspace (null: none), and whether it is theirs. */
export type Standing = { role: Role | null; own: boolean } & Pick<Subject, 'private' | 'trashed'> & { bound?: Role }

/** What should become of a request, by the tables above alone. */
export function meant(permission: Permission, { role, own, bound, ...facts }: Standing): Verdict {
  if (role === null) return 'not-found'
  if (facts.private && !own) return 'not-found'
  if (facts.trashed && RANK[role] < RANK.editor) return 'not-found'
  const row = MEANT[permission]
  const reaches = (least: Role | null) => least !== null && RANK[role] >= RANK[least]
  const inBounds = !row.bounded || bound === undefined || RANK[bound] <= RANK[role]
  const asOwn = own && reaches(row.own) && (inBounds || row.own === 'viewer')
  return asOwn || (reaches(row.others) && inBounds) ? 'allowed' : 'forbidden'
}

const bools = [false, true]

/** Every standing that there is. */
export const STANDINGS: readonly Standing[] = [null, ...ROLES].flatMap((role) =>
  bools.flatMap((own) =>
    bools.flatMap((isPrivate) =>
      bools.flatMap((trashed) =>
        [undefined, ...ROLES].map((bound) => ({ role, own, private: isPrivate, trashed, ...(bound && { bound }) })),
      ),
    ),
  ),
)
