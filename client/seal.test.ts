import { expect, test } from 'vitest'
import { seal, sealText, unseal, unsealText } from './seal'

const [ADA, BEN] = ['a1'.repeat(32), 'b2'.repeat(32)]
const WRITTEN = { json: { type: 'doc', content: ['Lithium, naïve, 鋰'] }, empty: false, labelId: null }

test('what was sealed opens with its key and under its name, as it was', () => {
  expect(unseal(ADA, 'ada/reply/1', seal(ADA, 'ada/reply/1', WRITTEN))).toEqual(WRITTEN)
})

test('nobody reads it with another key, or under another name', () => {
  const sealed = seal(ADA, 'ada/reply/1', WRITTEN)
  expect(unseal(BEN, 'ada/reply/1', sealed)).toBeUndefined()
  expect(unseal(ADA, 'ada/reply/2', sealed)).toBeUndefined()
  expect(new TextDecoder('latin1').decode(sealed)).not.toMatch(/Lithium|json|doc/)
})

test('the same is sealed differently each time', () => {
  expect(seal(ADA, 'x', 'same')).not.toEqual(seal(ADA, 'x', 'same'))
})

test('what was changed in any byte, cut off or made up is nothing', () => {
  const sealed = seal(ADA, 'x', 'a text')
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice()
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(unseal(ADA, 'x', changed), `byte ${at}`).toBeUndefined()
  }
  for (const made of [new Uint8Array(), new Uint8Array(24), sealed.slice(0, -1)])
    expect(unseal(ADA, 'x', made)).toBeUndefined()
})

test('the same goes for texts', () => {
  const text = sealText(ADA, 'x', WRITTEN)
  expect(unsealText(ADA, 'x', text)).toEqual(WRITTEN)
  for (const made of ['', 'zz', 'abc', text.slice(2), '{"in":"clear"}'])
    expect(unsealText(ADA, 'x', made), made).toBeUndefined()
})
