import { call } from '@/client/call'
import type { StandingClaim } from '@/components/claims/conflict-side'
import { annotatePassage, type PassageDraft } from '@/components/claims/passage-draft'
import type { FoundClaim } from '@/components/claims/use-found-claims'
import { appraisalOf, NO_APPRAISAL, type AppraisalForm } from './appraisal-form'

/** What is being said of a passage that is cited: for which claim, and how it speaks to that. */
export type Citation = {
  claim: FoundClaim | null
  /** Whether a passage that only its author sees may be shown to the team. */
  share: boolean
  appraisal: AppraisalForm
}

export const BEGUN: Citation = { claim: null, share: false, appraisal: NO_APPRAISAL }

/** The passage as it is cited for a claim: where that is made in exactly it, by the annotation that says so, which the server marks as a circle. */
export function citedAs(passage: PassageDraft, standing: readonly StandingClaim[], claimId: string): PassageDraft {
  const made = standing.find((each) => each.claimId === claimId && each.exactly)
  return made ? { ...passage, annotationId: made.annotationId, annotated: true, private: false } : passage
}

/** Makes a passage evidence of a claim, under this id; its annotation is made first. Every step takes a retry. */
export async function saveCitation(
  claimId: string,
  id: string,
  passage: PassageDraft,
  { share, appraisal }: Citation,
): Promise<void> {
  await annotatePassage(passage)
  const kind = 'passage' as const
  const { annotationId } = passage
  const said = { sourceId: null, appraisal: appraisalOf(appraisal, false) }
  const body = { id, kind, annotationId, share: share && passage.private, ...said }
  await call('POST /claims/{claimId}/evidence', { params: { claimId }, body }, { idempotencyKey: id })
}
