import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEEPEST, tree } from './tree'

// A comment is its id and, after a colon, the id of the one that it answers; drawn with a dot for each level, and with
// ">" before the id that it answers where the indentation does not show it.
test.each<[string, string, string[]]>([
  ['nothing', '', []],
  ['one after the other', 'a b c', ['a', 'b', 'c']],
  ['replies below what they answer', 'a b c:a d:b', ['a', '.c', 'b', '.d']],
  ['replies in the order of time', 'a b:a c:a d:b', ['a', '.b', '..d', '.c']],
  ['three levels', 'a b:a c:b d:c', ['a', '.b', '..c', '...d']],
  ['flat after three', 'a b:a c:b d:c e:d f:e', ['a', '.b', '..c', '...d', '...e>d', '...f>e']],
  ['flat in the order of time', 'a b:a c:b d:c e:c f:d g:e', ['a', '.b', '..c', '...d', '...e', '...f>d', '...g>e']],
  ['one whose parent is not there', 'a b:x c:b', ['a', 'b', '.c']],
])('%s', (_, source, expected) => {
  const comments = source.split(' ').filter(Boolean).map(comment)
  expect(
    tree(comments).map(
      ({ comment, depth, answers }) => '.'.repeat(depth) + comment.id + (answers ? `>${answers.id}` : ''),
    ),
  ).toEqual(expected)
})

test('every comment is drawn once, after what it answers, at most one level deeper than the one before', () => {
  const anyThread = fc
    .array(fc.option(fc.nat(60)), { maxLength: 60 })
    .map((parents) =>
      parents.map((parent, i) => ({ id: String(i), parentId: parent === null || parent >= i ? null : String(parent) })),
    )
  fc.assert(
    fc.property(anyThread, (comments) => {
      const drawn = tree(comments)
      expect(drawn.map(({ comment }) => comment.id).sort()).toEqual(comments.map(({ id }) => id).sort())
      const place = new Map(drawn.map(({ comment }, i) => [comment.id, i]))
      for (const [i, { comment, depth }] of drawn.entries()) {
        if (comment.parentId !== null) expect(place.get(comment.parentId)).toBeLessThan(i)
        expect(depth).toBeLessThanOrEqual(Math.min(DEEPEST, (drawn[i - 1]?.depth ?? -1) + 1))
      }
    }),
  )
})

function comment(source: string) {
  const [id = '', parentId] = source.split(':')
  return { id, parentId: parentId ?? null }
}
