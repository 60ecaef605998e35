import { ratingOf, type VerdictForm } from '@/domain/claims/forms'
import { wordsFor, type Confidence } from '@/domain/claims/likelihood'
import { BASES, type Basis } from '@/domain/findings/words'

export type Scale = Pick<VerdictForm, 'asks' | 'ratings' | 'likelihood'>

/** What a finding or a dissent comes down to. `basis` is a finding's. */
export type Opinion = {
  rating: string | null
  likelihood: number | null
  confidence: Confidence | null
  basis?: Basis | null
}

const begun = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** A likelihood in percent as people read it: the words first. */
export const inWords = (percent: number): string => `${begun(wordsFor(percent))} (${percent} %)`

/**
 * What stands large above an opinion: its rating; where it has none, that there is no consensus, or its likelihood in words.
 * Null where it says none of these. `scale` is null for a document, of which nothing is rated.
 */
export function headlineOf(scale: Scale | null, { rating, likelihood, basis }: Opinion): string | null {
  if (scale === null) return basis === 'no-consensus' ? BASES[basis].name : 'Overall assessment'
  if (rating !== null) return ratingOf(scale, rating)?.name ?? rating
  if (basis === 'no-consensus') return BASES[basis].name
  return likelihood === null ? null : begun(wordsFor(likelihood))
}
