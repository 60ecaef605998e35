import { expect, test } from 'vitest'
import { addressOf, namedShortly, referenceOf } from './references'

const ORIGIN = 'https://assay.example'
const ID = '01a20eab-9507-72d5-8afc-46a1c640172e'

test.each(['claim', 'passage', 'evidence'] as const)('the address of a %s leads back to it', (kind) => {
  expect(referenceOf(addressOf({ kind, id: ID }, ORIGIN), ORIGIN)).toEqual({ kind, id: ID })
})

test.each([
  `https://elsewhere.example/c/${ID}`,
  `${ORIGIN}/d/${ID}`,
  `${ORIGIN}/c/${ID}/more`,
  `${ORIGIN}/c/not-an-id`,
  `${ORIGIN}/`,
  'mailto:desk@assay.example',
  `/c/${ID}`,
  '',
])('%j refers to nothing of ours', (href) => {
  expect(referenceOf(href, ORIGIN)).toBeNull()
})

test('a long text is named by its first words', () => {
  expect(namedShortly(' A  deal\nwas signed. ')).toBe('A deal was signed.')
  expect(namedShortly('word '.repeat(40))).toBe(`${'word '.repeat(15)}word…`)
  expect(namedShortly(`${'x'.repeat(79)}😀 and more`)).toBe(`${'x'.repeat(79)}😀…`)
})
