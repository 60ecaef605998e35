import { expect, test } from 'vitest'
import { chosen, chosenFolder, droppedBy, MOST_FILES } from './dropped'

type Tree = { [name: string]: string | Tree }

/** A folder as browsers hand it over: its entries come in batches. */
function folder(name: string, tree: Tree, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`
  const entries = Object.entries(tree).map(([child, content]) =>
    typeof content === 'string'
      ? {
          name: child,
          isDirectory: false,
          fullPath: `${fullPath}/${child}`,
          file: (take: (file: File) => void) => take(new File([content], child)),
        }
      : folder(child, content, fullPath),
  )
  const createReader = () => {
    const rest = [...entries]
    return { readEntries: (take: (some: unknown[]) => void) => take(rest.splice(0, 2)) }
  }
  return { name, isDirectory: true, fullPath, createReader } as unknown as FileSystemEntry
}

const drop = (entries: FileSystemEntry[], files: File[]) =>
  droppedBy({
    files,
    items: [
      ...entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })),
      { kind: 'string', webkitGetAsEntry: () => null },
    ],
  } as unknown as DataTransfer)

const said = (dropped: { path: string; skipped: string }[]) => dropped.map(({ path, skipped }) => [path, skipped])

test('a folder is read to its depths, and what is no text in it is left out with a reason', async () => {
  const tree = {
    'b.md': '',
    'a.txt': '',
    '.hidden': '',
    sub: { deep: { 'c.PDF': '' }, 'picture.png': '' },
    README: '',
    'Thumbs.db': '',
  }
  const dropped = await drop([folder('desk', tree)], [new File([], 'desk'), new File(['x'], 'odd.xyz')])
  expect(said(dropped)).toEqual([
    ['odd.xyz', ''],
    ['desk/a.txt', ''],
    ['desk/b.md', ''],
    ['desk/sub/deep/c.PDF', ''],
    ['desk/sub/picture.png', 'Left out: .png is no format that is read.'],
    ['desk/README', 'Left out: its name has no ending.'],
  ])
})

test('files that are chosen by hand are all sent: the server says what is wrong', () => {
  expect(said(chosen([new File([], 'a.png')]))).toEqual([['a.png', '']])
})

test('of too many files the rest is left out, and that is said', () => {
  const many = Array.from({ length: MOST_FILES + 1 }, (_, at) => new File([], `${at}.txt`))
  const left = chosenFolder(many).filter(({ skipped }) => skipped !== '')
  expect(said(left)).toEqual([['1000.txt', expect.stringMatching(/^Left out: 1,000 files/)]])
})
