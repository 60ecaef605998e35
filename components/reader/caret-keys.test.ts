import { expect, test } from 'vitest'
import { moveOf, systemOf, type Move } from './caret-keys'

const NOTHING = { ctrlKey: false, altKey: false, metaKey: false }
const ctrlKey = true
const altKey = true
const metaKey = true

test.each<['mac' | 'other', Partial<typeof NOTHING> & { key: string }, Move | null]>([
  ['other', { key: 'ArrowRight' }, { by: 'side', unit: 'character', right: true }],
  ['other', { key: 'ArrowLeft', ctrlKey }, { by: 'side', unit: 'word', right: false }],
  ['other', { key: 'ArrowDown' }, { by: 'line', forward: true }],
  ['other', { key: 'ArrowDown', ctrlKey }, { by: 'unit', unit: 'paragraph', forward: true }],
  ['other', { key: 'ArrowUp', altKey }, { by: 'unit', unit: 'sentence', forward: false }],
  ['other', { key: 'End' }, { by: 'line-end', forward: true }],
  ['other', { key: 'Home', ctrlKey }, { by: 'document', forward: false }],
  ['other', { key: 'PageDown' }, { by: 'screen', forward: true }],
  ['mac', { key: 'ArrowRight', altKey }, { by: 'side', unit: 'word', right: true }],
  ['mac', { key: 'ArrowRight', metaKey }, { by: 'line-end', forward: true }],
  ['mac', { key: 'ArrowUp', metaKey }, { by: 'document', forward: false }],
  ['mac', { key: 'ArrowDown', ctrlKey, altKey }, { by: 'unit', unit: 'sentence', forward: true }],
  // The browser's own: back, other desktops, and what is no move.
  ['other', { key: 'ArrowLeft', altKey }, null],
  ['other', { key: 'ArrowRight', ctrlKey, altKey }, null],
  ['mac', { key: 'ArrowRight', ctrlKey }, null],
  ['other', { key: 'a' }, null],
])('on %s, %o', (system, pressed, expected) => {
  expect(moveOf({ ...NOTHING, ...pressed }, system)).toEqual(expected)
})

test.each([
  ['MacIntel', 'mac'],
  ['iPhone', 'mac'],
  ['Win32', 'other'],
  ['Linux x86_64', 'other'],
])('%s is %s', (platform, system) => expect(systemOf(platform)).toBe(system))
