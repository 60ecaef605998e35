import { expect, test } from 'vitest'
import { fieldsFor } from './claim-fields-of'

const HERALD = { author: 'Rosa Quill', source: 'The Herald', publishedOn: '2026-11-12' }

test.each([
  ['The deal covers 14,000 tonnes.', HERALD, 'Rosa Quill', '2026-11-12'],
  ['The deal covers 14,000 tonnes.', { ...HERALD, author: '' }, 'The Herald', '2026-11-12'],
  ['The deal covers 14,000 tonnes.', undefined, '', ''],
  ['Dmitriev said: “The deal covers 14,000 tonnes.”', HERALD, 'Dmitriev', ''],
])('%s by %j is claimed by %j on %j', (passage, origin, claimant, claimedOn) => {
  expect(fieldsFor(passage, origin).fields).toMatchObject({ claimant, claimedOn })
})
