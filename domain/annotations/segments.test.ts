import fc from 'fast-check'
import { expect, test } from 'vitest'
import { covering, segments } from './segments'
import type { Span } from './selector'

// Each string is one span, drawn as a line of dashes; the expected line shows the depth at each place.
test.each<[string, string[], string]>([
  ['one', [' --- '], ' 111 '],
  ['two apart', ['--', '   --'], '11 11'],
  ['two that touch', ['--', '  --'], '1111'],
  ['two that overlap', ['---', '  ---'], '11211'],
  ['one within another', ['-----', ' --'], '12211'],
  ['the same twice', ['---', '---'], '222'],
  ['three', ['------', '  --', '   ----'], '1123221'],
  ['none', [], ''],
])('%s', (_, drawn, expected) => {
  expect(draw(segments(drawn.map(span)))).toBe(expected.trimEnd())
})

test('neighbours of equal depth are one segment', () => {
  expect(segments([{ start: 0, end: 2 }, { start: 2, end: 4 }])).toEqual([{ start: 0, end: 4, depth: 1 }]) // prettier-ignore
})

const anySpan = fc.tuple(fc.nat(60), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }))

test('every point has its depth, and segments are ordered, apart and as few as can be', () => {
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 40 }), (spans) => {
      const cut = segments(spans)
      for (let at = 0; at < 80; at++) {
        const depth = cut.find(({ start, end }) => start <= at && at < end)?.depth ?? 0
        expect(depth).toBe(covering(spans, at).length)
      }
      for (const [i, { start, end, depth }] of cut.entries()) {
        const before = cut[i - 1]
        expect(start).toBeLessThan(end)
        if (before) expect(before.end < start || (before.end === start && before.depth !== depth)).toBe(true)
      }
    }),
  )
})

test('what lies under a click comes smallest first', () => {
  const [large, small, apart] = [{ start: 0, end: 9 }, { start: 3, end: 5 }, { start: 6, end: 7 }] // prettier-ignore
  expect(covering([large, small, apart], 4)).toEqual([small, large])
})

function span(line: string): Span {
  return { start: line.indexOf('-'), end: line.lastIndexOf('-') + 1 }
}

function draw(cut: { start: number; end: number; depth: number }[]): string {
  return cut.reduce((line, { start, end, depth }) => line.padEnd(start) + String(depth).repeat(end - start), '')
}
