import type { Claim } from '@/domain/claims/claim'
import { CLAIM_STATES, EDITABLE, PINNED, transitionOf, type ClaimState, type Deed } from '@/domain/claims/states'
import { keysOf } from '@/domain/claims/words'
import type { Permission } from '@/domain/permissions/policy'

/** Something that can be done about a claim: what it takes, and from where. */
type ClaimDeed = {
  name: string
  permission: Permission
  from: readonly ClaimState[]
  /** Whether it stands as a button; the others are in the menu. */
  first?: true
  /** What else must be so. */
  where?: (claim: Claim) => boolean
}

/** A deed that is a step from state to state: the table of steps says who may, and from where. */
function step(deed: Deed): Pick<ClaimDeed, 'permission' | 'from'> {
  const { permission, from } = transitionOf(deed)
  return { permission, from }
}

const seenByAll = ({ held }: Claim) => !held
const NOT_PINNED = keysOf(CLAIM_STATES).filter((state) => !PINNED.includes(state))
const SETTLED = NOT_PINNED.filter((state) => !EDITABLE.includes(state))

/** All deeds in the order in which they are offered. */
const DEEDS = {
  clear: {
    ...step('clear'),
    name: 'Nothing to dispute',
    first: true,
    where: (claim) => seenByAll(claim) && !claim.iCleared,
  },
  object: { ...step('object'), name: 'Object…', first: true, where: seenByAll },
  review: { ...step('review'), name: 'Open a review…', first: true, where: seenByAll },
  again: { ...step('review again'), name: 'Review again…', first: true },
  checkable: { ...step('call checkable'), name: 'Call it checkable' },
  uncheckable: { ...step('call not checkable'), name: 'Call it not checkable…' },
  duplicate: { ...step('call a duplicate'), name: 'It repeats another claim…' },
  edit: { name: 'Edit…', permission: 'claim:update', from: EDITABLE },
  priority: { name: 'Priority…', permission: 'claim:update', from: SETTLED },
  split: { ...step('split'), name: 'Split into parts…' },
  merge: { ...step('merge'), name: 'Merge into another…' },
  reopen: { ...step('reopen'), name: 'Reopen…' },
  remove: { name: 'Remove', permission: 'claim:remove', from: EDITABLE },
} as const satisfies Record<string, ClaimDeed>
export type DeedKey = keyof typeof DEEDS

export const nameOf = (key: DeedKey): string => DEEDS[key].name
export const isFirst = (key: DeedKey): boolean => (DEEDS[key] as ClaimDeed).first ?? false

/** What can be done about a claim now by someone who has these permissions on it. */
export function deedsNow(claim: Claim, may: (permission: Permission) => boolean): DeedKey[] {
  return keysOf(DEEDS).filter((key) => {
    const { permission, from, where }: ClaimDeed = DEEDS[key]
    return from.includes(claim.state) && may(permission) && (where?.(claim) ?? true)
  })
}
