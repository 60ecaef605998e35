import { asLikelihood, LEAST_LIKELY, MOST_LIKELY } from './likelihood'

/** One person's likelihood of a statement, in percent from 1 to 99. */
export type Judgement = { by: string; likelihood: number }

/** A way to make one likelihood of many. */
export type Pooling = { method: 'median' } | { method: 'mean' } | { method: 'log-odds mean'; exponent: number }

/**
 * A pooled likelihood in percent, of how many judges, and how it came about: plain JSON, to be kept with a finding. It
 * is itself a `Pooling`, so that a kept one can be reckoned again in the same way.
 */
export type Pooled = Pooling & { judges: number; value: number }

/**
 * The geometric mean of odds. Unlike the mean it takes 1 % and 3 % to be further apart than 50 % and 52 %, and unlike
 * the median it heeds everyone. Its exponent of 1 adds nothing to what the judges said.
 */
export const GEOMETRIC_MEAN_OF_ODDS: Pooling = { method: 'log-odds mean', exponent: 1 }

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The logarithm of the odds p : 100 − p. */
const logOdds = (percent: number) => Math.log(percent) - Math.log(100 - percent)

/** Each takes likelihoods in ascending order, at least one, and answers a percentage that nothing has rounded yet. */
const FORMULAS: Readonly<Record<Pooling['method'], (sorted: readonly number[], exponent: number) => number>> = {
  /** The one in the middle, or halfway between the two. */
  median: (sorted) => mean(sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1)),
  mean,
  /**
   * With the mean m of the log-odds and the exponent a: 1 / (1 + exp(−a·m)), which is the geometric mean of the odds to
   * the power of a (Satopää et al. 2014, "Combining multiple probability predictions using a simple logit model",
   * International Journal of Forecasting 30:344–356). An exponent above 1 moves the result away from even, to make up
   * for judges who each know only a part and so keep too near to it. It can only be learnt from settled predictions.
   */
  'log-odds mean': (sorted, exponent) => 100 / (1 + Math.exp(-exponent * mean(sorted.map(logOdds)))),
}

/**
 * One likelihood of many; null when there are none. The order of the judges makes no difference, and a statement and
 * its opposite get figures that add up to 100. Throws a RangeError for what is no likelihood, for an exponent that is
 * not above zero, and for two judgements by one person, who would count twice.
 */
export function pool(judgements: readonly Judgement[], pooling: Pooling = GEOMETRIC_MEAN_OF_ODDS): Pooled | null {
  const judges = judgements.length
  const exponent = pooling.method === 'log-odds mean' ? pooling.exponent : 1
  if (!(exponent > 0 && exponent < Infinity)) throw new RangeError(`${exponent} is no exponent: it must be above zero.`)
  if (new Set(judgements.map(({ by }) => by)).size < judges) throw new RangeError('Someone has judged twice.')
  if (judges === 0) return null
  const sorted = judgements.map(({ likelihood }) => asLikelihood(likelihood)).sort((a, b) => a - b)
  return { ...pooling, judges, value: stated(FORMULAS[pooling.method](sorted, exponent)) }
}

/** What is pooled without some, by their ids: those who rely on one origin, say. Null when none remain. */
export function poolWithout(
  judgements: readonly Judgement[],
  leftOut: ReadonlySet<string>,
  pooling: Pooling = GEOMETRIC_MEAN_OF_ODDS,
): Pooled | null {
  return pool(
    judgements.filter(({ by }) => !leftOut.has(by)),
    pooling,
  )
}

/** What is pooled without each judge in turn, in the order of the judges: how much hangs on one of them. */
export function poolWithoutEach(
  judgements: readonly Judgement[],
  pooling: Pooling = GEOMETRIC_MEAN_OF_ODDS,
): { without: string; pooled: Pooled | null }[] {
  return judgements.map(({ by }) => ({ without: by, pooled: poolWithout(judgements, new Set([by]), pooling) }))
}

/**
 * A percentage as it is stated: on the scale from 1 to 99, which an exponent can leave, and to a tenth, finer than what
 * anyone hands in. So 55 twice is 55 and not 55.00000000000001, which has other words. Half a tenth goes away from
 * even, on both sides alike; the sixth decimal is rounded first, lest an error of floating point decide.
 */
function stated(percent: number): number {
  const held = Math.min(Math.max(percent, LEAST_LIKELY), MOST_LIKELY)
  const tenthsFromEven = Math.round(Number((Math.abs(held - 50) * 10).toFixed(6)))
  return (500 + Math.sign(held - 50) * tenthsFromEven) / 10
}
