import { describe, expect, it } from 'vitest'
import type { Claim } from '@/domain/claims/claim'
import { PINNED, type ClaimState } from '@/domain/claims/states'
import { keysOf } from '@/domain/claims/words'
import { CLAIM_STATES } from '@/domain/claims/states'
import { can, type Permission } from '@/domain/permissions/policy'
import type { Role } from '@/domain/permissions/role'
import { deedsNow } from './deeds'

const claimIn = (state: ClaimState, more: Partial<Claim> = {}) =>
  ({ state, held: false, iCleared: false, ...more }) as Claim

/** What someone with this role may do to a claim of theirs or of someone else. */
const as =
  (role: Role, mine = false) =>
  (permission: Permission) => {
    const actor = { id: 'me', name: 'Me', sessionId: 's', roles: new Map([['w', role]]) }
    return can(actor, permission, { workspaceId: 'w', authorId: mine ? 'me' : 'other' })
  }

const FAST = ['clear', 'object'] as const
const TRIAGE = ['checkable', 'uncheckable', 'duplicate'] as const
const CASES = [
  { who: 'a viewer', may: as('viewer'), claim: claimIn('proposed'), deeds: [] },
  { who: 'an analyst', may: as('analyst'), claim: claimIn('proposed'), deeds: [...FAST, ...TRIAGE] },
  {
    who: 'its author',
    may: as('analyst', true),
    claim: claimIn('proposed'),
    deeds: [...FAST, ...TRIAGE, 'edit', 'split', 'remove'],
  },
  {
    who: 'an editor',
    may: as('editor'),
    claim: claimIn('proposed'),
    deeds: [...FAST, 'review', ...TRIAGE, 'edit', 'split', 'merge', 'remove'],
  },
  {
    who: 'who pressed their key',
    may: as('analyst'),
    claim: claimIn('proposed', { iCleared: true }),
    deeds: ['object', ...TRIAGE],
  },
  {
    who: 'the author of what is held',
    may: as('analyst', true),
    claim: claimIn('proposed', { held: true }),
    deeds: [...TRIAGE, 'edit', 'split', 'remove'],
  },
  {
    who: 'an editor after the reveal',
    may: as('editor'),
    claim: claimIn('revealed'),
    deeds: ['again', 'priority', 'reopen'],
  },
  {
    who: 'an editor of what was published',
    may: as('editor'),
    claim: claimIn('published'),
    deeds: ['priority', 'reopen'],
  },
] as const

describe('the deeds of a claim', () => {
  it.each(CASES)('offers $who what they may do', ({ may, claim, deeds }) => {
    expect(deedsNow(claim, may)).toEqual(deeds)
  })

  it('offers nobody anything while it is pinned, and something to owners in every other state', () => {
    const idle = keysOf(CLAIM_STATES).filter((state) => deedsNow(claimIn(state), as('owner', true)).length === 0)
    expect(idle).toEqual(PINNED)
  })
})
