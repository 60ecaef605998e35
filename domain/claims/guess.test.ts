import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Statement } from './claim'
import { guess, typeOf } from './guess'
import type { ClaimType } from './words'

test.each<[ClaimType, string]>([
  ['quotation', 'He called it “a deal for the ages” in March.'],
  ['quotation', 'The minister said: "We will sign it, no matter what."'],
  ['norm', 'Washington should sign no such deal.'],
  ['norm', 'Producers must publish their figures.'],
  ['prediction', 'The agreement will be signed in autumn.'],
  ['prediction', 'Output doubles by 2030.'],
  ['prediction', 'Analysts expect no further delay.'],
  ['negative', 'There is no publicly reported rare earth metals deal between the two.'],
  ['negative', 'The first scheme does not involve American businesses providing any technologies.'],
  ['negative', 'The company never answered.'],
  ['negative', 'They didn’t meet.'],
  ['cause', 'Trade was disrupted because of export controls.'],
  ['cause', 'The controls led to shortages.'],
  ['cause', 'Prices fell due to a glut.'],
  ['characterisation', 'Tense negotiations between the United States and China go on.'],
  ['characterisation', 'The main related development is a petition.'],
  ['fact', 'About 40% of the mineral resources are in conflict zones.'],
  ['fact', 'The willingness of both is a matter of record.'],
  ['fact', 'He “leaked” it in March.'],
])('%s: %s', (type, statement) => {
  expect(typeOf(statement)).toBe(type)
})

test.each<[string, string, string]>([
  [
    'According to economist Vasily Kolotashov, Russia and the United States view the potential deal differently.',
    'economist Vasily Kolotashov',
    'Russia and the United States view the potential deal differently.',
  ],
  ['Exports fell by half, according to Sibanye-Stillwater.', 'Sibanye-Stillwater', 'Exports fell by half'],
  ['Kirill Dmitriev said that the fund is ready.', 'Kirill Dmitriev', 'Kirill Dmitriev said that the fund is ready.'],
  ['The fund is ready, Dmitriev said.', 'Dmitriev', 'The fund is ready, Dmitriev said.'],
  ['The fund is ready, said J. P. Morgan.', 'J. P. Morgan', 'The fund is ready, said J. P. Morgan.'],
  [
    'Moscow has signaled its readiness to strike a mineral deal.',
    'Moscow',
    'Moscow has signaled its readiness to strike a mineral deal.',
  ],
  ['It says nothing about prices.', '', 'It says nothing about prices.'],
  ['The deal was signed.', '', 'The deal was signed.'],
])('who says it: %s', (passage, claimant, statement) => {
  expect(guess(passage)).toMatchObject({
    claimant,
    statement,
    attributedTo: claimant,
    voice: claimant === '' ? 'author' : 'attributed',
  })
})

test('a quotation stays whole, with who is said to have said it', () => {
  const passage = 'According to Dmitriev, “the fund stands ready”.'
  expect(guess(passage)).toMatchObject({ type: 'quotation', statement: passage, claimant: 'Dmitriev' })
})

test.each([
  ['- Despite all this, it was signed.', 'Despite all this, it was signed.'],
  ['However, it was signed.', 'It was signed.'],
  ['In conclusion, it is important to note that nobody signed.', 'Nobody signed.'],
  ['Instead of a deal, there was a visit.', 'Instead of a deal, there was a visit.'],
])('what only leads over is left out: %s', (passage, statement) => {
  expect(guess(passage).statement).toBe(statement)
})

test.each([
  ['As of early August 2025, there is no deal.', 'early August 2025'],
  ['There was no deal as of 2025.', '2025'],
  ['As of now, there is no deal.', ''],
])('when it is to hold: %s', (passage, asOf) => {
  expect(guess(passage).asOf).toBe(asOf)
})

test('lines become one line', () => {
  expect(guess('  The deal\n\twas \uFFFC signed. ').statement).toBe('The deal was signed.')
})

test('any passage that says something gives a statement that can be saved', () => {
  const anyPassage = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1500 })
  fc.assert(
    fc.property(anyPassage, (passage) => {
      const { statement } = guess(passage)
      return statement === '' || Statement.safeParse(statement).success
    }),
  )
  expect(guess('word '.repeat(400)).statement.length).toBeLessThanOrEqual(1000)
})
