import type { PDFPageProxy } from 'pdfjs-dist'

/** How letters are set apart from others of their size. */
export type Face = { bold: boolean; italic: boolean }

/** What fonts of a document look like, by the names that pdf.js gives them. */
export type Faces = Map<string, Face>

export const PLAIN: Face = { bold: false, italic: false }

/** What foundries, and TeX, call their heavier and their slanted letters. `Medium` is no bold, but Nimbus’ `Medi` is. */
const BOLD = /bold|black|heavy|demi|medi(?:ital|obli)?$|^(?:cmb|cmssbx|sfbx)/i
const ITALIC = /italic|(?:[-,]|bold|medi|regu)ital|obli|slant|kursiv|^(?:cmti|cmsl|cmbxti|cmbxsl|cmssi|sfti|sfsl)/i
/** `Minion-It`, `MyriadPro-BoldIt`. */
const IT = /[-a-z]It$/

/** A look by the name of a font, without the letters that programs put before it: `ABCDEF+Times-Bold`. */
export function faceNamed(name: string): Face {
  const own = name.replace(/^[A-Z]{6}\+/, '')
  return { bold: BOLD.test(own), italic: ITALIC.test(own) || IT.test(own) }
}

/**
 * Looks up fonts of a page that are not known yet. Their names are told when the page is made ready for drawing, and not
 * with its words; that is done once for each font, and without pictures. Without an answer they are plain.
 */
export async function learnFaces(page: PDFPageProxy, names: readonly string[], faces: Faces): Promise<void> {
  const unknown = names.filter((name) => !faces.has(name))
  if (unknown.length === 0) return
  await page.getOperatorList().catch(() => null)
  for (const name of unknown) faces.set(name, page.commonObjs.has(name) ? faceOf(page.commonObjs.get(name)) : PLAIN)
}

function faceOf(font: unknown): Face {
  const { name } = (font ?? {}) as { name?: unknown }
  return typeof name === 'string' ? faceNamed(name) : PLAIN
}
