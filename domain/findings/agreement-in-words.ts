import { ratingOf, type VerdictForm } from '../claims/forms'
import { distribution } from '../claims/split'
import { splitOfVerdicts } from '../reviews/split-of-verdicts'
import type { Verdict } from '../reviews/verdict'
import { firstWords, lastWords } from './last-words'

type Said = Pick<Verdict, 'author' | 'round' | 'kind' | 'rating' | 'likelihood'>

/** A sentence about agreement with its figure: the split, from 0 (unanimous) to 1; null where fewer than two compare. */
export type InWords = { name: string; value: number | null; says: string }

/**
 * How far the reviewers of one claim agreed, in people's names: by their first word, and by their last one where someone
 * judged more than once. Measures over many claims say nothing about one, so there are none here.
 */
export function agreementInWords(form: VerdictForm, verdicts: readonly Said[]): InWords[] {
  if (verdicts.length === 0) return []
  const [first, last] = [firstWords(verdicts), lastWords(verdicts)]
  const atFirst = describe('At first', form, first)
  const revised = last.some((verdict) => !first.includes(verdict))
  return revised ? [atFirst, describe('At last', form, last)] : [atFirst]
}

function describe(name: string, form: VerdictForm, verdicts: readonly Said[]): InWords {
  const sentences = [...ratings(form, verdicts), ...likelihoods(verdicts), ...others(verdicts)]
  return { name, value: splitOfVerdicts(form, verdicts), says: sentences.join(' ') }
}

function ratings(form: VerdictForm, verdicts: readonly Said[]): string[] {
  const given = verdicts.flatMap(({ kind, rating, author }) =>
    kind === 'judged' && rating !== null ? [{ by: author.name, rating }] : [],
  )
  return distribution(given).map(({ rating, by }) => `${ratingOf(form, rating)?.name ?? rating}: ${by.join(', ')}.`)
}

function likelihoods(verdicts: readonly Said[]): string[] {
  const given = verdicts.flatMap(({ kind, likelihood }) =>
    kind === 'judged' && likelihood !== null ? [likelihood] : [],
  )
  const [low, high] = [Math.min(...given), Math.max(...given)]
  if (given.length === 0) return []
  return [low === high ? `Likelihood ${low} %.` : `Likelihoods from ${low} % to ${high} %.`]
}

const DECLINED = { unable: 'Could not judge', recused: 'Recused' } as const

function others(verdicts: readonly Said[]): string[] {
  return (['unable', 'recused'] as const).flatMap((kind) => {
    const names = verdicts.filter((verdict) => verdict.kind === kind).map(({ author }) => author.name)
    return names.length === 0 ? [] : [`${DECLINED[kind]}: ${names.join(', ')}.`]
  })
}
