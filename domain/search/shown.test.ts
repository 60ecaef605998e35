import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAsked } from './asked'
import { shown } from './shown'

const NONE = { words: new Set<string>(), inPhrases: new Set<string>() }
const show = (whole: string, typed: string, meant: Partial<Parameters<typeof shown>[2]> = {}) => {
  const { text, found, ...rest } = shown(whole, readAsked(typed), { ...NONE, anywhere: false, ...meant })
  return { text, found: found.map(({ start, end }) => text.slice(start, end)), ...rest }
}

const LONG = `${'Before it much is said. '.repeat(40)}Ministers signed a deal\non rare earths. ${'After it too. '.repeat(40)}`

describe('what is shown', () => {
  test('a short text is shown whole', () => {
    expect(show('A deal on rare earths', 'deal')).toEqual({
      text: 'A deal on rare earths',
      found: ['deal'],
      cut: { before: false, after: false },
      first: { start: 2, end: 6 },
    })
  })

  test('of a long one, the part that says most, in whole words and on one line', () => {
    const { text, found, cut, first } = show(LONG, 'deal earths')
    expect(found).toEqual(['deal', 'earths'])
    expect(text).toMatch(/^(Before|it|much|is|said)\b.* a deal on rare earths\..*\b(After|it|too\.)$/)
    expect(cut).toEqual({ before: true, after: true })
    expect(LONG.slice(first.start, first.end)).toBe('deal')
  })

  test('words that are meant, though they are other forms', () => {
    expect(show('Shipments were shipped', 'shipment', { words: new Set(['Shipments']) }).found).toEqual(['Shipments'])
  })

  test('a phrase is shown as one, and its words alone are not', () => {
    const meant = { inPhrases: new Set(['rare', 'earths']) }
    expect(show('rare rare earths', '"rare earths"', meant).found).toEqual(['rare earths'])
    expect(show('earths are rare', '"rare earths"', meant).found).toEqual(['earths', 'rare'])
  })

  test.each([
    ['parts of words', 'Unsigned treaties', 'sign', ['sign']],
    ['of Chinese', '合同条款 and 合同', '合同', ['合同', '合同']],
    ['in Hebrew', 'אמרו שלום להם', 'שלום', ['שלום']],
    ['but not what is excluded', 'deal annex', 'deal -annex', ['deal']],
  ])('%s', (_, whole, typed, found) => {
    expect(show(whole, typed, { anywhere: true }).found).toEqual(found)
  })

  test('whole words alone where these were found', () => {
    expect(show('Unsigned, a sign', 'sign').found).toEqual(['sign'])
  })

  test('its beginning, where nothing of it is said', () => {
    expect(show('x'.repeat(500), 'deal')).toMatchObject({ found: [], cut: { before: false, after: true } })
  })
})

test('no part of it is half a character, and offsets lie within it, in order', () => {
  const unit = fc.constantFrom('deal', '😀', ' ', 'x', '\n', '合')
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 600 }), fc.boolean(), (units, anywhere) => {
      const whole = units.join('')
      const { text, found, first } = shown(whole, readAsked('deal 合'), { ...NONE, anywhere })
      expect(text).not.toMatch(/\p{Cs}/u)
      let before = 0
      for (const { start, end } of found) {
        expect(start).toBeGreaterThanOrEqual(before)
        expect(text.slice(start, end)).toMatch(/^(deal|合)+$/)
        before = end
      }
      if (found.length > 0) expect(whole.slice(first.start, first.end)).toBe(text.slice(found[0]?.start, found[0]?.end))
    }),
  )
})
