import { expect, it } from 'vitest'
import { addressOf, blockList } from './peer.mjs'

const trusted = blockList(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])

it.each([
  // socket, x-forwarded-for, who asked
  ['203.0.113.5', undefined, '203.0.113.5'],
  ['203.0.113.5', '198.51.100.7', '203.0.113.5'], // not our proxy: its word counts for nothing
  ['::ffff:203.0.113.5', undefined, '203.0.113.5'],
  ['127.0.0.1', undefined, '127.0.0.1'],
  ['127.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['::ffff:127.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['127.0.0.1', '1.2.3.4, 198.51.100.7', '198.51.100.7'], // the client wrote 1.2.3.4, our proxy the rest
  ['127.0.0.1', '1.2.3.4, 198.51.100.7, 10.1.2.3', '198.51.100.7'], // two proxies of ours
  ['127.0.0.1', '1.2.3.4, 198.51.100.7:5312', '198.51.100.7'], // a proxy that adds the port
  ['127.0.0.1', '1.2.3.4, [2001:db8::7]:5312', '2001:db8::7'],
  ['fd00::1', '2001:db8::7', '2001:db8::7'],
  ['127.0.0.1', '1.2.3.4, unknown', 'unknown'], // never what stands further to the left
  ['127.0.0.1', '', '127.0.0.1'],
  [undefined, '1.2.3.4', 'unknown'],
])('socket %s, forwarded for %s: %s', (remoteAddress, forwarded, expected) => {
  expect(addressOf({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }, trusted)).toBe(expected)
})
