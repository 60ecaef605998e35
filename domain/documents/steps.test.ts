import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepIn, type Unit } from './steps'

/** Where a caret comes by when it walks through the whole text. */
function walk(text: string, unit: Unit, { forward = true, extend = false } = {}): number[] {
  const stops: number[] = []
  let at = forward ? 0 : text.length
  for (;;) {
    const next = stepIn(text, at, { unit, forward, extend })
    if (next === at) return stops
    stops.push(next)
    at = next
  }
}

/** What a caret that extends from the start of each word takes with it. */
const taken = (text: string): string[] => {
  const starts = [0, ...walk(text, 'word')].filter((start) => start < text.length)
  return starts.map((start) => text.slice(start, stepIn(text, start, { unit: 'word', forward: true, extend: true })))
}

test.each([
  ['Latin', 'One deal, signed.', ['One', 'deal', 'signed']],
  ['an apostrophe and a number', "Ukraine's 40.5 %", ["Ukraine's", '40.5']],
  ['combining marks', 'cafe\u0301 o\u0323\u0308l', ['cafe\u0301', 'o\u0323\u0308l']],
  ['Hebrew', 'שלום עולם', ['שלום', 'עולם']],
  ['Arabic with marks', 'مَرْحَبًا بِكُم', ['مَرْحَبًا', 'بِكُم']],
  ['mixed directions', 'see שלום twice', ['see', 'שלום', 'twice']],
  ['Japanese', '日本語を読む', ['日本語', 'を', '読む']],
  ['Chinese', '稀土协议', ['稀土', '协议']],
  ['Thai', 'สวัสดีครับ', ['สวัสดี', 'ครับ']],
  ['emoji', 'ok 👩‍👩‍👧‍👦 🇺🇦 👍🏽', ['ok', '👩‍👩‍👧‍👦', '🇺🇦', '👍🏽']],
])('by word: %s', (_, text, expected) => {
  expect(taken(text)).toEqual(expected)
})

test.each([
  ['a letter with its marks', 'e\u0301o\u0323\u0308', [2, 5]],
  ['a family, a flag, a skin', '👩‍👩‍👧‍👦🇺🇦👍🏽', [11, 15, 19]],
  ['Hangul in pieces', '\u1112\u1161\u11ABa', [3, 4]],
  ['Devanagari', 'क्षि', [4]],
])('by character: %s is one', (_, text, expected) => {
  expect(walk(text, 'character')).toEqual(expected)
})

const TWO = 'It was signed. Nobody saw it.\n\nThe U.S. Senate did.'

test.each<[string, Unit, { forward?: boolean; extend?: boolean }, number[]]>([
  ['forward by sentence: where the next begins', 'sentence', {}, [15, 31, 51]],
  ['extending by sentence: where each ends', 'sentence', { extend: true }, [14, 29, 51]],
  ['back by sentence: where each begins', 'sentence', { forward: false }, [31, 15, 0]],
  ['by paragraph, past an empty one', 'paragraph', {}, [31, 51]],
  ['extending by paragraph', 'paragraph', { extend: true }, [29, 51]],
  ['back by paragraph', 'paragraph', { forward: false, extend: true }, [31, 0]],
])('%s', (_, unit, how, expected) => {
  expect(walk(TWO, unit, how)).toEqual(expected)
})

test('a sentence that begins with a mark on a space is stepped to with that space', () => {
  expect(walk(' \u0301a', 'sentence', { forward: false, extend: false })).toEqual([0])
})

test('every walk ends, at the end, and never within a character', () => {
  const piece = fc.constantFrom('a', ' ', '. ', '\n', 'e\u0301', '👩‍👩‍👧‍👦', '🇺🇦', 'ש', '日本', '\u200F', '\uFFFC', '\u0301')
  const unit = fc.constantFrom<Unit>('character', 'word', 'sentence', 'paragraph')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      unit,
      fc.boolean(),
      fc.boolean(),
      (pieces, unit, forward, extend) => {
        const text = pieces.join('')
        const stops = walk(text, unit, { forward, extend })
        const edges = new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index).concat(text.length))
        expect(stops.every((stop) => edges.has(stop))).toBe(true)
        expect(stops.at(-1) ?? (forward ? text.length : 0)).toBe(forward ? text.length : 0)
      },
    ),
    { examples: [[[' ', '\u0301', 'a'], 'sentence', false, false]], numRuns: 1_000 },
  )
})
