import { describe, expect, test } from 'vitest'
import { MEANT, meant, STANDINGS, type Standing, type Verdict } from './policy.cases'
import { can, canSee, POLICY, VISIBLE, type Actor, type Clause, type Permission, type Subject } from './policy'

const PERMISSIONS = Object.keys(MEANT) as Permission[]

function decide(permission: Permission, { role, own, bound, ...facts }: Standing): Verdict {
  const actor: Actor = {
    id: 'me',
    name: 'Me',
    sessionId: 's',
    roles: new Map(role ? [['here', role]] : [['elsewhere', 'owner']]),
  }
  const subject: Subject = {
    workspaceId: 'here',
    authorId: own ? 'me' : 'someone',
    ...facts,
    ...(bound && { role: bound }),
  }
  if (!canSee(actor, subject)) return 'not-found'
  return can(actor, permission, subject) ? 'allowed' : 'forbidden'
}

function differences(permissions: Permission[]): string[] {
  return permissions.flatMap((permission) =>
    STANDINGS.filter((standing) => decide(permission, standing) !== meant(permission, standing)).map(
      (standing) => `${permission} ${JSON.stringify(standing)}: ${decide(permission, standing)}`,
    ),
  )
}

test.each(PERMISSIONS)('%s is decided as meant, for every standing', (permission) => {
  expect(differences([permission])).toEqual([])
})

test('the second table names the same permissions as the policy', () => {
  expect(PERMISSIONS.toSorted()).toEqual(Object.keys(POLICY).toSorted())
})

/** Puts `broken` in the clause's place, counts what then differs from what is meant, and mends it again. */
function broken(row: Clause[], index: number, by: Clause, permissions: Permission[]): number {
  const [clause] = row.splice(index, 1, by)
  try {
    return differences(permissions).length
  } finally {
    row.splice(index, 1, clause as Clause)
  }
}

describe('breaking any clause is noticed', () => {
  const rows = Object.entries(POLICY).flatMap(([permission, rows]) =>
    (rows as Clause[][]).map((row) => [permission as Permission, row] as const),
  )
  const clauses = rows.flatMap(([permission, row]) => row.map((_, index) => ({ permission, row, index })))

  test.each(clauses)('$permission, clause $index', ({ permission, row, index }) => {
    expect(
      broken(row, index, () => true, [permission]),
      'always true',
    ).toBeGreaterThan(0)
    expect(
      broken(row, index, () => false, [permission]),
      'always false',
    ).toBeGreaterThan(0)
  })

  test.each(VISIBLE.map((_, index) => index))('visibility, clause %i', (index) => {
    expect(
      broken(VISIBLE, index, () => true, PERMISSIONS),
      'always true',
    ).toBeGreaterThan(0)
    expect(
      broken(VISIBLE, index, () => false, PERMISSIONS),
      'always false',
    ).toBeGreaterThan(0)
  })
})
