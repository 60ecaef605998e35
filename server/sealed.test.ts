import { expect, test } from 'vitest'
import { draftsKeyOf, seal, unseal } from './sealed'

process.env.NEXTAUTH_SECRET = 'a secret of this test'

test('what is sealed opens for the same purpose and about the same, and for nothing else', () => {
  const sealed = seal('second-factor', 'ada', 'JBSWY3DP')
  expect(sealed).not.toContain('JBSWY3DP')
  expect(unseal('second-factor', 'ada', sealed)).toBe('JBSWY3DP')
  expect(unseal('second-factor', 'ben', sealed)).toBeNull()
  expect(unseal('intent', 'ada', sealed)).toBeNull()
})

test('the same text is sealed differently each time', () => {
  expect(seal('intent', 'x', 'same')).not.toBe(seal('intent', 'x', 'same'))
})

test('whatever was changed, cut or made up does not open', () => {
  const bytes = Buffer.from(seal('intent', 'x', 'a text'), 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(unseal('intent', 'x', changed.toString('base64url')), `byte ${at}`).toBeNull()
  }
  for (const made of ['', 'x', bytes.subarray(0, -1).toString('base64url'), '%%%'])
    expect(unseal('intent', 'x', made)).toBeNull()
})

test('the key of drafts is always the same for one person, another for another, and 256 bits', () => {
  expect(draftsKeyOf('ada')).toBe(draftsKeyOf('ada'))
  expect(draftsKeyOf('ada')).not.toBe(draftsKeyOf('ben'))
  expect(draftsKeyOf('ada')).toMatch(/^[0-9a-f]{64}$/)
})
