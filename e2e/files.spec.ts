import { makeProject } from '@/server/testing/make-world'
import { actorOf } from '@/server/testing/make'
import { twoColumns, wordReport } from '@/server/testing/make-files'
import { expect, test } from './fixtures'
import { selectWords } from './gestures'
import { card } from './reader/page'

test('a Word report and a PDF in two columns are uploaded, read, annotated over a page break, and cited by page', async ({
  desk,
  as,
}) => {
  const page = await as(desk.owner)
  const { projectId } = await makeProject(desk.workspaceId, await actorOf(desk.owner))
  await page.goto(`/p/${projectId}`)
  const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })
  const files = [file('report.docx', await wordReport()), file('quarterly.pdf', await twoColumns())]
  await page.getByLabel('Files to import').setInputFiles(files)
  await expect(page.getByText('2 files imported')).toBeVisible({ timeout: 60_000 })

  await page.getByRole('rowheader').getByRole('link', { name: 'Report on the accord' }).click()
  const text = page.getByRole('article', { name: 'Document' })
  await expect(text.getByRole('heading', { name: 'What is in it' })).toBeVisible()
  await expect(text.getByText('The accord was signed in Kyiv[1], and disputed[2].')).toBeVisible()
  await expect(text.getByRole('listitem').filter({ hasText: 'According to the ministry.' })).toBeVisible()
  await expect(text.getByRole('link')).toHaveText('the text')
  await expect(page.getByRole('button', { name: 'Go to page…' })).toHaveCount(0)

  await page.goBack()
  await page.getByRole('rowheader').getByRole('link', { name: 'A report in two columns' }).click()
  await expect(text.getByRole('heading', { name: 'Minerals in two columns' })).toBeVisible()
  await page.locator('html[data-ready]').waitFor()

  // The words that stand before and behind the break between the first two pages.
  const words = await text.evaluate((root) => {
    const mark = root.querySelector('[data-page="2"]')
    const before = mark?.previousSibling?.textContent ?? ''
    return before.slice(-20) + (mark?.nextSibling?.textContent ?? '').slice(0, 20)
  })
  expect(words).toHaveLength(40)
  await selectWords(page, words)
  await page.keyboard.press('1')
  await expect(card(page, words.slice(0, 20))).toContainText('pp. 1–2')

  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  const dialog = page.getByRole('dialog', { name: 'Go to page' })
  await dialog.getByLabel('Page, of 4').fill('9')
  await dialog.getByRole('button', { name: 'Go' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Please write a number from 1 to 4.')
  await dialog.getByLabel('Page, of 4').fill('4')
  await page.keyboard.press('Enter')
  await expect(text.locator('p:has([data-page="4"])')).toBeInViewport()
  await expect(page).toHaveURL(/#page=4$/)

  await page.goto(`${page.url().replace(/[?#].*/, '')}#page=3`)
  await page.reload()
  await expect(text.locator('p:has([data-page="3"])')).toBeInViewport()
})
