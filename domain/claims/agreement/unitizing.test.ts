import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Section, sections } from './sections'
import { difference, type Mark, unitizingAlpha } from './unitizing'

/** Marks with a label from pairs of start and length, as the sources print them; all places are times `stretch`. */
const marks = (label: string, spans: [number, number][], stretch = 1): Mark[] =>
  spans.map(([start, length]) => ({ label, start: start * stretch, end: (start + length) * stretch }))

/** Krippendorff (2004), "Content Analysis", p. 254: a continuum from 150 to 450, here from 0. */
const FROM = 150
const KRIPPENDORFF_2004: Mark[][] = [
  [...marks('c', [[225 - FROM, 70], [370 - FROM, 30]]), ...marks('k', [[180 - FROM, 60], [300 - FROM, 50]])], // prettier-ignore
  [...marks('c', [[220 - FROM, 80], [355 - FROM, 20], [400 - FROM, 20]]), ...marks('k', [[180 - FROM, 60], [300 - FROM, 50]])], // prettier-ignore
]

/** Krippendorff (1995), "On the reliability of unitizing continuous data", p. 57: four pairs of coders, length 24. */
// prettier-ignore
const KRIPPENDORFF_1995: Record<string, [[number, number][], [number, number][]]> = {
  A: [[[2, 8], [14, 6]], [[4, 4], [15, 2]]],
  B: [[[0, 18]], [[0, 2], [2, 1], [3, 1], [4, 1], [5, 1], [6, 3], [9, 1]]],
  C: [[[2, 6], [10, 2], [14, 4], [20, 2]], [[0, 2], [4, 4], [10, 4], [16, 2], [20, 2]]],
  D: [[[0, 2], [2, 8], [10, 4], [14, 6], [20, 4]], [[0, 4], [4, 4], [8, 7], [15, 2], [17, 7]]],
}

test('Krippendorff 2004: per label, and together', () => {
  const { labels, ...together } = unitizingAlpha(KRIPPENDORFF_2004, 300)
  const close = (value: number) => expect.closeTo(value, 4)
  expect(labels).toMatchObject([
    { label: 'c', units: 5, observed: close(0.0144), expected: close(0.0532), value: close(0.7286) },
    { label: 'k', units: 4, observed: 0, expected: close(0.049), value: 1, stretches: [] },
  ])
  expect(together.value).toBeCloseTo(0.859, 3)
})

test('Krippendorff 2004: the stretches that cause it are found, the gravest first', () => {
  const [{ stretches } = { stretches: [] }] = unitizingAlpha(KRIPPENDORFF_2004, 300).labels
  expect(stretches).toEqual(
    ([[355, 400, 850], [400, 420, 400], [220, 300, 50]] as const).map(([start, end, squared]) => ({
      start: start - FROM,
      end: end - FROM,
      disagreement: expect.closeTo(squared / 300 ** 2, 12),
    })), // prettier-ignore
  )
})

// What was published is for a continuum without grain, which a stretch of 50,000 is close to. B and C are compared
// loosely: their published expectations, 1.17731 and 0.08642, are not what the formula of 2004 gives, 1.17578 and 0.09050;
// that of C lacks the subtrahend Σ l (l − 1).
test.each<[string, number, number, number, number]>([
  ['A', 0.03125, 0.0699, 0.553, 0.000005],
  ['B', 2.267361, 1.17731, -0.926, 0.002],
  ['C', 0.027778, 0.08642, 0.679, 0.005],
  ['D', 0.387153, 0.41445, 0.066, 0.000005],
])('Krippendorff 1995, %s', (name, observed, expected, value, tolerance) => {
  const stretch = 50_000
  const [first, second] = KRIPPENDORFF_1995[name] ?? [[], []]
  const alpha = unitizingAlpha([marks(name, first, stretch), marks(name, second, stretch)], 24 * stretch)
  expect(alpha.observed).toBeCloseTo(observed, 6)
  expect(Math.abs(Number(alpha.expected) - expected)).toBeLessThan(tolerance)
  expect(Math.abs(Number(alpha.value) - value)).toBeLessThan(0.0005 + 3 * tolerance)
})

// A coder's sections are drawn as a line: a letter for each unit, dashes for gaps. Numbers as tested in DKPro Agreement,
// which cuts 0.53519 to 0.5351.
test.each<[string, string[], number, number, number]>([
  ['one unit against three', ['-aaaaaaaa-', '--a-b-c---'], 0.91, 0.5352, -0.7003],
  ['a single unit of three coders', ['a-------------------', '--------------------', '--------------------'], 0.001667, 0.001667, 0], // prettier-ignore
])('%s', (_, lines, observed, expected, value) => {
  const alpha = unitizingAlpha(lines.map(drawn), lines[0]?.length ?? 0)
  expect(alpha.observed).toBeCloseTo(observed, 4)
  expect(alpha.expected).toBeCloseTo(expected, 4)
  expect(alpha.value).toBeCloseTo(value, 4)
})

