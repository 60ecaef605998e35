import { describe, expect, test } from 'vitest'
import { FORMS } from '../claims/forms'
import type { ClaimType } from '../claims/words'
import { FindingContent, type FindingVersion } from '../findings/finding'
import { claimReview, type Reviewed } from './claim-review'

const ADA = { id: 'a', name: 'Ada' }

function reviewed(type: ClaimType, rating: string | null, more: Partial<Reviewed> = {}): Reviewed {
  const grounds = { statement: 'So it is.', type, form: { ...FORMS[type] }, pooled: null } as FindingVersion['grounds']
  const published: FindingVersion = {
    ...{ id: 'v', number: 1, content: FindingContent.parse({ rating }), reason: '', retracts: false, adjudication: '' },
    grounds: { ...grounds, verdicts: [], agreement: [], signed: [], dissents: [] },
    ...{ publishedBy: ADA, publishedAt: '2025-08-04T10:00:00.000Z', overruled: [] },
  }
  return {
    finding: { state: 'published', published, dissents: [] },
    address: 'https://assay.test/f/f',
    workspace: { name: 'Analysts', address: 'https://assay.test' },
    claim: { claimant: '', claimedOn: '' },
    appearances: [],
    words: { summary: '', dissents: new Map() },
    ...more,
  }
}

const RATINGS: [type: ClaimType, key: string, rating: object][] = [
  ['fact', 'false', { alternateName: 'False', ratingValue: 1, bestRating: 5, worstRating: 1 }],
  ['fact', 'true', { alternateName: 'True', ratingValue: 5, bestRating: 5, worstRating: 1 }],
  ['negative', 'mixed', { alternateName: 'Mixed', ratingValue: 3, bestRating: 5, worstRating: 1 }],
  ['fact', 'unverifiable', { alternateName: 'Unverifiable' }],
  ['quotation', 'altered', { alternateName: 'Altered', ratingValue: 3, bestRating: 4, worstRating: 1 }],
  ['cause', 'none', { alternateName: 'No support', ratingValue: 1, bestRating: 4, worstRating: 1 }],
  ['characterisation', 'fair', { alternateName: 'Fair', ratingValue: 3, bestRating: 3, worstRating: 1 }],
]
test.each(RATINGS)('%s: %s', (type, key, rating) => {
  expect(claimReview(reviewed(type, key))?.reviewRating).toEqual({ '@type': 'Rating', ...rating })
})

describe('none is made', () => {
  const stands = reviewed('fact', 'true')
  const { published } = stands.finding
  const NONE: [why: string, it: Reviewed][] = [
    ['of a norm', reviewed('norm', 'for')],
    ['of a prediction', reviewed('prediction', null)],
    ['without a rating', reviewed('fact', null)],
    ['before it is published', { ...stands, finding: { ...stands.finding, published: null } }],
    ['once it is retracted', { ...stands, finding: { ...stands.finding, state: 'retracted' } }],
    [
      'by a version that retracts',
      { ...stands, finding: { ...stands.finding, published: published && { ...published, retracts: true } } },
    ],
  ]
  test.each(NONE)('%s', (_, it) => expect(claimReview(it)).toBeNull())
})

test('what is not known is left out', () => {
  expect(claimReview(reviewed('fact', 'true'))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    claimReviewed: 'So it is.',
    url: 'https://assay.test/f/f',
    itemReviewed: { '@type': 'Claim', name: 'So it is.' },
    datePublished: '2025-08-04',
    author: { '@type': 'Organization', name: 'Analysts', url: 'https://assay.test' },
    reviewRating: { '@type': 'Rating', alternateName: 'True', ratingValue: 5, bestRating: 5, worstRating: 1 },
  })
})
