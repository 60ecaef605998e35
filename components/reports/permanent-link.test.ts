import { expect, test } from 'vitest'
import { hereOf } from './permanent-link'

const HOME = 'https://assay.example.org/p/1'

test.each([
  ['a claim', 'https://assay.example.org/c/1', '/c/1'],
  ['a passage', 'https://assay.example.org/d/1?a=2', '/d/1?a=2'],
  ['a conflict', 'https://assay.example.org/p/1/ledger#2', '/p/1/ledger#2'],
  ['a page of the web', 'https://news.example.org/c/1', 'https://news.example.org/c/1'],
  [
    'one whose name begins like ours',
    'https://assay.example.org.evil.test/c/1',
    'https://assay.example.org.evil.test/c/1',
  ],
  ['a name of ours without encryption', 'http://assay.example.org/c/1', 'http://assay.example.org/c/1'],
])('%s', (_, address, here) => expect(hereOf(address, HOME)).toBe(here))
