import { expect, test } from 'vitest'
import { FORMS } from '../claims/forms'
import type { ClaimType } from '../claims/words'
import { missingIn, wrongInRated, type Rated } from './check'

const formOf = (type: ClaimType | 'document') => (type === 'document' ? null : FORMS[type])
const fields = (wrong: readonly { field: string }[]) => wrong.map(({ field }) => field).join(' ')

test.each<[ClaimType | 'document', string | null, number | null, wrong: string]>([
  ['fact', null, null, ''],
  ['fact', 'mixed', null, ''],
  ['fact', 'mixed', 50, ''],
  ['fact', null, 50, ''],
  ['fact', 'unverifiable', null, ''],
  ['fact', 'unverifiable', 50, 'likelihood'],
  ['fact', 'faithful', null, 'rating'],
  ['fact', 'faithful', 50, 'rating'],
  ['prediction', null, 50, ''],
  ['prediction', 'true', 50, 'rating'],
  ['quotation', 'altered', null, ''],
  ['quotation', 'altered', 50, 'likelihood'],
  ['norm', 'for', 50, 'likelihood'],
  ['document', null, null, ''],
  ['document', 'true', null, 'rating'],
  ['document', null, 50, 'likelihood'],
  ['document', 'true', 50, 'rating likelihood'],
])('of a %s: %j at %j', (type, rating, likelihood, wrong) => {
  const said: Rated = { rating, likelihood }
  expect(fields(wrongInRated(formOf(type), said))).toBe(wrong)
})

test.each<[ClaimType | 'document', string | null, string | null, missing: string]>([
  ['fact', null, null, 'basis'],
  ['fact', 'true', null, 'basis'],
  ['fact', null, 'majority', 'rating'],
  ['fact', 'true', 'majority', ''],
  ['fact', null, 'no-consensus', ''],
  ['fact', 'mixed', 'no-consensus', ''],
  ['prediction', null, 'consensus', ''],
  ['prediction', null, null, 'basis'],
  ['document', null, 'consensus', ''],
  ['document', null, null, 'basis'],
])('before it is published, of a %s: %j on %j', (type, rating, basis, missing) => {
  expect(fields(missingIn(formOf(type), { rating, basis }))).toBe(missing)
})
