import { ratingOf, type VerdictForm } from '../claims/forms'
import { wordsFor } from '../claims/likelihood'
import type { Dissent, Finding, FindingVersion } from '../findings/finding'
import type { ReportDissent, ReportFinding, ReportLikelihood } from './report'

type Published = Pick<Finding, 'id' | 'published' | 'state' | 'retractedSources' | 'dissents'>

/** A finding as it was published last, with what it takes from elsewhere; null before that. */
export function reportFinding(finding: Published, address: string, claimReview: string): ReportFinding | null {
  const { id, published, state, retractedSources } = finding
  if (!published) return null
  const { number, content, grounds, reason, adjudication, publishedBy, publishedAt, overruled } = published
  const retracted = state === 'retracted' || published.retracts
  return {
    ...{ id, address, number, publishedAt, publishedBy, reason, retracted, adjudication },
    rating: ratingName(grounds.form, content.rating),
    likelihood: likelihoodOf(published),
    confidence: content.confidence,
    text: content.summary,
    ...{ basis: content.basis, assumptions: content.assumptions, gaps: content.gaps, indicators: content.indicators },
    agreement: grounds.agreement.map(({ name, says }) => `${name}: ${says}`),
    signed: grounds.signed,
    dissents: dissentsBeside(finding).map((dissent) => reportDissent(grounds.form, dissent)),
    overruled: overruled.map(({ person, reason: why, answer }) => ({ person, reason: why, answer })),
    retractedSources: retractedSources.map(({ name }) => name),
    claimReview: isClaimReview(published, retracted) ? claimReview : null,
  }
}

/** The dissents beside a published finding: those that it was published with, as they were, and those written since. */
export function dissentsBeside({ published, dissents }: Pick<Finding, 'published' | 'dissents'>): Dissent[] {
  const before = published?.grounds.dissents ?? []
  return [...before, ...dissents.filter(({ id }) => before.every((dissent) => dissent.id !== id))]
}

/** Whether a published finding may leave the house as a ClaimReview: its claim can be rated, it is rated, and it stands. */
export const isClaimReview = ({ grounds, content }: FindingVersion, retracted: boolean): boolean =>
  !retracted && grounds.form?.rated === true && content.rating !== null

/** What was found likely: the figure of the writers where they depart from the pooled one. */
export function likelihoodOf({ content, grounds }: FindingVersion): ReportLikelihood | null {
  if (content.likelihood !== null) return likely(content.likelihood, 'as the finding’s writers judge it')
  const { pooled } = grounds
  if (!pooled) return null
  const { method, exponent = 1, judges, value } = pooled
  const how = method === 'log-odds mean' && exponent !== 1 ? `${method} with exponent ${exponent}` : method
  return likely(value, `${how} of ${judges} ${judges === 1 ? 'judge' : 'judges'}`)
}

const likely = (percent: number, from: string): ReportLikelihood => ({ percent, words: wordsFor(percent), from })

const ratingName = (form: Pick<VerdictForm, 'ratings'> | null, key: string | null): string | null =>
  form && key !== null ? (ratingOf(form, key)?.name ?? key) : key

function reportDissent(form: Pick<VerdictForm, 'ratings'> | null, dissent: Dissent): ReportDissent {
  const { author, rating, likelihood, confidence, json, updatedAt } = dissent
  return {
    ...{ author, signedAt: updatedAt, rating: ratingName(form, rating) },
    likelihood: likelihood === null ? null : likely(likelihood, 'as they judge it'),
    ...{ confidence, text: json },
  }
}
