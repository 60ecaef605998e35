import { expect, test } from 'vitest'
import { FORMS } from '../claims/forms'
import type { ClaimType } from '../claims/words'
import { wrongIn, type Judged } from './check'

const NO_DETAILS = { searches: [], deadline: '', settles: '', alternatives: '' }
const looked = { searches: [{ where: 'The ministry’s site', when: '2025-08-04', found: '' }] }
const settled = { deadline: '2026', settles: 'A signed text.' }

type Given = Partial<Omit<Judged, 'details'>> & Partial<Judged['details']>

/** What is handed in, from a line that names only what is there. */
function judged({ rating = null, likelihood = null, misleading = '', ...details }: Given): Judged {
  return { rating, likelihood, misleading, details: { ...NO_DETAILS, ...details } }
}

test.each<[ClaimType, Given]>([
  ['fact', { rating: 'true' }],
  ['fact', { rating: 'mixed', likelihood: 50, misleading: 'It leaves out the annex.' }],
  ['fact', { rating: 'unverifiable' }],
  ['negative', { rating: 'mostly-true', likelihood: 80, ...looked }],
  ['negative', { rating: 'unverifiable', ...looked }],
  ['prediction', { likelihood: 30, ...settled }],
  ['quotation', { rating: 'altered' }],
  ['cause', { rating: 'weak' }],
  ['cause', { rating: 'strong', alternatives: 'The price fell by itself.' }],
  ['characterisation', { rating: 'contestable' }],
  ['norm', { rating: 'conditional' }],
])('a %s takes %j', (type, given) => {
  expect(wrongIn(FORMS[type], judged(given))).toEqual([])
})

test.each<[ClaimType, string, Given]>([
  ['fact', 'rating', {}],
  ['fact', 'rating', { likelihood: 50 }],
  ['fact', 'rating', { rating: 'faithful' }],
  ['fact', 'likelihood', { rating: 'unverifiable', likelihood: 50 }],
  ['fact', 'details.searches', { rating: 'true', ...looked }],
  ['fact', 'details.alternatives', { rating: 'true', alternatives: 'Others.' }],
  ['negative', 'details.searches', { rating: 'true' }],
  ['prediction', 'likelihood', { ...settled }],
  ['prediction', 'rating', { rating: 'true', likelihood: 30, ...settled }],
  ['prediction', 'details.deadline', { likelihood: 30, settles: 'A signed text.' }],
  ['prediction', 'details.settles', { likelihood: 30, deadline: '2026' }],
  ['prediction', 'misleading', { likelihood: 30, ...settled, misleading: 'So it seems.' }],
  ['quotation', 'rating', { rating: 'true' }],
  ['quotation', 'likelihood', { rating: 'altered', likelihood: 50 }],
  ['quotation', 'misleading', { rating: 'altered', misleading: 'Cut short.' }],
  ['cause', 'likelihood', { rating: 'strong', likelihood: 50 }],
  ['cause', 'details.deadline', { rating: 'strong', deadline: '2026' }],
  ['characterisation', 'likelihood', { rating: 'fair', likelihood: 50 }],
  ['norm', 'rating', {}],
  ['norm', 'details.settles', { rating: 'for', settles: 'A vote.' }],
])('a %s is wrong in its %s: %j', (type, field, given) => {
  const wrong = wrongIn(FORMS[type], judged(given))
  expect(wrong.map((each) => each.field)).toEqual([field])
  expect(wrong[0]?.message).toMatch(/\.$/)
})

test('everything that is wrong is said at once', () => {
  const given = { rating: 'true', misleading: 'So it seems.', ...looked }
  expect(wrongIn(FORMS.prediction, judged(given)).map(({ field }) => field)).toEqual([
    ...['rating', 'likelihood', 'misleading'],
    ...['details.searches', 'details.deadline', 'details.settles'],
  ])
})

test('what counts is the form that the round has kept, not the one of today', () => {
  const short = { ...FORMS.fact, ratings: FORMS.fact.ratings.filter(({ key }) => key !== 'mixed') }
  expect(wrongIn(short, judged({ rating: 'mixed' }))).toEqual([
    { field: 'rating', message: 'This is not on the scale of this round.' },
  ])
})
