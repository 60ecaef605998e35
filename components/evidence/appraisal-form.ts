import type { Appraisal } from '@/domain/evidence/evidence'
import type { EvidenceStance, Reliability } from '@/domain/evidence/words'

/** How someone sees a piece of evidence, as a form holds it: no stance is no appraisal. */
export type AppraisalForm = {
  stance: EvidenceStance | null
  reason: string
  credibility: number | null
  reliability: Reliability | null
}

export const NO_APPRAISAL: AppraisalForm = { stance: null, reason: '', credibility: null, reliability: null }

export const appraisalForm = ({ stance, reason, credibility, reliability }: Appraisal): AppraisalForm => ({
  ...{ stance, reason, credibility, reliability },
})

/** What is sent; null where nothing is said. Evidence that names no source has none to grade. */
export function appraisalOf({ stance, reason, credibility, reliability }: AppraisalForm, sourced: boolean) {
  return stance === null ? null : { stance, reason, credibility, reliability: sourced ? reliability : null }
}
