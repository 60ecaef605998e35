import { expect, test } from 'vitest'
import { isPublic, isReachable, parseAllowance, type Allowance } from './reachable'

test.each(['8.8.8.8', '93.184.215.14', '172.32.0.1', '100.128.0.1', '2606:2800:21f::1', '64:ff9b::808:808'])(
  '%s is public',
  (address) => expect(isPublic(address)).toBe(true),
)

const may = (allowed: string[], host: string, address: string, port = 80) =>
  isReachable(
    { host, address, port },
    allowed.map((text) => parseAllowance(text) as Allowance),
  )

test.each<[boolean, string[], string, string, number]>([
  [true, [], 'a.example', '8.8.8.8', 443],
  [false, [], 'a.example', '8.8.8.8', 8080],
  [true, ['wiki.example'], 'wiki.example', '10.1.2.3', 443],
  [true, ['WIKI.example'], 'wiki.example', 'fd00::1', 80],
  [false, ['wiki.example'], 'other.example', '10.1.2.3', 443],
  [false, ['wiki.example'], 'a.wiki.example', '10.1.2.3', 443],
  [false, ['wiki.example'], 'wiki.example', '10.1.2.3', 8080],
  [true, ['wiki.example:8080'], 'wiki.example', '10.1.2.3', 8080],
  [true, ['wiki.example:8080'], 'wiki.example', '8.8.8.8', 8080],
  // A name alone never leads to this machine or to what a cloud keeps beside it.
  [false, ['wiki.example'], 'wiki.example', '127.0.0.1', 80],
  [false, ['wiki.example'], 'wiki.example', '169.254.169.254', 80],
  [false, ['wiki.example'], 'wiki.example', '168.63.129.16', 80],
  [true, ['10.2.0.0/16'], 'any.example', '10.2.3.4', 80],
  [false, ['10.2.0.0/16'], 'any.example', '10.3.0.1', 80],
  [false, ['10.2.0.0/16'], 'any.example', '10.2.3.4', 8080],
  [true, ['10.2.3.4:8080'], '10.2.3.4', '10.2.3.4', 8080],
  [false, ['10.2.3.4:8080'], '10.2.3.4', '10.2.3.4', 80],
  [true, ['[fd00::/8]:8080'], 'any.example', 'fd12::1', 8080],
  [true, ['fd00::/8'], 'any.example', 'fd12::1', 443],
  [false, ['0.0.0.0/0'], 'any.example', '::1', 80],
  [true, ['10.0.0.0/8'], 'any.example', '64:ff9b::10.1.1.1', 80],
  [false, ['127.0.0.1'], 'any.example', '::ffff:127.0.0.1', 80],
])('%s: with %j, %s at %s on port %i', (allowed, list, host, address, port) => {
  expect(may(list, host, address, port)).toBe(allowed)
})

test.each([
  '',
  '*',
  'a b',
  'http://a.example',
  'a.example/x',
  '10.0.0.0/33',
  '10.1',
  '::/129',
  'a.example:0',
  'a.example:70000',
  '1234',
  '[::1',
  'a.example:',
  '10.0.0.0/8/8',
  '-a.example',
])('%j is no allowance', (text) => expect(parseAllowance(text)).toBe(null))
