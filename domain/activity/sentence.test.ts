import { describe, expect, test } from 'vitest'
import type { Activity } from './activity'
import { addressOf } from './address'
import { runs, sentence } from './sentence'
import { ACTIVITY, ACTIVITY_KINDS, unseen } from './words'

const deed = (more: Partial<Activity> = {}): Activity => ({
  ...{ at: '2026-11-28T10:00:00.000Z', kind: 'annotation.created', by: { id: 'a', name: 'Ada' } },
  ...{ about: { topic: 'annotation', text: 'a deal', href: '/a/x' }, document: { id: 'd', title: 'Report' } },
  ...more,
})

describe('a sentence', () => {
  test('names what it is about, or stands for what cannot be seen', () => {
    expect(sentence(deed())).toEqual({ before: 'annotated ', it: 'a deal', after: '' })
    expect(sentence(deed({ about: null, kind: 'corrections.sent' }))).toEqual({
      before: 'marked the corrections of ',
      it: 'a document',
      after: ' as sent',
    })
  })

  test('each kind has exactly one place for what it is about, and a word for what is unseen', () => {
    for (const kind of ACTIVITY_KINDS) {
      expect(ACTIVITY[kind].split('{it}'), kind).toHaveLength(2)
      expect(unseen(kind), kind).toMatch(/^(the|a|something)\b/)
    }
  })

  test('leads to a page, or nowhere', () => {
    const place = { id: 'x', projectId: 'p' }
    expect(addressOf('annotation', place)).toBe('/a/x')
    expect(addressOf('relation', place)).toBe('/p/p/ledger')
    expect(addressOf('person', place)).toBeNull()
  })
})

describe('runs', () => {
  test('put together what one person did in one way in one document on one day', () => {
    const others: Partial<Activity>[] = [
      { kind: 'annotation.deleted' },
      { by: { id: 'b', name: 'Ben' } },
      { document: { id: 'e', title: 'Annex' } },
      { at: '2026-11-27T10:00:00.000Z' },
    ]
    expect(runs([deed(), deed(), deed()]).map(({ deeds }) => deeds.length)).toEqual([3])
    for (const other of others) expect(runs([deed(), deed(other), deed()])).toHaveLength(3)
    expect(runs([])).toEqual([])
  })
})
