/**
 * A figure, or why there is none: `too few` when no two people judged the same thing, `no variation` when everybody
 * always said the same, so that agreement by chance would be complete as well. It is null then and never 0 or 1; nor is
 * it `undefined`, which JSON drops.
 */
export type Figure = { value: number } | { value: null; why: 'too few' | 'no variation' }

/**
 * Agreement corrected for chance (1 is perfect, 0 what chance would give, below 0 worse than chance) with what it was
 * made of: the mean disagreement that was observed, and the one to expect when judgements are paired at random, both in
 * the unit of the measure. They are null when nothing could be paired.
 */
export type Corrected = Figure & { observed: number | null; expected: number | null }

/** The answer where nothing can be paired. */
export const TOO_FEW = { value: null, why: 'too few', observed: null, expected: null } as const

/** Disagreement corrected for chance, 1 − observed ∕ expected: the form that all alphas and kappas have in common. */
export function corrected(observed: number, expected: number): Corrected {
  const figure: Figure = expected > 0 ? { value: 1 - observed / expected } : { value: null, why: 'no variation' }
  return { ...figure, observed, expected }
}
