import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from './sentences'

const sentences = (text: string) => [...sentencesOf(text)].map(({ start, end }) => text.slice(start, end))

/** Sentences are divided by a bar. */
test.each([
  ['plain ones', 'Ministers signed.|Critics object!|Why?|Nobody knows…'],
  ['an abbreviated country before a verb', 'The U.S. and China met.|The U.S. engages in talks.'],
  ['an abbreviated country before a name', 'The U.S. Senate agreed.|So did the U.K. Parliament.'],
  ['an abbreviated country at the end', 'He flew to the U.S.|They talked.'],
  ['a hyphen after an abbreviation', 'A U.S.-Ukraine deal exists.|It is new.'],
  ['titles', 'Mr. Trump met Dr. Kolotashov.|Gen. Smith did not.'],
  ['initials', 'J. P. Morgan and George W. Bush spoke.|He was late.'],
  ['a letter that is no initial', 'They made plan B.|However, it failed.'],
  ['degrees and firms', 'Kirill Dmitriev, Ph.D. Stanford, runs Acme Inc. Europe.|The fund is new.'],
  ['a firm at the end', 'It was sold to Acme Corp.|The price is unknown.'],
  ['months before a day', 'On Jan. 4 they met.|On Sept. 12 they parted.'],
  ['a month at the end', 'They met in Jan.|Critics left.'],
  ['numbers of things', 'See No. 5, Fig. 3, and pp. 4–5.|Or see Art. 7.'],
  ['a no that is an answer', 'He said no.|Not now.'],
  ['Latin', 'Metals, e.g. Neodymium, i.e. No. 60, cf. Smith vs. Jones.|They are rare.'],
  ['decimals and money', 'It holds 40.5 % and costs $1.2 million.|That is much.'],
  ['a question that someone asks', '“Really?” she asked.|Yes.'],
  ['an exclamation inside', '“Stop!” cried one.|Nobody did.'],
  ['a quotation of two sentences', '“It is new.|It is good.”|So they say.'],
  ['an ellipsis', 'It is... well, new.|It is.'],
  ['an hour', 'It began at 5 p.m. and ended.|It was late.'],
  ['a list with numbers', '1. The first.|2. The second.'],
  ['a list with letters', 'A. The first.|B. The second.'],
  ['a dash before it', '- The standoff resembles a deal.|It does.'],
  ['marks of notes', 'Nobody was told.[1]|Two laboratories knew.[2][3]|It is late.[4, 5]'],
  ['other scripts', 'Это правда.|Нет.'],
])('%s', (_, divided) => {
  const expected = divided.split('|')
  expect(sentences(expected.join(' '))).toEqual(expected)
})

test('lines end sentences, whether or not these end in a full stop', () => {
  expect(sentences('A headline\nAs of August 2025,\nit holds.\n\n  \n* * *\nEnd')).toEqual([
    'A headline',
    'As of August 2025,',
    'it holds.',
    'End',
  ])
})

test('what is no text is left out, at the ends and alone', () => {
  expect(sentences('\uFFFC\n\uFFFC A picture. \uFFFC Of what? \u00a0')).toEqual(['A picture.', 'Of what?'])
})

test('nothing has no sentences', () => {
  expect(sentences('')).toEqual([])
})

test('a line without end is cut between sentences', () => {
  const said = Array.from({ length: 2_000 }, (_, i) => `Sentence number ${i} says little.`)
  expect(sentences(said.join(' '))).toEqual(said)
})

test('a sentence without end is cut somewhere, though never within a character', () => {
  const cut = sentences('😀a'.repeat(10_000))
  expect(cut.join('')).toBe('😀a'.repeat(10_000))
  expect(cut.length).toBeGreaterThan(1)
  for (const each of cut) expect(each).not.toMatch(/\p{Cs}/u)
})

const anyText = fc
  .array(
    fc.constantFrom('The ', 'U.S. ', 'He ', 'no. ', '5', 'said. ', '?', ' ', '\n', '“', '”', '😀', '…', 'é', '\uFFFC'),
  )
  .map((parts) => parts.join(''))

test('in any text they are in order and apart, hold all letters and digits, and break at lines', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const spans = [...sentencesOf(text)]
      let last = 0
      let left = ''
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        left += text.slice(last, start)
        last = end
      }
      expect(left + text.slice(last)).not.toMatch(/[\p{L}\p{N}]/u)
      expect(sentences(text)).toEqual(text.split('\n').flatMap(sentences))
    }),
  )
})
