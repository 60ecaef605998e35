import { asLikelihood } from './likelihood'
import { GEOMETRIC_MEAN_OF_ODDS, pool, type Judgement, type Pooling } from './pooling'

/** All that one person forecast of one prediction, in percent, oldest first: the first one, then each revision. */
export type Forecast = { by: string; likelihoods: readonly [number, ...number[]] }

/** A prediction of which it is known whether it came true, with what people had forecast before; each of them once. */
export type Settled = { occurred: boolean; forecasts: readonly Forecast[] }

/** Which of a person's forecasts counts: the first, from before they knew what others think, or their last word. */
export type Which = 'first' | 'last'

const PICK: Readonly<Record<Which, (likelihoods: Forecast['likelihoods']) => number>> = {
  first: ([first]) => first,
  last: (likelihoods) => likelihoods.at(-1) ?? likelihoods[0],
}

/**
 * The Brier score of one forecast in percent: (p − o)² with the probability p and the outcome o, which is 1 if the
 * statement came true and 0 if not. 0 is best and 1 worst; saying "even" to everything scores 0.25. It is strictly
 * proper: nobody does better on average by saying other than what they believe. (Brier 1950, "Verification of forecasts
 * expressed in terms of probability", Monthly Weather Review 78:1–3. He sums over both outcomes, so his figures, from 0
 * to 2, are twice these; ours is the one-sided form, usual for binary events.) Throws a RangeError for no likelihood.
 */
export function brier(likelihood: number, occurred: boolean): number {
  return (asLikelihood(likelihood) - (occurred ? 100 : 0)) ** 2 / 100 ** 2
}

/** Each person's mean Brier score over the predictions that they forecast, and how many; in order of appearance. */
export function brierByPerson(
  settled: readonly Settled[],
  which: Which = 'last',
): { by: string; score: number; predictions: number }[] {
  const scores = new Map<string, number[]>()
  for (const { by, score } of settled.flatMap((prediction) => scored(prediction, which))) {
    const own = scores.get(by)
    if (own) own.push(score)
    else scores.set(by, [score])
  }
  return [...scores].map(([by, each]) => ({ by, score: mean(each), predictions: each.length }))
}

/** Two mean Brier scores of a team over the same predictions, and of how many predictions, forecasts and people. */
export type TeamScore = { individuals: number; pooled: number; predictions: number; forecasts: number; people: number }

/**
 * How well a team forecast: as `individuals`, and with one `pooled` forecast for each prediction. Both are means over
 * the predictions that someone forecast, each weighing the same however many forecast it, so that they can be compared:
 * the difference is what pooling brought. (The mean of people's own means would favour a team whose strong members
 * forecast seldom.) Null when there are none. Throws a RangeError where one person stands twice in a prediction.
 */
export function brierOfTeam(
  settled: readonly Settled[],
  pooling: Pooling = GEOMETRIC_MEAN_OF_ODDS,
  which: Which = 'last',
): TeamScore | null {
  const predictions = settled.flatMap((prediction) => {
    const pooled = pool(judgements(prediction, which), pooling)
    return pooled ? [{ alone: scored(prediction, which), together: brier(pooled.value, prediction.occurred) }] : []
  })
  if (predictions.length === 0) return null
  const everyone = predictions.flatMap(({ alone }) => alone)
  return {
    individuals: mean(predictions.map(({ alone }) => mean(alone.map(({ score }) => score)))),
    pooled: mean(predictions.map(({ together }) => together)),
    predictions: predictions.length,
    forecasts: everyone.length,
    people: new Set(everyone.map(({ by }) => by)).size,
  }
}

function judgements({ forecasts }: Settled, which: Which): Judgement[] {
  return forecasts.map(({ by, likelihoods }) => ({ by, likelihood: PICK[which](likelihoods) }))
}

function scored(prediction: Settled, which: Which): { by: string; score: number }[] {
  return judgements(prediction, which).map(({ by, likelihood }) => ({
    by,
    score: brier(likelihood, prediction.occurred),
  }))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
