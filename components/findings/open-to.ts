import { PINNED, stepOf, type ClaimState } from '@/domain/claims/states'
import type { Finding } from '@/domain/findings/finding'

/** Where a claim's finding is in people's hands: elsewhere its draft has to be saved again first. */
const TAKEN_UP: readonly ClaimState[] = ['finding', 'published', 'corrected']

type Standing = Pick<Finding, 'claim' | 'state'>

/** Whether its claim is being judged, so that nothing of the finding may change. */
export const isPinned = ({ claim }: Standing): boolean => claim !== null && PINNED.includes(claim.state)

/** Whether it may be signed and published as it stands. */
export const isTakenUp = ({ claim }: Standing): boolean => claim === null || TAKEN_UP.includes(claim.state)

/** Whether its draft may be written on. */
export const isWritable = (finding: Standing): boolean =>
  finding.claim === null || isTakenUp(finding) || stepOf('write a finding', finding.claim.state) !== null

/** By which deed its draft can be published now; null where it can't. */
export function publishingDeed(finding: Standing): 'publish' | 'correct' | null {
  const { claim, state } = finding
  const deed = state === 'published' ? 'correct' : 'publish'
  if (claim === null) return deed
  return (['publish', 'correct'] as const).find((each) => stepOf(each, claim.state) !== null) ?? null
}

/** Whether what is published can be retracted now. */
export const isRetractable = ({ claim, state }: Standing): boolean =>
  state === 'published' && (claim === null || stepOf('retract', claim.state) !== null)
