import type { Standing } from '@/domain/permissions/policy.cases'
import type { ClaimState } from '@/domain/claims/states'
import type { ClaimType } from '@/domain/claims/words'
import type { Place } from '@/server/testing/make-place'
import type { Person } from './world'

export const ID_NAMES = [
  ...(['workspaceId', 'projectId', 'labelId', 'documentId', 'versionId', 'annotationId', 'threadId'] as const),
  ...(['commentId', 'userId', 'invitationId', 'sessionId', 'phaseId', 'claimId', 'otherClaimId'] as const),
  ...(['occurrenceId', 'relationId', 'clearedId', 'sourceId', 'originId', 'evidenceId', 'attachmentId'] as const),
  ...(['questionId', 'reviewId', 'roundId', 'verdictId', 'judgeId', 'missingId'] as const),
  ...(['findingId', 'dissentId', 'correctionId', 'notificationId', 'accountId', 'exportId'] as const),
  ...(['tokenId', 'webhookId', 'deliveryId'] as const),
] as const

/** All that a request may name. */
export type Ids = Record<(typeof ID_NAMES)[number], string> & {
  /** What all of the place carries, what is renamed too. */
  mark: string
  /** The first sentence of the document. */
  sentence: string
  /** The secret of a link. */
  token: string
  /** The version that the workspace's row has now; all others are new, at 1. */
  workspaceVersion: number
}

/** How a subject stands to the person who asks, apart from their role. */
export type Variant = Omit<Standing, 'role'>

/** Whether the thing is made for the one who asks: it is theirs, or they judge in it. */
export const isTheirs = ({ own, reviewer }: Variant): boolean => own || reviewer === true

/** What became of a thing before the call. */
export type State = {
  deleted?: 'annotation' | 'comment' | 'claim' | 'relation' | 'evidence' | 'question' | 'correction'
  resolved?: boolean
  /** Where the claim stands. */
  stands?: ClaimState
  type?: ClaimType
  /** The call reveals what it holds, which therefore carries the mark of all. */
  told?: boolean
  /** It is revealed already. */
  revealed?: boolean
}

export type Noun = {
  /** The facts that the policy can turn on, of those there are. */
  varies: readonly (keyof Variant)[]
  make: (place: Place, variant: Variant, by: Person | null, state: State) => Promise<Partial<Ids>>
}
