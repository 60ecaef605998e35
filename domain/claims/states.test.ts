import { expect, test } from 'vitest'
import { POLICY } from '../permissions/policy'
import { CLAIM_STATES, EDITABLE, PINNED, stepOf, TRANSITIONS, transitionOf, type ClaimState } from './states'
import { drawStates } from './states-drawing'

const STATES = Object.keys(CLAIM_STATES) as ClaimState[]

test('the page in the docs is drawn from the table', async () => {
  await expect(drawStates()).toMatchFileSnapshot('../../docs/claim-states.md')
})

test('every state is reached from the first, and none is a dead end', () => {
  const reached = new Set<ClaimState>(['proposed'])
  for (const state of reached) {
    for (const { from, to } of TRANSITIONS) if ((from as readonly ClaimState[]).includes(state)) reached.add(to)
  }
  expect([...reached].toSorted()).toEqual(STATES.toSorted())
  for (const state of STATES) {
    expect(
      TRANSITIONS.some(({ from }) => (from as readonly ClaimState[]).includes(state)),
      state,
    ).toBe(true)
  }
})

test.each(TRANSITIONS)('$deed asks for a permission that there is', ({ permission }) => {
  expect(Object.keys(POLICY)).toContain(permission)
})

test.each<[Parameters<typeof stepOf>[0], ClaimState, ClaimState | null]>([
  ['clear', 'proposed', 'cleared'],
  ['clear', 'reviewing', null],
  ['object', 'cleared', 'reviewing'],
  ['review', 'reviewing', null],
  ['reveal', 'reviewing', 'revealed'],
  ['publish', 'revealed', null],
  ['publish', 'finding', 'published'],
  ['retract', 'corrected', 'retracted'],
  ['correct', 'retracted', null],
  ['reopen', 'published', 'reopened'],
])('%s from %s leads to %s', (deed, from, to) => {
  expect(stepOf(deed, from)?.to ?? null).toBe(to)
})

test('what is judged is pinned: nothing leads out of it but what a round does', () => {
  for (const state of PINNED) {
    const ways = TRANSITIONS.filter(({ from }) => (from as readonly ClaimState[]).includes(state))
    expect(ways.map(({ permission }) => permission)).toEqual(ways.map(() => 'review:manage'))
    expect(EDITABLE).not.toContain(state)
  }
})

test('a deed that does not exist is a mistake of ours', () => {
  expect(() => transitionOf('guess' as never)).toThrow(TypeError)
})
