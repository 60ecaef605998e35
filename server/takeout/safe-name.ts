import { cleanFileName } from '../documents/file-name'

/** Names that Windows takes for devices, whatever ending they have. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * The name of a file in an archive: one that unpacks into its own folder on every system, whatever it was called where it came
 * from. No way up, no control characters, nothing that a system reads otherwise.
 */
export function safeName(name: string): string {
  const plain = cleanFileName(name)
    .replace(/[<>:"|?*\\/]/g, '_')
    .replace(/[. ]+$/, '')
  return RESERVED.test(plain) || plain === '' ? `_${plain}` : plain
}
