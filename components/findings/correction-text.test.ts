import { expect, test } from 'vitest'
import { correctionText } from './correction-text'

const passage = (exact: string) => ({
  ...{
    annotationId: 'a1',
    documentId: 'd1',
    documentTitle: 'Briefing',
    start: 0,
    end: 4,
    exact,
    prefix: '',
    suffix: '',
    pages: '',
  },
})

test('a list to send: each passage with its address, what is wrong and what it should say', () => {
  const list = [
    { passage: passage('40 percent'), problem: 'Of reserves,\nnot of mines.', proposed: '40 percent of reserves' },
    { passage: passage('a deal'), problem: 'None is reported.', proposed: '' },
  ]
  expect(correctionText('Briefing', list, 'https://assay.example')).toBe(`Corrections: Briefing

1. “40 percent”
   https://assay.example/a/a1
   Problem: Of reserves,
   not of mines.
   Proposed: 40 percent of reserves

2. “a deal”
   https://assay.example/a/a1
   Problem: None is reported.
`)
})
