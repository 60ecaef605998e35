/** A file that was chosen or dropped, and why it can't even be sent; empty where it can. */
export type Dropped = { file: File; refused: string }

export const chosen = (files: Iterable<File>): Dropped[] => [...files].map((file) => ({ file, refused: '' }))

/** What a drop brought. A folder looks like a file that can't be read, so it is told apart here. */
export function droppedBy({ items, files }: DataTransfer): Dropped[] {
  const folders = new Set(
    [...items].flatMap((item) => {
      const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
      return entry?.isDirectory ? [entry.name] : []
    }),
  )
  return [...files].map((file) => ({
    file,
    refused: folders.has(file.name) ? 'This is a folder. Open it, and drop or choose the files in it.' : '',
  }))
}
