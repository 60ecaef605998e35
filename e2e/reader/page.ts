import type { Locator, Page } from '@playwright/test'

/** Opens a document, at an annotation if one is named. */
export async function open(page: Page, documentId: string, annotationId?: string): Promise<void> {
  await page.goto(`/d/${documentId}${annotationId ? `?a=${annotationId}` : ''}`)
  await page.locator('html[data-ready]').waitFor()
}

/** The card of the annotation on these words. */
export const card = (page: Page, words: string): Locator =>
  page.getByRole('article', { name: words }).and(page.locator('[data-annotation]'))

/** The words that are painted in one look, as the browser has them. */
export function painted(page: Page, look: string): Promise<string[]> {
  return page.evaluate((name) => {
    const ranges = [...(CSS.highlights.get(name) ?? [])]
    return ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange()
      range.setStart(startContainer, startOffset)
      range.setEnd(endContainer, endOffset)
      return range.toString()
    })
  }, look)
}

/** Clicks on the second character of `words` in the document. */
export async function clickOn(page: Page, words: string): Promise<void> {
  const at = await page.locator('.document').evaluate((root, said) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode as Text
      const start = text.data.indexOf(said)
      if (start < 0) continue
      const range = document.createRange()
      range.setStart(text, start + 1)
      range.setEnd(text, start + 2)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }
    throw new Error('not there')
  }, words)
  await page.mouse.click(at.x, at.y)
}