// Two sections as start and length, U a unit; the first seven from Krippendorff (2004), as tested in DKPro Agreement.
test.each<[string, string, number]>([
  ['U 5 6', 'U 4 2', 26],
  ['U 5 6', 'U 5 2', 16],
  ['U 5 6', 'U 6 2', 10],
  ['U 5 6', 'U 7 2', 8],
  ['U 5 6', 'U 6 4', 2],
  ['U 5 6', 'U 5 6', 0],
  ['gap 2 3', 'U 2 2', 4],
  ['U 5 6', 'gap 4 7', 36],
  ['gap 5 6', 'U 5 6', 36],
  ['U 5 6', 'gap 6 2', 0],
  ['U 5 6', 'gap 6 9', 0],
  ['gap 5 6', 'gap 4 7', 0],
])('the difference of %s and %s is %i', (a, b, squared) => {
  expect(difference(section(a), section(b))).toBe(squared)
  expect(difference(section(b), section(a))).toBe(squared)
})

test.each<[string, [number, number][], string]>([
  ['nothing', [], '-------'],
  ['a unit within', [[2, 4]], '--aa---'],
  [
    'units that touch are two',
    [
      [4, 7],
      [2, 4],
    ],
    '--aabbb',
  ],
  [
    'units that overlap are one',
    [
      [3, 6],
      [2, 4],
      [5, 7],
    ],
    '--aaaaa',
  ],
  [
    'a unit within another',
    [
      [1, 6],
      [2, 3],
    ],
    '-aaaaa-',
  ],
  [
    'the same twice, and one that is empty',
    [
      [0, 3],
      [0, 3],
      [5, 5],
    ],
    'aaa----',
  ],
])('sections: %s', (_, spans, line) => {
  const given = spans.map(([start, end]) => ({ start, end }))
  const cut = sections(given, 7)
  const units = drawn(line).map(({ start, end }) => ({ start, end, marked: true }))
  expect(cut.filter(({ marked }) => marked)).toEqual(units)
  expect(cut.map(({ start }) => start)).toEqual([0, ...cut.slice(0, -1).map(({ end }) => end)])
  expect(cut.at(-1)?.end).toBe(7)
  expect(given).toEqual(spans.map(([start, end]) => ({ start, end })))
})

test.each<[string, Mark[][], number, string]>([
  ['no coder', [], 10, 'too few'],
  ['one coder', [marks('x', [[0, 2]])], 10, 'too few'], // prettier-ignore
  ['no text', [[], []], 0, 'too few'],
  ['nothing marked', [[], [], []], 10, 'no variation'],
])('%s is undefined, and says why', (_, coders, length, why) => {
  expect(unitizingAlpha(coders, length)).toMatchObject({ value: null, why, labels: [] })
})

const LENGTH = 30
const anySpan = fc.tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 8 }), fc.constantFrom('x', 'y'))
const anyMark = anySpan.map(([start, size, label]) => ({ label, start, end: Math.min(start + size, LENGTH) }))
const anyCoders = fc.array(fc.array(anyMark, { maxLength: 6 }), { minLength: 2, maxLength: 4 })

test('expected is the mean of all differences in all positions', () => {
  fc.assert(
    fc.property(anyCoders, (coders) => {
      for (const { label, expected } of unitizingAlpha(coders, LENGTH).labels) {
        const spans = coders.map((all) => all.filter((mark) => mark.label === label))
        const cut = spans.map((marked) => sections(marked, LENGTH))
        expect(expected).toBeCloseTo(everyPosition(cut.flat(), coders.length), 10)
      }
    }),
  )
})

test('stretches add up, and the order of coders and marks changes nothing', () => {
  fc.assert(
    fc.property(anyCoders, (coders) => {
      const alpha = unitizingAlpha(coders, LENGTH)
      const turned = unitizingAlpha(coders.map((all) => all.toReversed()).reverse(), LENGTH)
      if (alpha.value === null) expect(turned.value).toBeNull()
      else expect(turned.value).toBeCloseTo(alpha.value, 10)
      for (const { stretches, observed } of alpha.labels)
        expect(stretches.reduce((sum, { disagreement }) => sum + disagreement, 0)).toBeCloseTo(observed ?? NaN, 12)
    }),
  )
})

test('coders who mark the same agree perfectly', () => {
  fc.assert(
    fc.property(fc.array(anyMark, { minLength: 1 }), fc.integer({ min: 2, max: 5 }), (all, coders) => {
      const alpha = unitizingAlpha(Array<Mark[]>(coders).fill(all), LENGTH)
      expect(alpha.value).toBe(1)
      for (const { value } of alpha.labels) expect(value).toBe(1)
    }),
  )
})

/** The units of a line, named by their letters: '-aab-' is one of two characters and one of one. */
function drawn(line: string): Mark[] {
  return [...line.matchAll(/([a-z])\1*/g)].map(({ index, 0: { length } }) => ({ label: 'x', start: index, end: index + length })) // prettier-ignore
}

function section(words: string): Section {
  const [kind, start, length] = words.split(' ')
  return { start: Number(start), end: Number(start) + Number(length), marked: kind === 'U' }
}

/** Expected disagreement by trying: each unit is slid along every other unit and gap, and differences are added up. */
function everyPosition(all: Section[], coders: number): number {
  const units = all.filter(({ marked }) => marked)
  const size = ({ start, end }: Section) => end - start
  let sum = 0
  for (const [i, unit] of units.entries())
    for (const other of [...units.slice(i + 1), ...all.filter(({ marked }) => !marked)])
      for (let start = other.start - size(unit) + 1; start < other.end; start++)
        sum += difference({ ...unit, start, end: start + size(unit) }, other)
  const points = coders * LENGTH
  const positions = points * (points - 1) - units.reduce((total, unit) => total + size(unit) * (size(unit) - 1), 0)
  return ((2 / LENGTH) * sum) / positions
}
