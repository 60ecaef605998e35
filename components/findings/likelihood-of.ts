import { ratingOf } from '@/domain/claims/forms'
import type { Finding, FindingContent } from '@/domain/findings/finding'
import type { Scale } from './opinion'

type Pooled = Finding['pooled']

/**
 * The likelihood that a finding states: its writers' own where they depart from the pooled one. Null where there is none, or
 * where it can have none: by the form, or since what can't be verified can't be said to be likely.
 */
export function likelihoodOf(
  scale: Scale | null,
  { rating, likelihood }: FindingContent,
  pooled: Pooled,
): number | null {
  if (scale === null || scale.likelihood === 'none' || ratingOf(scale, rating)?.value === null) return null
  return likelihood ?? pooled?.value ?? null
}

/** How a pooled likelihood came about, in one sentence. */
function sayPooled({ method, exponent, judges, value }: NonNullable<Pooled>): string {
  const how = exponent === undefined || exponent === 1 ? method : `${method}, exponent ${exponent}`
  return judges === 1 ? `${value} % by one reviewer.` : `${value} % pooled of ${judges} reviewers: ${how}.`
}

/** How the likelihood that is stated came about; empty where there is none. */
export function noteOf({ likelihood }: FindingContent, pooled: Pooled): string {
  if (likelihood === null) return pooled ? sayPooled(pooled) : ''
  return pooled ? `Set by the writers. ${sayPooled(pooled)}` : 'Set by the writers.'
}
