import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { find, type FindOptions } from './find'
import { fold } from './fold'

const wordsAt = (text: string, words: string, options?: FindOptions) =>
  find(text, fold(text), words, options).map(({ start, end }) => `${start} ${text.slice(start, end)}`)

/** What is looked for, in what, and each place where it is found: its offset and the words there. */
const CASES: [string, string, string, string[]][] = [
  ['a word, each time', 'the deal, a deal', 'deal', ['4 deal', '12 deal']],
  ['case', 'Deal DEAL deal', 'dEaL', ['0 Deal', '5 DEAL', '10 deal']],
  ['no overlaps', 'aaaa', 'aa', ['0 aa', '2 aa']],
  ['accents that are not typed', 'Café, CAFÉ', 'cafe', ['0 Café', '6 CAFÉ']],
  ['accents that are typed', 'cafe Café', 'café', ['0 cafe', '5 Café']],
  ['accents in what is not composed', 'cafe\u0301s', 'cafés', ['0 cafe\u0301s']],
  ['a mark at the end belongs to its letter', 'cafe\u0301 x', 'cafe', ['0 cafe\u0301']],
  ['two marks on one letter', 'a\u0323\u0302b', 'ab', ['0 a\u0323\u0302b']],
  ['Vietnamese', 'Việt Nam', 'viet nam', ['0 Việt Nam']],
  ['ß and ss', 'Straße STRASSE', 'strasse', ['0 Straße', '7 STRASSE']],
  ['no half of ß', 'Straße', 'as', []],
  ['Turkish İ', 'İstanbul', 'istanbul', ['0 İstanbul']],
  ['Greek, with its final sigma', 'ΛΌΓΟΣ λόγος', 'λογος', ['0 ΛΌΓΟΣ', '6 λόγος']],
  ['Cyrillic й is no и', 'мой мои', 'мой', ['0 мой']],
  ['Cyrillic ё', 'ещё', 'еще', ['0 ещё']],
  ['Hebrew without its points', 'שָׁלוֹם עולם', 'שלום', ['0 שָׁלוֹם']],
  ['Arabic without its vowels', 'مُحَمَّد كتب', 'محمد', ['0 مُحَمَّد']],
  ['Arabic among Latin', 'a كتاب b كتاب', 'كتاب', ['2 كتاب', '9 كتاب']],
  ['Chinese', '合同条款与合同', '合同', ['0 合同', '5 合同']],
  ['Japanese: が is no か', 'かき がき', 'がき', ['3 がき']],
  ['Korean syllables are whole', '가나 각', '가', ['0 가']],
  ['Hindi keeps its vowels', 'का की', 'की', ['3 की']],
  ['beyond the BMP', '😀 deal 😀', 'deal', ['3 deal']],
  ['an emoji', 'a 😀 b 😀', '😀', ['2 😀', '7 😀']],
  ['a family is not its members', '👨‍👩‍👧 👨', '👨', ['9 👨']],
  ['a hand is not one with a colour of skin', '👍🏽 👍', '👍', ['5 👍']],
  ['quotes as they are typed', 'the “people’s” deal', `"people's"`, ['4 “people’s”']],
  ['soft hyphens', 'agree\u00adment', 'agreement', ['0 agree\u00adment']],
  ['spaces of any kind', '40\u00a0000\ntonnes', '40 000 tonnes', ['0 40\u00a0000\ntonnes']],
  ['nothing', 'text', '', []],
  ['only spaces', 'a b', ' ', []],
  ['only a mark', 'cafe\u0301', '\u0301', []],
  ['no pattern', 'a.b* (c) $1 \\', '.', ['1 .']],
]

test.each(CASES)('%s', (_, text, words, found) => {
  expect(wordsAt(text, words)).toEqual(found)
})

describe('whole words', () => {
  test.each([
    ['neither before nor after', 'deal dealer ordeal deal.', 'deal', ['0 deal', '19 deal']],
    ['digits', '40 400 40', '40', ['0 40', '7 40']],
    ['accents are letters', 'né née', 'ne', ['0 né']],
    ['a sign at its end', 'C++ C', 'C++', ['0 C++']],
    ['Chinese has no spaces', '合同条款', '合同', ['0 合同']],
    ['Cyrillic', 'дом домой', 'дом', ['0 дом']],
  ])('%s', (_, text, words, found) => {
    expect(wordsAt(text, words, { wholeWord: true })).toEqual(found)
  })
})

test('no more than asked for', () => {
  expect(wordsAt('a a a a', 'a', { most: 2 })).toEqual(['0 a', '2 a'])
})

/** Text of letters of many scripts, with and without marks. */
const texts = fc.string({
  unit: fc.constantFrom(...'aAéß \u0301\u00adİ合가и', 'й', '😀', '👨‍👩‍👧', '\n', 'שׁ', 'ﬁ'),
  maxLength: 30,
})

test('what is found folds to what was looked for, in order, and never in half a character', () => {
  fc.assert(
    fc.property(
      texts,
      fc.string({ unit: fc.constantFrom(...'aeés合가и', '😀'), minLength: 1, maxLength: 2 }),
      (text, words) => {
        let before = 0
        for (const { start, end } of find(text, fold(text), words)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toBe(text.slice(start, end).toWellFormed?.() ?? text.slice(start, end))
          expect(fold(text.slice(start, end)).text).toBe(fold(words.normalize('NFC')).text)
          before = end
        }
      },
    ),
  )
})

test('a text of ASCII is found as it stands', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 40 }),
      fc.constantFrom('a', 'ab', 'ba'),
      (text, words) => {
        const expected = [...text.matchAll(new RegExp(words, 'g'))].map(({ index }) => index)
        expect(find(text, fold(text), words).map(({ start }) => start)).toEqual(expected)
      },
    ),
  )
})
