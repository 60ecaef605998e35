import { describe, expect, it } from 'vitest'
import type { ClaimVersion } from '@/domain/claims/claim'
import { relationWords } from './relation-words'
import { changesBetween } from './wording-changes'

const version = (more: Partial<ClaimVersion>) =>
  ({ type: 'fact', statement: 'So it is.', terms: [], asOf: '', claimant: '', claimedOn: '', ...more }) as ClaimVersion

describe('what a wording says otherwise', () => {
  it.each([
    { name: 'nothing', after: {}, changes: [] },
    { name: 'the statement', after: { statement: 'It is not.' }, changes: ['Statement: So it is. → It is not.'] },
    { name: 'the type', after: { type: 'norm' as const }, changes: ['Type: Fact → Norm'] },
    {
      name: 'terms and when',
      after: { terms: [{ term: 'rare earths', meaning: '17 metals' }], asOf: 'August' },
      changes: ['Terms:  → rare earths: 17 metals', 'As of:  → August'],
    },
  ])('$name', ({ after, changes }) => {
    const found = changesBetween(version({}), version(after))
    expect(found.map(({ name, before, after: then }) => `${name}: ${before} → ${then}`)).toEqual(changes)
  })
})

describe('how a relation reads', () => {
  it.each([
    { kind: 'supports', forth: true, words: 'Supports' },
    { kind: 'supports', forth: false, words: 'Is supported by' },
    { kind: 'conflicts', forth: false, words: 'Conflicts with' },
    { kind: 'duplicates', forth: false, words: 'Says the same as' },
  ] as const)('$kind, forth: $forth', ({ kind, forth, words }) => {
    expect(relationWords(kind, forth)).toBe(words)
  })
})
