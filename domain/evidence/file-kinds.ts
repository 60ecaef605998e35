/** Bytes that stand at a place of a file; in hexadecimal. */
type Mark = readonly [at: number, bytes: string]

export type FileKind = {
  mediaType: `${string}/${string}`
  name: string
  /** What files of this kind are called; the first is the usual one. */
  endings: readonly string[]
  /** How it begins: the marks of one of these. */
  begins: readonly (readonly Mark[])[]
}

/** The files that can be evidence. What one is, its first bytes say, never its name or whoever sends it. */
export const FILE_KINDS: readonly FileKind[] = [
  { mediaType: 'image/png', name: 'PNG', endings: ['.png'], begins: [[[0, '89504e470d0a1a0a']]] },
  { mediaType: 'image/jpeg', name: 'JPEG', endings: ['.jpg', '.jpeg'], begins: [[[0, 'ffd8ff']]] },
  // GIF87a and GIF89a
  { mediaType: 'image/gif', name: 'GIF', endings: ['.gif'], begins: [[[0, '474946383761']], [[0, '474946383961']]] },
  // RIFF, the length, WEBP
  { mediaType: 'image/webp', name: 'WebP', endings: ['.webp'], begins: [[[0, '52494646'], [8, '57454250']]] }, // prettier-ignore
  // %PDF-
  { mediaType: 'application/pdf', name: 'PDF', endings: ['.pdf'], begins: [[[0, '255044462d']]] },
]

/** The media types of those that can be shown in place. */
export const PICTURES = FILE_KINDS.map(({ mediaType }) => mediaType).filter((type) => type.startsWith('image/'))

/** What kind of file these bytes are; null for all that can't be evidence. */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
  return FILE_KINDS.find(({ begins }) => begins.some((marks) => marks.every((mark) => stands(bytes, mark)))) ?? null
}

/** A file's name with an ending that says what it is: one that says otherwise gets a true one after it. */
export function withEnding(name: string, { endings }: FileKind): string {
  const lower = name.toLowerCase()
  return endings.some((ending) => lower.endsWith(ending)) ? name : `${name}${endings[0] ?? ''}`
}

function stands(bytes: Uint8Array, [at, expected]: Mark): boolean {
  const there = bytes.subarray(at, at + expected.length / 2)
  return [...there].map((byte) => byte.toString(16).padStart(2, '0')).join('') === expected
}
