import { expect, test } from 'vitest'
import { agreementOfSpans, type ReadText } from './of-spans'
import { unitizingAlpha } from './unitizing'

const CODERS = [
  { id: 'a', name: 'Ada' },
  { id: 'b', name: 'Ben' },
]
const text = (documentId: string, length: number, marks: ReadText['marks']): ReadText => ({ documentId, length, marks })

test('alpha is by label, and of all where there are several', () => {
  const one = text('one', 100, [
    [0, 10, 20, 'Claim'],
    [1, 12, 20, 'Claim'],
    [0, 50, 60, 'Source'],
  ])
  const { figures, people, pairs } = agreementOfSpans({ coders: CODERS, texts: [one] })
  const alpha = unitizingAlpha(
    [
      [
        { start: 10, end: 20, label: 'Claim' },
        { start: 50, end: 60, label: 'Source' },
      ],
      [{ start: 12, end: 20, label: 'Claim' }],
    ],
    100,
  )
  expect(figures.map(({ name, value, units }) => [name, value, units])).toEqual([
    ['All labels', alpha.value, 3],
    ['Claim', alpha.labels[0]?.value, 2],
    ['Source', alpha.labels[1]?.value, 1],
  ])
  expect(figures.every(({ coders, enough, interval }) => coders === 2 && !enough && interval === null)).toBe(true)
  expect({ people, pairs }).toEqual({ people: CODERS, pairs: [] })
})

test('causes are places in their own text, also where several are read', () => {
  const texts = [
    text('one', 100, [
      [0, 10, 20, 'Claim'],
      [1, 10, 20, 'Claim'],
    ]),
    text('two', 50, [
      [0, 0, 9, 'Claim'],
      [1, 30, 50, 'Claim'],
    ]),
  ]
  const [figure] = agreementOfSpans({ coders: CODERS, texts }).figures
  expect(figure?.causes).toMatchObject([
    { documentId: 'two', start: 30, end: 50 },
    { documentId: 'two', start: 0, end: 9 },
  ])
  expect(figure?.causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
})

test('one coder alone agrees with nobody', () => {
  const one = text('one', 100, [[0, 10, 20, 'Claim']])
  expect(agreementOfSpans({ coders: CODERS.slice(0, 1), texts: [one] }).figures).toEqual([])
  expect(agreementOfSpans({ coders: [], texts: [] }).figures).toEqual([])
})
