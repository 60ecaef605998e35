import { describe, expect, test } from 'vitest'
import { FORMS } from '../forms'
import type { ClaimType } from '../words'
import { agreementOfClaims, comparable, kappasOfClaims, type JudgedClaim, type Said } from './of-claims'
import { krippendorffAlpha } from './alpha'

const PEOPLE = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id.toUpperCase() }))

const claim = (type: ClaimType, first: Said[], more: Partial<JudgedClaim> = {}): JudgedClaim => {
  const claimId = `${type}-${first.map((said) => said.join(' ')).join()}`
  return { claimId, statement: `It is ${type}.`, type, form: FORMS[type], again: false, first, last: first, ...more }
}
const judged = (...claims: JudgedClaim[]) => ({ people: PEOPLE, claims })
const shown = (...claims: JudgedClaim[]) =>
  comparable(judged(...claims)).map(({ name, level, when, ratings }) => ({ name, level, when, ratings }))

describe('what is compared', () => {
  test('are ratings of one type by their place on its scale; those that stand apart are missing', () => {
    const facts = claim('fact', [
      ['a', 'true', null],
      ['b', 'mixed', null],
      ['c', 'unverifiable', null],
    ])
    const cause = claim('cause', [['d', 'weak', null]])
    expect(shown(facts, cause)).toEqual([
      { name: 'Fact: rating', level: 'ordinal', when: 'first', ratings: [[4, 2, null, null]] },
      { name: 'Cause: support', level: 'ordinal', when: 'first', ratings: [[null, null, null, 1]] },
    ])
  })

  test('are ratings without an order by a code each', () => {
    expect(
      shown(
        claim('norm', [
          ['a', 'against', null],
          ['b', 'for', null],
        ]),
      ),
    ).toEqual([{ name: 'Norm: position', level: 'nominal', when: 'first', ratings: [[0, 2, null, null]] }])
  })

  test('are likelihoods of claims of all types; claims without any are left out', () => {
    const sure = claim('fact', [
      ['a', 'true', 90],
      ['b', 'true', null],
    ])
    const prediction = claim('prediction', [
      ['a', null, 20],
      ['c', null, 30],
    ])
    const none = claim('fact', [['a', 'true', null]])
    expect(shown(sure, prediction, none).at(-1)).toEqual({
      ...{ name: 'Likelihood', level: 'interval', when: 'first' },
      ratings: [
        [90, null, null, null],
        [20, null, 30, null],
      ],
    })
  })

  test('are last words too where somebody was asked again', () => {
    const again = claim(
      'fact',
      [
        ['a', 'true', null],
        ['b', 'false', null],
      ],
      {
        ...{
          again: true,
          last: [
            ['a', 'false', null],
            ['b', 'false', null],
          ],
        },
      },
    )
    expect(shown(again).map(({ when, ratings }) => [when, ratings])).toEqual([
      ['first', [[4, 0, null, null]]],
      ['last', [[0, 0, null, null]]],
    ])
  })
})

test('figures are those of alpha, with the claims that cause the most first', () => {
  const wide = claim('fact', [
    ['a', 'true', null],
    ['b', 'false', null],
  ])
  const near = claim('fact', [
    ['a', 'true', null],
    ['b', 'mostly-true', null],
  ])
  const same = claim('fact', [
    ['a', 'false', null],
    ['b', 'false', null],
  ])
  const ratings = [
    [4, 3],
    [4, 0],
    [0, 0],
  ]
  const [figure] = agreementOfClaims(judged(near, wide, same)).figures
  expect(figure?.value).toBe(krippendorffAlpha(ratings, 'ordinal').value)
  expect(figure?.interval).toMatchObject({ replicates: 10_000, method: 'percentile bootstrap of units' })
  expect(agreementOfClaims(judged(near, wide, same)).figures[0]).toEqual(figure)
  expect(figure).toMatchObject({
    units: 3,
    coders: 2,
    enough: false,
    why: 'Too few to interpret: at least 10 are needed.',
  })
  expect(figure?.causes.map(({ claimId }) => claimId)).toEqual([wide.claimId, near.claimId])
  expect(figure?.causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
})

test('a figure that is undefined says so, and has no interval', () => {
  const figures = agreementOfClaims(
    judged(
      claim('fact', [
        ['a', 'true', null],
        ['b', 'true', null],
      ]),
    ),
  ).figures
  expect(figures).toMatchObject([{ value: null, interval: null, enough: false, causes: [] }])
})

test('there is enough from ten claims on that differ', () => {
  const rated = (key: string) =>
    claim('fact', [
      ['a', key, null],
      ['b', key, null],
      ['c', key, null],
    ])
  const [figure] = agreementOfClaims(
    judged(...Array.from({ length: 12 }, (_, i) => rated(i % 2 ? 'true' : 'false'))),
  ).figures
  expect(figure).toMatchObject({ value: 1, enough: true, why: '', units: 12, interval: { low: 1, high: 1 } })
})

test('each two people are compared by what they said first: ratings, or the words of their likelihoods', () => {
  const fact = claim('fact', [
    ['a', 'unverifiable', null],
    ['b', 'unverifiable', null],
    ['c', 'true', 60],
  ])
  const prediction = claim('prediction', [
    ['a', null, 56],
    ['b', null, 79],
    ['c', null, 20],
  ])
  expect(agreementOfClaims(judged(fact, prediction)).pairs).toEqual([
    { a: 'a', b: 'b', claims: 2, agree: 1 },
    { a: 'a', b: 'c', claims: 2, agree: 0 },
    { a: 'b', b: 'c', claims: 2, agree: 0 },
  ])
})

test('kappas are of ratings, of all and of each two who judged the same', () => {
  const claims = [
    claim('norm', [
      ['a', 'for', null],
      ['b', 'for', null],
    ]),
    claim('norm', [
      ['a', 'against', null],
      ['b', 'for', null],
    ]),
  ]
  expect(kappasOfClaims(judged(...claims, claim('prediction', [['a', null, 5]])))).toMatchObject([
    { name: 'Norm: position', kappa: 'Fleiss', people: [], units: 2 },
    { name: 'Norm: position', kappa: 'Cohen', people: ['A', 'B'], value: 0, units: 2 },
  ])
})
