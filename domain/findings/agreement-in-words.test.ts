import { expect, test } from 'vitest'
import { FORMS } from '../claims/forms'
import type { ClaimType } from '../claims/words'
import { agreementInWords } from './agreement-in-words'
import { firstWords, lastWords } from './last-words'

/** A verdict from "Ada 1 true 80": who, in which round, the rating and the likelihood, "-" for none. */
function verdict(source: string) {
  const [name = '', round = '1', rating = '-', likelihood = '-'] = source.split(' ')
  const kind = rating === 'unable' || rating === 'recused' ? rating : 'judged'
  const given = kind === 'judged' && rating !== '-' ? rating : null
  const percent = likelihood === '-' ? null : Number(likelihood)
  return { author: { id: name, name }, round: Number(round), kind, rating: given, likelihood: percent } as const
}
const verdicts = (source: string) => (source === '' ? [] : source.split(', ').map(verdict))

test.each<[ClaimType, string, [name: string, value: number | null, says: string][]]>([
  ['fact', '', []],
  ['fact', 'Ada 1 true', [['At first', null, 'True: Ada.']]],
  ['fact', 'Ada 1 true, Ben 1 true', [['At first', 0, 'True: Ada, Ben.']]],
  [
    'fact',
    'Ada 1 false 20, Ben 1 true 80, Cai 1 true 70',
    [['At first', 1, 'True: Ben, Cai. False: Ada. Likelihoods from 20 % to 80 %.']],
  ],
  [
    'fact',
    'Ada 1 true, Ben 1 unable, Cai 1 recused',
    [['At first', null, 'True: Ada. Could not judge: Ben. Recused: Cai.']],
  ],
  ['prediction', 'Ada 1 - 60, Ben 1 - 60', [['At first', 0, 'Likelihood 60 %.']]],
  [
    'fact',
    'Ada 1 true, Ben 1 false, Ben 2 true',
    [
      ['At first', 1, 'False: Ben. True: Ada.'],
      ['At last', 0, 'True: Ada, Ben.'],
    ],
  ],
  ['fact', 'Ada 1 true, Cai 2 true', [['At first', 0, 'True: Ada, Cai.']]],
])('%s: %s', (type, source, said) => {
  const found = agreementInWords(FORMS[type], verdicts(source)).map(({ name, value, says }) => [name, value, says])
  expect(found).toEqual(said)
})

test('first and last words, one of each person, however they are ordered', () => {
  const said = verdicts('Ben 2 false, Ada 1 true, Ben 1 true, Ada 3 recused, Ada 2 false')
  const short = (chosen: typeof said) => chosen.map(({ author, round }) => `${author.name} ${round}`)
  expect(short(firstWords(said))).toEqual(['Ben 1', 'Ada 1'])
  expect(short(lastWords(said))).toEqual(['Ben 2', 'Ada 3'])
})
