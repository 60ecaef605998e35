import { expect, test } from '@playwright/test'
import { endpoints, type EndpointKey } from '@/domain/endpoints'
import type { Endpoint, Gate } from '@/domain/endpoint'
import { can, canSee, POLICY, VISIBLE, type Actor, type Clause, type Permission } from '@/domain/permissions/policy'
import { cellsOf, type Cell } from './cells'
import { roleIn } from './world'

/*
 * That the matrix asks enough: whichever clause of the policy is broken, some call in it would be answered otherwise. The
 * calls themselves are made in matrix.spec.ts; here the policy alone is asked, since a server for each broken clause
 * would take an hour.
 */

const isPermission = (gate: Gate): gate is Permission => gate in POLICY

/** The calls that turn on a permission, by everybody who is signed in. */
const cells = (Object.keys(endpoints) as EndpointKey[]).flatMap((key) => {
  const { permission } = endpoints[key] as Endpoint
  return isPermission(permission) ? cellsOf(key).map((cell) => ({ ...cell, permission })) : []
})

/** What the policy as it stands now makes of a call. */
function statusOf({ permission, who, where, variant, call }: Cell & { permission: Permission }): number {
  const role = roleIn(where, who)
  const { own, bound, ...facts } = variant
  const actor: Actor = { id: 'me', name: 'Me', sessionId: 's', roles: new Map(role ? [['here', role]] : []) }
  const subject = { workspaceId: 'here', authorId: own ? 'me' : 'someone', ...facts, ...(bound && { role: bound }) }
  if (who === 'anonymous') return 401
  if (!canSee(actor, subject)) return 404
  if (!can(actor, permission, subject)) return call.hidden ? 404 : 403
  return call.moot?.(variant, who, where) ? 409 : 200
}

function differing(): number {
  return cells.filter((cell) => statusOf(cell) !== cell.status).length
}

test('the policy as it is gives what the matrix expects', () => {
  expect(cells.length).toBeGreaterThan(5000)
  expect(differing()).toBe(0)
})

const clauses = [
  ...VISIBLE.map((_, at) => ({ name: `visibility, clause ${at}`, row: VISIBLE, at })),
  ...Object.entries(POLICY).flatMap(([permission, rows]) =>
    (rows as Clause[][]).flatMap((row) => row.map((_, at) => ({ name: `${permission}, clause ${at}`, row, at }))),
  ),
]

test('breaking any clause would be noticed', () => {
  expect(clauses.length).toBeGreaterThan(60)
  const unnoticed: string[] = []
  for (const { name, row, at } of clauses) {
    for (const answer of [true, false]) {
      const [clause] = row.splice(at, 1, () => answer)
      if (differing() === 0) unnoticed.push(`${name}: always ${answer}`)
      row.splice(at, 1, clause as Clause)
    }
  }
  expect(unnoticed).toEqual([])
})
