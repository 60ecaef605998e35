import { expect, test } from 'vitest'
import { droppedBy } from './dropped'

const item = (kind: string, entry: { name: string; isDirectory: boolean } | null) => ({
  kind,
  webkitGetAsEntry: () => entry,
})

test('a folder among the files is told apart, and says what to do', () => {
  const files = [new File(['words'], 'a.txt'), new File([], 'folder')]
  const items = [
    item('file', { name: 'a.txt', isDirectory: false }),
    item('file', { name: 'folder', isDirectory: true }),
    item('string', null),
  ]
  const dropped = droppedBy({ items, files } as unknown as DataTransfer)
  expect(dropped.map(({ file, refused }) => [file.name, refused])).toEqual([
    ['a.txt', ''],
    ['folder', 'This is a folder. Open it, and drop or choose the files in it.'],
  ])
})
