import { expect, test } from 'vitest'
import type { ClaimMark } from '@/domain/claims/claim'
import type { ClaimState } from '@/domain/claims/states'
import { byLook, CLAIM_LOOKS } from './claim-looks'
import type { Span } from './model'

const span = (id: string): Span => ({ id, start: 0, end: 1, labelId: null, author: null, flags: 0 })
const mark = (annotationId: string, state: ClaimState): ClaimMark => ({
  annotationId,
  state,
  occurrenceId: `o-${annotationId}-${state}`,
  claimId: `c-${annotationId}-${state}`,
  statement: 'A deal was signed.',
  type: 'fact',
  stance: 'asserts',
})

test.each([
  ['a proposed claim', ['proposed'], 'claim-open'],
  ['one that is judged', ['reviewing'], 'claim-judged'],
  ['one with a finding that stands', ['published'], 'claim-settled'],
  ['one that was set aside', ['uncheckable'], 'claim-aside'],
  ['a settled one and one that is judged', ['published', 'reviewing'], 'claim-judged'],
  ['one that is judged and one set aside', ['reviewing', 'duplicate'], 'claim-judged'],
] as const)('the passage of %s', (_, states, look) => {
  const found = byLook(
    [span('a'), span('b')],
    states.map((state) => mark('a', state)),
  )
  for (const each of CLAIM_LOOKS) expect(found[each].map(({ id }) => id)).toEqual(each === look ? ['a'] : [])
})
