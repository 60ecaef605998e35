import { expect, test } from 'vitest'
import type { Verdict } from '@/domain/reviews/verdict'
import { opinionsOf, type Judged } from './opinions'

/** A verdict as "Ada 30", "Ada true", "Ada unable" or "Ada true 30". */
function verdict(source: string, round: number): Verdict {
  const [name = '', ...said] = source.split(' ')
  const kind = said[0] === 'unable' || said[0] === 'recused' ? said[0] : 'judged'
  const likelihood = Number(said.find((each) => /^\d+$/.test(each)) ?? NaN)
  const rating = said.find((each) => kind === 'judged' && !/^\d+$/.test(each)) ?? null
  return {
    ...{ id: source, roundId: '', claimId: '', round, author: { id: name, name }, kind, rating },
    ...{ likelihood: Number.isNaN(likelihood) ? null : likelihood, confidence: null, misleading: '', rationale: null },
    ...{ details: { searches: [], deadline: '', settles: '', alternatives: '' }, text: `${name} says why.` },
    ...{ evidenceIds: [], createdAt: '2026-01-01T00:00:00.000Z', held: false },
  }
}

/** A round as "Ada 30, Ben 40"; revealed, and about the first wording, unless said otherwise. */
const round = (number: number, source: string, more: Partial<Judged> = {}): Judged => ({
  ...{ state: 'revealed', number, claimVersion: 1 },
  verdicts: source.split(', ').map((each) => verdict(each, number)),
  ...more,
})

const brief = (rounds: Judged[]) => {
  const { likelihoods, ratings, apart } = opinionsOf(rounds)
  return {
    likelihoods: likelihoods.map(({ person, first, now }) => `${person.name} ${first}>${now}`).join(),
    ratings: ratings.map(({ person, first, now }) => `${person.name} ${first}>${now}`).join(),
    apart: apart.map(({ person, kind }) => `${person.name} ${kind}`).join(),
  }
}

test.each<[string, Judged[], Partial<ReturnType<typeof brief>>]>([
  ['nothing', [], { likelihoods: '', ratings: '', apart: '' }],
  ['one round, by name', [round(1, 'Cai 20, Ada 30')], { likelihoods: 'Ada 30>30,Cai 20>20' }],
  ['two rounds, newest first', [round(2, 'Ada 60'), round(1, 'Ada 30')], { likelihoods: 'Ada 30>60' }],
  ['three rounds', [round(1, 'Ada 30'), round(2, 'Ada 90'), round(3, 'Ada 40')], { likelihoods: 'Ada 30>40' }],
  [
    'who was asked once stays',
    [round(1, 'Ada 30, Ben 40'), round(2, 'Ada 60')],
    { likelihoods: 'Ada 30>60,Ben 40>40' },
  ],
  ['ratings', [round(1, 'Ada true, Ben false'), round(2, 'Ben true')], { ratings: 'Ada true>true,Ben false>true' }],
  ['a rating without a likelihood', [round(1, 'Ada true')], { ratings: 'Ada true>true', likelihoods: '' }],
  ['a likelihood that was taken back', [round(1, 'Ada true 70'), round(2, 'Ada mixed')], { likelihoods: '' }],
  ['a likelihood that came later', [round(1, 'Ada true'), round(2, 'Ada true 70')], { likelihoods: 'Ada 70>70' }],
  ['who can’t judge', [round(1, 'Ada 30, Ben recused')], { likelihoods: 'Ada 30>30', apart: 'Ben recused' }],
  ['who can’t any more', [round(1, 'Ada 30'), round(2, 'Ada unable')], { likelihoods: '', apart: 'Ada unable' }],
  ['who can after all', [round(1, 'Ada unable'), round(2, 'Ada 30')], { likelihoods: 'Ada 30>30', apart: '' }],
  ['a round that is open', [round(1, 'Ada 30'), round(2, 'Ada 60', { state: 'open' })], { likelihoods: 'Ada 30>30' }],
  ['one that was cancelled', [round(1, 'Ada 30', { state: 'cancelled' })], { likelihoods: '' }],
  [
    'another wording',
    [round(1, 'Ada 30, Ben 40'), round(2, 'Ada 60', { claimVersion: 2 })],
    { likelihoods: 'Ada 60>60' },
  ],
])('%s', (_, rounds, expected) => expect(brief(rounds)).toMatchObject(expected))
