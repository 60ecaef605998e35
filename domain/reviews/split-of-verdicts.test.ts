import { expect, test } from 'vitest'
import { FORMS } from '../claims/forms'
import type { ClaimType } from '../claims/words'
import { splitOfVerdicts } from './split-of-verdicts'

/** Verdicts as "rating likelihood", "-" for none; "unable" and "recused" as they are. */
const verdict = (source: string) => {
  const [rating = '', likelihood = '-'] = source.split(' ')
  if (rating === 'unable' || rating === 'recused') return { kind: rating, rating: null, likelihood: null } as const
  const given = { rating: rating === '-' ? null : rating, likelihood: likelihood === '-' ? null : Number(likelihood) }
  return { kind: 'judged', ...given } as const
}

test.each<[ClaimType, string, number | null]>([
  ['fact', '', null],
  ['fact', 'true', null],
  ['fact', 'true, true', 0],
  ['fact', 'true, false', 1],
  ['fact', 'true, mostly-true', 0.25],
  ['fact', 'true, unverifiable', null],
  ['fact', 'true, false, unverifiable', 1],
  ['fact', 'true, recused, unable', null],
  ['fact', 'true, true, recused, unable', 0],
  ['fact', 'true 99, true 1', 1],
  ['fact', 'true 60, false 60', 1],
  ['fact', 'unverifiable, unverifiable', null],
  ['prediction', '- 1, - 99', 1],
  ['prediction', '- 50, - 50', 0],
  ['prediction', '- 50', null],
  ['quotation', 'faithful, altered', 1],
  ['quotation', 'faithful, not-found', 1],
  ['cause', 'weak, partial', 1 / 3],
  ['characterisation', 'fair, contestable', 0.5],
  ['norm', 'for, against', 1],
])('a %s with %s', (type, sources, split) => {
  const verdicts = sources === '' ? [] : sources.split(', ').map(verdict)
  const found = splitOfVerdicts(FORMS[type], verdicts)
  if (split === null) expect(found).toBeNull()
  else expect(found).toBeCloseTo(split, 12)
})
