import { describe, expect, it } from 'vitest'
import { FORMS } from '@/domain/claims/forms'
import type { Round } from '@/domain/reviews/round'
import type { Verdict } from '@/domain/reviews/verdict'
import { alongTheScale, judgedBefore } from './along-the-scale'

type Part = Partial<Pick<Verdict, 'kind' | 'rating' | 'likelihood' | 'round'>>
const verdict = (name: string, part: Part) =>
  ({ kind: 'judged', rating: null, likelihood: null, round: 1, ...part, author: { id: name, name } }) as Verdict
const form = (type: keyof typeof FORMS) => FORMS[type] as Round['form']
const names = (verdicts: readonly Verdict[]) => verdicts.map(({ author }) => author.name).join(' ')

describe('along the scale', () => {
  it('puts what is most so first, equals by likelihood and then by name, and who did not judge at the end', () => {
    const verdicts = [
      verdict('recused', { kind: 'recused' }),
      verdict('unverifiable', { rating: 'unverifiable' }),
      verdict('unable', { kind: 'unable' }),
      verdict('false', { rating: 'false' }),
      verdict('b-true', { rating: 'true', likelihood: 90 }),
      verdict('a-true', { rating: 'true', likelihood: 90 }),
      verdict('likelier', { rating: 'true', likelihood: 95 }),
      verdict('mixed', { rating: 'mixed' }),
    ]
    expect(names(alongTheScale(form('fact'), verdicts))).toBe(
      'likelier a-true b-true mixed false unverifiable unable recused',
    )
  })

  it('goes by likelihood alone where nothing is rated', () => {
    const verdicts = [
      verdict('low', { likelihood: 10 }),
      verdict('out', { kind: 'recused' }),
      verdict('high', { likelihood: 70 }),
    ]
    expect(names(alongTheScale(form('prediction'), verdicts))).toBe('high low out')
  })
})

describe('judged before', () => {
  const rounds = [
    { number: 3, verdicts: [verdict('ada', { rating: 'false', round: 3 })] },
    {
      number: 2,
      verdicts: [verdict('ada', { rating: 'mixed', round: 2 }), verdict('ben', { kind: 'recused', round: 2 })],
    },
    { number: 1, verdicts: [verdict('ada', { rating: 'true' }), verdict('ben', { rating: 'true' })] },
  ] as Round[]

  it.each([
    { number: 1, ada: undefined, ben: undefined },
    { number: 2, ada: 1, ben: 1 },
    { number: 3, ada: 2, ben: 1 },
  ])('finds the last judgement before round $number, and no recusal', ({ number, ada, ben }) => {
    const before = judgedBefore(rounds, number)
    expect([before.get('ada')?.round, before.get('ben')?.round]).toEqual([ada, ben])
  })
})
