import { expect, test } from 'vitest'
import { looksForSomething, meaningOf, readAsked } from './asked'

/** What is typed, what PostgreSQL is asked, and what is looked for as parts of words. */
const CASES: [string, string, string, string[] | null][] = [
  ['words', 'rare earths', 'rare earths', ['rare', 'earths']],
  ['a phrase', '"rare earths" deal', '"rare earths" deal', ['rare earths', 'deal']],
  ['a phrase that is still typed', '"rare ea', '"rare ea"', ['rare ea']],
  ['an empty phrase', '"" deal', 'deal', ['deal']],
  ['excluded', 'deal -annex', 'deal -annex', ['deal']],
  ['an excluded phrase', 'deal -"the annex"', 'deal -"the annex"', ['deal']],
  ['or', 'deal OR treaty', 'deal or treaty', null],
  ['or before everything', 'or deal', 'deal', null],
  ['short words alone', 'eu un', 'eu un', null],
  ['a short word with a longer', 'eu deal', 'eu deal', ['eu', 'deal']],
  ['Chinese is a phrase', '合同 -条款', '"合同" -"条款"', null],
  ['more Chinese', '合同条款', '"合同条款"', ['合同条款']],
  ['composed', 'cafe\u0301', 'café', ['café']],
  ['signs mean nothing', '& | ! <-> :* ( ) % \\', '', null],
  ['signs in words stay for PostgreSQL to read', "it's a:* 50%", "it's a:* 50%", ["it's", 'a:*', '50%']],
  ['nothing', '  ', '', null],
]

test.each(CASES)('%s', (_, typed, web, all) => {
  const asked = readAsked(typed)
  expect(asked.web).toBe(web)
  expect(asked.parts?.all ?? null).toEqual(all)
})

test('what is only excluded looks for nothing', () => {
  expect(looksForSomething(readAsked('-deal'))).toBe(false)
  expect(looksForSomething(readAsked('-deal annex'))).toBe(true)
  expect(looksForSomething(readAsked(''))).toBe(false)
})

test('any one of the words, apart from those in phrases and those that are excluded', () => {
  const asked = readAsked('"rare earths" -deal 合同 x-ray or café')
  expect(meaningOf(asked)).toEqual({ words: 'x or ray or café', inPhrases: 'rare or earths' })
})
