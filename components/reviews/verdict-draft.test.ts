import { describe, expect, it } from 'vitest'
import { FORMS } from '@/domain/claims/forms'
import type { ClaimType } from '@/domain/claims/words'
import type { Round } from '@/domain/reviews/round'
import { BLANK, judgementOf, missingIn, takesLikelihood, type Written } from './verdict-draft'

const form = (type: ClaimType) => FORMS[type] as Round['form']
const reasons = { rationale: { type: 'doc', content: [{ type: 'paragraph' }] }, empty: false }
const whole: Written = { ...BLANK, ...reasons, rating: 'true', confidence: 'low' }
const search = { where: 'Both gazettes', when: '2025', found: '' }

describe('what is missing in a verdict', () => {
  it.each<{ of: ClaimType; written: Written; fields: string[] }>([
    { of: 'fact', written: whole, fields: [] },
    { of: 'fact', written: BLANK, fields: ['rating', 'confidence', 'rationale'] },
    { of: 'fact', written: { ...whole, misleads: true, misleading: ' ' }, fields: ['misleading'] },
    { of: 'fact', written: { ...whole, misleads: true, misleading: 'The year is left out.' }, fields: [] },
    { of: 'quotation', written: { ...whole, rating: 'faithful', misleads: true }, fields: [] },
    { of: 'negative', written: whole, fields: ['details.searches'] },
    { of: 'negative', written: { ...whole, details: { ...whole.details, searches: [search] } }, fields: [] },
    {
      of: 'negative',
      written: { ...whole, details: { ...whole.details, searches: [{ ...search, where: ' ' }] } },
      fields: ['details.searches'],
    },
    {
      of: 'prediction',
      written: { ...whole, rating: null },
      fields: ['likelihood', 'details.deadline', 'details.settles'],
    },
  ])('of a $of: $fields', ({ of, written, fields }) => {
    expect(missingIn(form(of), written).map(({ field }) => field)).toEqual(fields)
  })
})

describe('the likelihood of a verdict', () => {
  it.each<{ of: ClaimType; rating: string | null; takes: boolean }>([
    { of: 'fact', rating: null, takes: true },
    { of: 'fact', rating: 'mixed', takes: true },
    { of: 'fact', rating: 'unverifiable', takes: false },
    { of: 'prediction', rating: null, takes: true },
    { of: 'norm', rating: 'for', takes: false },
  ])('of a $of rated $rating: $takes', ({ of, rating, takes }) => {
    expect(takesLikelihood(form(of), rating)).toBe(takes)
    expect(judgementOf(form(of), { ...whole, rating, likelihood: 70 }).likelihood).toBe(takes ? 70 : null)
  })
})
