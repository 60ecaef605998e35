import { ACCEPTED } from './formats'

/** A file that was chosen or dropped: under which path, and why it is not sent; empty where it is. */
export type Dropped = { file: File; path: string; skipped: string }

/** More files at a time are a disk and not a reading list; the rest is left, and that is said. */
export const MOST_FILES = 1000

const ENDINGS = new Set(ACCEPTED.split(','))

/** Files that were chosen one by one: each is sent, and the server says what is wrong with it. */
export const chosen = (files: Iterable<File>): Dropped[] =>
  [...files].map((file) => ({ file, path: file.name, skipped: '' }))

/** The files of a folder that was chosen. */
export const chosenFolder = (files: Iterable<File>): Dropped[] =>
  inFolder([...files].map((file) => ({ file, path: file.webkitRelativePath || file.name })))

/** What a drop brought: files, and folders with all that is in them. Reads what was dropped before it waits for anything. */
export async function droppedBy({ items, files }: DataTransfer): Promise<Dropped[]> {
  const entries = [...items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []))
  const folders = entries.filter(({ isDirectory }) => isDirectory) as FileSystemDirectoryEntry[]
  const names = new Set(folders.map(({ name }) => name))
  const single = chosen([...files].filter(({ name }) => !names.has(name)))
  const found: Omit<Dropped, 'skipped'>[] = []
  for (const folder of folders) await walk(folder, found)
  return [...single, ...inFolder(found)]
}

/** What is not for reading in a folder is passed over; what the system keeps there for itself is not even mentioned. */
function inFolder(found: Omit<Dropped, 'skipped'>[]): Dropped[] {
  const visible = found.filter(({ path }) => !/(^|\/)(\.|Thumbs\.db$|desktop\.ini$)/i.test(path))
  return visible.map((each, at) => ({ ...each, skipped: at < MOST_FILES ? unfit(each.path) : LEFT }))
}

const LEFT = `Left out: ${MOST_FILES.toLocaleString('en')} files are the most at a time. Choose the rest afterwards.`

function unfit(path: string): string {
  const ending = /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? ''
  if (ENDINGS.has(ending)) return ''
  return ending === ''
    ? 'Left out: its name has no ending.'
    : `Left out: ${ending.slice(0, 12)} is no format that is read.`
}

async function walk(folder: FileSystemDirectoryEntry, found: Omit<Dropped, 'skipped'>[]): Promise<void> {
  const reader = folder.createReader()
  for (;;) {
    // A reader gives some of them each time, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0 || found.length > MOST_FILES) return
    for (const entry of some.toSorted((one, other) => one.name.localeCompare(other.name))) {
      if (entry.isDirectory) await walk(entry as FileSystemDirectoryEntry, found)
      else found.push({ file: await fileOf(entry as FileSystemFileEntry), path: entry.fullPath.replace(/^\//, '') })
    }
  }
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))
