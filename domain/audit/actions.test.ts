import { expect, test } from 'vitest'
import { EVENT_KINDS } from '../event'
import { ACTIONS, actionsIn, AUDIT_GROUPS, PERSONAL, wordsOf, type AuditGroup } from './actions'

test('every event has words, and none reads like its name', () => {
  for (const kind of EVENT_KINDS) {
    expect(ACTIONS[kind].says, kind).not.toBe('')
    expect(ACTIONS[kind].says, kind).not.toContain('.')
    expect(ACTIONS[kind].says.includes('{it}'), kind).toBe(ACTIONS[kind].it !== '')
  }
  expect(wordsOf('of.yesterday')).toEqual({ group: 'workspace', says: 'did “of.yesterday” to {it}', it: 'something' })
})

test('the groups part all actions among them', () => {
  const groups = Object.keys(AUDIT_GROUPS) as AuditGroup[]
  const all = groups.flatMap(actionsIn)
  expect(all.toSorted()).toEqual(Object.keys(ACTIONS).toSorted())
  expect(groups.filter((group) => actionsIn(group).length === 0)).toEqual([])
})

test('nothing that one does to what is in a workspace is personal', () => {
  for (const action of PERSONAL)
    expect(action).toMatch(/^(session|sign-in|second-factor|recovery-codes?|reset|password|email|account|person)\./)
})
