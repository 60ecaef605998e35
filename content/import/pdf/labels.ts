import type { PDFDocumentProxy } from 'pdfjs-dist'
import { LONGEST_LABEL, type PageMark } from '@/domain/documents/page-mark'
import { oneLine } from '../meta'

/**
 * What is printed on pages, if the file says so and it differs from their numbers: "iv", "A-3". A page that says nothing
 * in such a file is cited by its number in brackets, as unnumbered pages are. Labels that two pages have name neither, so
 * then none is kept: a citation leads to one page.
 */
export async function labelsOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const said = (await pdf.getPageLabels().catch(() => null)) ?? []
  const printed = said.map((label) => oneLine(label, LONGEST_LABEL))
  const labels = printed.map((label, at) => label || `[${at + 1}]`)
  const differ = printed.some((label, at) => label !== '' && label !== String(at + 1))
  return differ && new Set(labels).size === labels.length ? labels : []
}

/** Marks of pages with what is printed on those. */
export function labelled(marks: readonly PageMark[], labels: readonly string[]): PageMark[] {
  return marks.map((mark) => {
    const label = labels[mark.page - 1]
    return label === undefined ? mark : { ...mark, label }
  })
}
