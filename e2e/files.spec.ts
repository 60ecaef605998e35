import { v7 } from 'uuid'
import { importers } from '@/server/testing/processes'
import { makeProject } from '@/server/testing/make-world'
import { actorOf, signIn } from '@/server/testing/make'
import { manyPages, twoColumns, withPreface, wordReport } from '@/server/testing/make-files'
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

test('a page of a PDF is gone to, and cited, by what is printed on it', async ({ desk, as }) => {
  const page = await as(desk.owner)
  const { projectId } = await makeProject(desk.workspaceId, await actorOf(desk.owner))
  await page.goto(`/p/${projectId}`)
  const buffer = Buffer.from(await withPreface())
  await page.getByLabel('Files to import').setInputFiles({ name: 'preface.pdf', mimeType: '', buffer })
  await page.getByRole('rowheader').getByRole('link', { name: 'A report with a preface' }).click()
  const text = page.getByRole('article', { name: 'Document' })
  await page.locator('html[data-ready]').waitFor()

  await page.getByRole('button', { name: 'Go to page…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Go to page' })
  const field = dialog.getByLabel('Page, of 9')
  await expect(field).toHaveValue('[1]')
  await expect(dialog.getByText('As it is printed on the page, or counted from the first.')).toBeVisible()
  await field.fill('xii')
  await dialog.getByRole('button', { name: 'Go' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Please write a number from 1 to 9, or what is printed on a page.')
  await field.fill('IV')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Page iv, which is 5 of 9')).toBeAttached()
  await expect(page).toHaveURL(/#page=5$/)
  const mark = text.locator('[data-page="5"]')
  await expect(mark).toHaveAttribute('aria-label', 'Page iv')
  await expect(text.locator('p:has([data-page="5"])')).toBeInViewport()

  await selectWords(page, 'Summary. Sentence 5 says')
  await page.keyboard.press('1')
  await expect(card(page, 'Summary. Sentence 5')).toContainText('p. iv')
})

test('who breaks off an upload leaves neither a process nor a document behind', async ({ desk, as, baseURL }) => {
  test.skip(process.platform !== 'linux', 'where processes are told of')
  const page = await as(desk.owner)
  const { name, value } = await signIn(desk.owner)
  const [id, before, breaking] = [v7(), new Set(importers()), new AbortController()]
  const begun = () => importers().filter((pid) => !before.has(pid))
  const base = baseURL ?? ''
  const documents = `${base}/api/v1/projects/${desk.projectId}`
  const said = fetch(`${documents}/uploads?id=${id}&name=heavy.pdf`, {
    method: 'POST',
    headers: { cookie: `${name}=${value}`, origin: new URL(base).origin, 'idempotency-key': v7() },
    body: Buffer.from(manyPages(4_500, (at) => Array.from({ length: 40 }, (_, line) => `Line ${line} of page ${at}.`))),
    signal: breaking.signal,
  }).then(
    () => 'answered',
    () => 'broken off',
  )
  await expect.poll(() => begun().length).toBeGreaterThan(0)
  const [reading] = [begun()]
  breaking.abort()
  expect(await said).toBe('broken off')
  // Read to its end, the file would take many times as long.
  await expect.poll(() => importers().filter((pid) => reading.includes(pid)), { timeout: 4_000 }).toEqual([])
  const { items } = (await (await page.request.get(`${documents}/documents?limit=50`)).json()) as {
    items: { id: string }[]
  }
  expect(items.map((each) => each.id)).not.toContain(id)
  expect((await page.request.get(`${base}/api/v1/documents/${id}`)).status()).toBe(404)
})
