import type { PageText } from './fragments'

/** The same pages, where a look that most letters have sets nothing apart. */
export function withoutUsualLook(pages: readonly PageText[]): PageText[] {
  const letters = { all: 0, bold: 0, italic: 0 }
  for (const { text, bold, italic } of pages.flatMap(({ fragments }) => fragments)) {
    letters.all += text.length
    if (bold) letters.bold += text.length
    if (italic) letters.italic += text.length
  }
  const means = { bold: 2 * letters.bold <= letters.all, italic: 2 * letters.italic <= letters.all }
  if (means.bold && means.italic) return [...pages]
  return pages.map((page) => ({
    ...page,
    fragments: page.fragments.map((one) => ({
      ...one,
      bold: one.bold && means.bold,
      italic: one.italic && means.italic,
    })),
  }))
}
