/** Longer names are cut, in code points; what comes after the last dot stays. */
const LONGEST = 120

/**
 * A file name that is safe to show, keep and send back: without folders, control characters and the invisible ones that
 * turn text around, so that "gpj.exe" can't be made to look like "exe.jpg".
 */
export function cleanFileName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = base
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const ending = /\.[^.]{1,12}$/.exec(plain)?.[0] ?? ''
  const stem = [...plain.slice(0, plain.length - ending.length)].slice(0, LONGEST).join('').trimEnd()
  return `${/^[.\s]*$/.test(stem) ? 'document' : stem}${ending}`
}

/** The header that makes a browser save a file under this name (RFC 6266, RFC 8187). */
export const attachment = (name: string): string => disposition('attachment', name)

/** The header of what may be shown in place, and is called this where it is saved. */
export const inline = (name: string): string => disposition('inline', name)

function disposition(kind: 'attachment' | 'inline', name: string): string {
  const ascii = name.replace(/[^\x20-\x7E]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
