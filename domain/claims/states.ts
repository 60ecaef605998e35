import type { Permission } from '../permissions/policy'

/** Where a claim can stand on its way from a passage to a finding. */
export const CLAIM_STATES = {
  proposed: { name: 'Proposed', means: 'Found in a text; nobody has said yet whether it can be checked.' },
  checkable: { name: 'Checkable', means: 'It can be checked, and waits for that.' },
  uncheckable: { name: 'Not checkable', means: 'It can’t be checked, with the reason.' },
  duplicate: { name: 'Duplicate', means: 'Another claim says the same; what was found is with that.' },
  cleared: { name: 'Cleared', means: 'Two people saw nothing in it to dispute.' },
  reviewing: { name: 'In review', means: 'Reviewers judge it, each alone.' },
  revealed: { name: 'Revealed', means: 'The verdicts are open; it is discussed.' },
  finding: { name: 'Finding', means: 'What was found is being written and signed.' },
  published: { name: 'Published', means: 'The finding stands for the workspace.' },
  corrected: { name: 'Corrected', means: 'A corrected finding stands; the one before is kept.' },
  retracted: { name: 'Retracted', means: 'The finding was taken back, with the reason; it is kept.' },
  reopened: { name: 'Reopened', means: 'What was settled is looked at again.' },
} as const
export type ClaimState = keyof typeof CLAIM_STATES

/** One step: from which states, by which deed, to which state, and the permission it takes. */
export type Transition = { deed: string; from: readonly ClaimState[]; to: ClaimState; permission: Permission }

/** States in which what a claim says may still change, and it may be split, merged or removed. */
export const EDITABLE: readonly ClaimState[] = ['proposed', 'checkable', 'uncheckable', 'reopened']

/** States in which nothing about a claim moves: it is being judged. */
export const PINNED: readonly ClaimState[] = ['reviewing']

const FRESH = ['proposed', 'checkable', 'reopened'] as const
const SET_ASIDE = ['uncheckable', 'duplicate'] as const

/** Every step that there is. The picture in docs/claims.md is drawn from it, and services ask it before they act. */
export const TRANSITIONS = [
  { deed: 'call checkable', from: ['proposed', 'reopened', ...SET_ASIDE], to: 'checkable', permission: 'claim:triage' },
  { deed: 'call not checkable', from: FRESH, to: 'uncheckable', permission: 'claim:triage' },
  { deed: 'call a duplicate', from: FRESH, to: 'duplicate', permission: 'claim:triage' },
  { deed: 'split', from: EDITABLE, to: 'duplicate', permission: 'claim:split' },
  { deed: 'merge', from: EDITABLE, to: 'duplicate', permission: 'claim:merge' },
  { deed: 'clear', from: FRESH, to: 'cleared', permission: 'claim:clear' },
  { deed: 'object', from: [...FRESH, 'cleared'], to: 'reviewing', permission: 'claim:object' },
  { deed: 'review', from: [...FRESH, 'cleared'], to: 'reviewing', permission: 'review:open' },
  { deed: 'review again', from: ['revealed', 'finding'], to: 'reviewing', permission: 'review:open' },
  { deed: 'reveal', from: ['reviewing'], to: 'revealed', permission: 'review:manage' },
  { deed: 'cancel', from: ['reviewing'], to: 'checkable', permission: 'review:manage' },
  { deed: 'cancel again', from: ['reviewing'], to: 'revealed', permission: 'review:manage' },
  { deed: 'write a finding', from: ['revealed', 'cleared', 'reopened'], to: 'finding', permission: 'finding:write' },
  { deed: 'publish', from: ['finding'], to: 'published', permission: 'finding:publish' },
  { deed: 'correct', from: ['published', 'corrected'], to: 'corrected', permission: 'finding:publish' },
  { deed: 'retract', from: ['published', 'corrected'], to: 'retracted', permission: 'finding:publish' },
  {
    deed: 'reopen',
    from: ['cleared', 'uncheckable', 'revealed', 'finding', 'published', 'corrected', 'retracted'],
    to: 'reopened',
    permission: 'claim:reopen',
  },
] as const satisfies readonly Transition[]

export type Deed = (typeof TRANSITIONS)[number]['deed']

const BY_DEED = new Map<Deed, Transition>(TRANSITIONS.map((each) => [each.deed, each]))

/** The step that a deed is. */
export function transitionOf(deed: Deed): Transition {
  const found = BY_DEED.get(deed)
  if (!found) throw new TypeError(`there is no deed “${deed}”`)
  return found
}

/** The step that a deed is from this state; null where it is none. */
export function stepOf(deed: Deed, from: ClaimState): Transition | null {
  const step = transitionOf(deed)
  return step.from.includes(from) ? step : null
}
