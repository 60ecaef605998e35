import type { Locator } from '@playwright/test'
import { makeDocument, makeProject } from '@/server/testing/make-world'
import { actorOf } from '@/server/testing/make'
import { expect, test, type Page } from './fixtures'

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: typeof content === 'string' ? Buffer.from(content) : content,
})

const chooser = (page: Page) => page.getByLabel('Files to import')
const imports = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Imports' }).getByRole('listitem').filter({ hasText: name })
const row = (page: Page, title: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) })
const titles = (page: Page) => page.getByRole('rowheader').getByRole('link').allTextContents()

async function act(page: Page, title: string, deed: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${title}` }).click()
  await page.getByRole('menuitem', { name: deed }).click()
}

/** An empty project at the desk. */
async function emptyProject(desk: { workspaceId: string; owner: { id: string; name: string } }): Promise<string> {
  const { projectId } = await makeProject(desk.workspaceId, await actorOf(desk.owner))
  return projectId
}

test('an empty project teaches; a pasted text is imported with the structure it was copied with', async ({
  desk,
  as,
}) => {
  const page = await as(desk.owner)
  await page.goto(`/p/${await emptyProject(desk)}`)
  await expect(page.getByRole('heading', { name: 'Bring in what the team should read' })).toBeVisible()
  await page.getByRole('button', { name: 'Paste a text' }).click()
  const dialog = page.getByRole('dialog', { name: 'Paste a text' })

  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(dialog.getByRole('alert')).toContainText('empty')

  await dialog.getByLabel('Text').fill('# A pasted briefing\n\nIt has *two* paragraphs.\n\n- and a list')
  await dialog.getByLabel('Written as').selectOption('Markdown')
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('status').getByText('“A pasted briefing” is imported.')).toBeVisible()
  await expect(row(page, 'A pasted briefing')).toContainText('Markdown')

  // The clipboard of a web page, pasted on the page itself.
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'Copied page\nFirst words.')
    clipboardData.setData('text/html', '<h1>Copied page</h1><p>First <b>words</b>.</p>')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(dialog.getByLabel('Written as')).toHaveValue('copied')
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(row(page, 'Copied page')).toContainText('HTML')
})

test('several files at once: each tells how it goes, and bad ones say what to do', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await page.goto(`/p/${await emptyProject(desk)}`)
  await chooser(page).setInputFiles([
    file('briefing.txt', 'Ministers signed a deal.\n\nOfficials spoke of 40,000 tonnes.'),
    file('notes.md', '# Notes of May\n\nWords.'),
    file('page.html', '<title>A page</title><h1>A page</h1><p>Words.</p>'),
    file('latin.txt', Buffer.from('Der Vertrag über seltene Erden ist schön.', 'latin1')),
    file('empty.txt', ''),
    file('report.docx', 'PK'),
    file('picture.txt', Buffer.from('89504e470d0a1a0a00000000', 'hex')),
    file('too-long.txt', 'word '.repeat(600_001)),
    file('too-large.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'a')),
  ])
  await expect(page.getByText('4 files imported, 5 not')).toBeVisible({ timeout: 60_000 })
  await expect(imports(page, 'latin.txt')).toContainText('it was converted from')
  await expect(imports(page, 'empty.txt')).toContainText('This file is empty. Check that it was saved')
  await expect(imports(page, 'report.docx')).toContainText('is not a Word document, or it is damaged')
  await expect(imports(page, 'picture.txt')).toContainText('looks like a PNG picture')
  await expect(imports(page, 'too-long.txt')).toContainText('3,000,000 is the most')
  await expect(imports(page, 'too-large.txt')).toContainText('20 MB is the most')
  await expect(page.getByRole('rowheader')).toHaveCount(4)
  await expect(row(page, 'A page')).toContainText('HTML')

  // The same again is allowed, and told.
  await chooser(page).setInputFiles(file('again.txt', 'Ministers signed a deal.\n\nOfficials spoke of 40,000 tonnes.'))
  await expect(imports(page, 'again.txt')).toContainText('The same file is in this project already')
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(page.getByRole('region', { name: 'Imports' })).toHaveCount(0)
})

test('files can be dropped anywhere on the page', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await page.goto(`/p/${await emptyProject(desk)}`)
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['Dropped words.'], 'dropped.txt'))
    data.items.add(new File(['# More'], 'more.md'))
    return data
  })
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped })
  await expect(page.getByText('Drop to import')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
  await expect(page.getByText('Drop to import')).toBeHidden()
  await expect(page.getByText('2 files imported')).toBeVisible()
  await expect(page.getByRole('rowheader')).toHaveCount(2)
})

test('a connection that breaks is told, and trying again makes one document', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await page.goto(`/p/${await emptyProject(desk)}`)
  const uploads = '**/api/v1/projects/*/uploads?*'
  // The server makes the document, but its answer is lost on the way.
  await page.route(uploads, async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await chooser(page).setInputFiles(file('lost.txt', 'Lost on the way.'))
  await expect(imports(page, 'lost.txt')).toContainText('Check your connection and try again')
  await page.unroute(uploads)
  await page.getByRole('button', { name: 'Try lost.txt again' }).click()
  await expect(imports(page, 'lost.txt')).toContainText('Imported')
  await expect(page.getByRole('rowheader')).toHaveCount(1)
})

test('rename, sort, filter', async ({ desk, as }) => {
  const by = await actorOf(desk.owner)
  const projectId = await emptyProject(desk)
  for (let made = 0; made < 3; made++) await makeDocument(projectId, desk.workspaceId, by)
  const page = await as(desk.owner)
  await page.goto(`/p/${projectId}`)
  for (const title of ['Zinc', 'apatite', 'Beryl']) {
    await page.getByRole('button', { name: 'Actions for Briefing' }).first().click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    const dialog = page.getByRole('dialog', { name: 'Rename' })
    await dialog.getByLabel('Title').fill(title)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(row(page, title)).toBeVisible()
  }
  await page.getByRole('columnheader').getByRole('link', { name: 'Title' }).click()
  await expect(page.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'ascending')
  expect(await titles(page)).toEqual(['apatite', 'Beryl', 'Zinc'])
  await page.getByRole('columnheader').getByRole('link', { name: 'Title' }).click()
  await expect(page.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'descending')
  expect(await titles(page)).toEqual(['Zinc', 'Beryl', 'apatite'])

  await page.getByLabel('Filter by title').fill('BER')
  await expect(page.getByRole('rowheader')).toHaveCount(1)
  await expect(page).toHaveURL(/sort=title&order=desc&text=BER/)
  await page.getByLabel('Filter by title').fill('nowhere')
  await expect(page.getByText('No title here has “nowhere” in it.')).toBeVisible()
  await page.getByLabel('Filter by title').fill('')
  await expect(page.getByRole('rowheader')).toHaveCount(3)
})

test('two people rename at once: the second sees both titles and chooses', async ({ desk, as, member }) => {
  const first = await as(desk.owner)
  const second = (await member('editor', 'Edda Editor')).page
  for (const page of [first, second]) {
    await page.goto(`/p/${desk.projectId}`)
    await act(page, 'Briefing', 'Rename')
  }
  const rename = async (page: Page, title: string) => {
    await page.getByLabel('Title', { exact: true }).fill(title)
    await page.getByRole('button', { name: 'Rename' }).click()
  }
  await rename(first, 'By the owner')
  await expect(row(first, 'By the owner')).toBeVisible()
  await rename(second, 'By the editor')
  const dialog = second.getByRole('dialog', { name: 'Rename' })
  await expect(dialog.getByRole('alert')).toHaveText('Someone else renamed this document meanwhile.')
  await expect(dialog).toContainText('It is now called “By the owner”.')
  await expect(dialog.getByLabel('Title')).toHaveValue('By the editor')
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(row(second, 'By the editor')).toBeVisible()
})

test('to the trash, back by Undo, and back from the trash', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await page.goto(`/p/${desk.projectId}`)
  await act(page, 'Briefing', 'Move to the trash')
  await expect(page.getByRole('heading', { name: 'Bring in what the team should read' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, 'Briefing')).toBeVisible()

  await act(page, 'Briefing', 'Move to the trash')
  await expect(page.getByRole('rowheader')).toHaveCount(0)
  await page.getByRole('link', { name: 'Trash' }).click()
  await page.getByRole('button', { name: 'Restore Briefing' }).click()
  await expect(page.getByText('The trash is empty')).toBeVisible()
  await page.getByRole('link', { name: 'Documents' }).click()
  await expect(row(page, 'Briefing')).toBeVisible()
})

test('the original comes back byte for byte, as an attachment that no browser runs', async ({ desk, as, member }) => {
  const page = await as(desk.owner)
  await page.goto(`/p/${desk.projectId}`)
  const bytes = Buffer.from('<h1>Über “alles”</h1>\r\n<script>alert(1)</script><p>Words.</p>')
  await chooser(page).setInputFiles(file('Über “alles”.html', bytes))
  await expect(imports(page, 'Über “alles”.html')).toContainText('Imported')
  await page.getByRole('button', { name: 'Actions for Über “alles”' }).click()
  const link = page.getByRole('menuitem', { name: 'Download the original' })
  const download = page.waitForEvent('download')
  const address = (await link.getAttribute('href')) ?? ''
  await link.click()
  expect((await download).suggestedFilename()).toBe('Über “alles”.html')

  const response = await page.request.get(address)
  expect(await response.body()).toEqual(bytes)
  const headers = response.headers()
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="_ber _alles_\.html"; filename\*=UTF-8''%C3%9Cber/,
  )
  expect(headers['content-type']).toBe('application/octet-stream')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
  expect(headers['cache-control']).toContain('no-store')

  const viewer = (await member('viewer')).page
  expect((await viewer.request.get(address)).status()).toBe(200)
  await page.goto(`/p/${desk.projectId}`)
  await act(page, 'Über “alles”', 'Move to the trash')
  await expect(page.getByRole('rowheader')).toHaveCount(1)
  expect((await viewer.request.get(address)).status()).toBe(404)
})

test('viewers see documents and may download them, and are offered nothing that they may not do', async ({
  desk,
  member,
}) => {
  const { page } = await member('viewer')
  await page.goto(`/p/${desk.projectId}`)
  await expect(row(page, 'Briefing')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Upload files' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Paste a text' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Trash' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Actions for Briefing' }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['Activity', 'Download the original'])
})

test('labels: add with a key, refuse one that is taken, retire with Undo', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await page.goto(`/p/${desk.projectId}/labels`)
  await page.getByRole('button', { name: 'Add a label' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a label' })
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog.getByText('Please write something here.')).toBeVisible()
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await dialog.getByLabel('Name').fill('Prediction')
  await dialog.getByRole('radio', { name: 'pink' }).check()
  await expect(dialog.getByRole('option', { name: '1: Question' })).toBeDisabled()
  await dialog.getByLabel('Key').selectOption('6')
  await dialog.getByRole('button', { name: 'Add' }).click()
  const offered = page.getByRole('region', { name: 'Labels', exact: true }).getByRole('listitem')
  await expect(offered).toHaveCount(6)
  await expect(offered.last()).toContainText('Prediction')

  await page.getByRole('button', { name: 'Retire Prediction' }).click()
  await expect(page.getByRole('region', { name: 'Retired labels' })).toContainText('Prediction')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(offered).toHaveCount(6)
})

test('on a phone everything is there: sort, import, rename', async ({ desk, as }) => {
  const page = await as(desk.owner, { viewport: { width: 390, height: 844 } })
  await page.goto(`/p/${desk.projectId}`)
  await page.getByLabel('Sort by').selectOption('Last activity')
  await expect(page).toHaveURL(/sort=activity/)
  await act(page, 'Briefing', 'Rename')
  await page.getByLabel('Title', { exact: true }).fill('Renamed on a phone')
  await page.getByRole('button', { name: 'Rename' }).click()
  await expect(row(page, 'Renamed on a phone')).toBeVisible()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
})
