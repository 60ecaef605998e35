import { expect, test } from 'vitest'
import { deedsOf, RANK, ROLES, withArticle } from './role'

test('roles rank as they are listed', () => {
  expect(ROLES.map((role) => RANK[role])).toEqual([0, 1, 2, 3, 4])
})

test('each role may do all that the ones before it may, and one thing more', () => {
  expect(deedsOf('analyst')).toBe('reads documents, annotations and threads; annotates, comments and resolves')
  for (const [index, role] of ROLES.entries()) expect(deedsOf(role).split('; ')).toHaveLength(index + 1)
})

test('articles', () => {
  expect(ROLES.map(withArticle)).toEqual(['a viewer', 'an analyst', 'an editor', 'an admin', 'an owner'])
})
