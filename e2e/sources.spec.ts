import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { makeProject } from '@/server/testing/make-world'
import { actorOf } from '@/server/testing/make'
import { expect, test, type Page } from './fixtures'

const WEB = process.env.WEB_URL ?? ''

async function openEmpty(page: Page, desk: { workspaceId: string; owner: { id: string; name: string } }) {
  const { projectId } = await makeProject(desk.workspaceId, await actorOf(desk.owner))
  await page.goto(`/p/${projectId}`)
  return projectId
}

test('a page of the web is imported with what it says of itself, once; and its details can be mended', async ({
  desk,
  as,
  member,
}) => {
  const page = await as(desk.owner)
  await openEmpty(page, desk)
  await page.getByRole('button', { name: 'From the web' }).click()
  const dialog = page.getByRole('dialog', { name: 'From the web' })
  const bring = async (address: string) => {
    await dialog.getByLabel('Address').fill(address)
    await page.keyboard.press('Enter')
  }
  for (const [address, words] of [
    ['', 'starts with http'],
    ['http://169.254.169.254/latest/', 'public web only'],
    [`${WEB}/inside`, 'public web only'],
    [`${WEB}/nothing`, 'nothing at this address'],
    [`${WEB}/wall`, 'wants a sign-in'],
  ] as const) {
    await bring(address)
    await expect(dialog.getByRole('alert')).toContainText(words)
    await expect(dialog.getByLabel('Address')).toHaveValue(address)
  }
  await bring(`${WEB}/article#top`)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'A deal on rare earths', level: 1 })).toBeVisible()
  await expect(page.getByText('Rosa Quill, The Herald, 2026-11-12')).toBeVisible()
  const article = page.getByRole('article', { name: 'Document' })
  await expect(article).toContainText('fourteen thousand')
  await expect(article).not.toContainText('newsletter')
  await expect(article).toHaveAttribute('lang', 'en-GB')

  // Someone else mends the details at the same time.
  const { page: theirs } = await member('editor', 'Edda')
  await theirs.goto(page.url())
  const details = async (by: Page): Promise<Locator> => {
    await by.getByRole('button', { name: 'Details…' }).click()
    return by.getByRole('dialog', { name: 'Details' })
  }
  const mine = await details(page)
  const other = await details(theirs)
  await other.getByLabel('Author').fill('R. Quill')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(theirs.getByText('R. Quill, The Herald, 2026-11-12')).toBeVisible()
  await mine.getByLabel('Language').fill('british')
  await mine.getByLabel('Author').fill('Rosa Quill and Ben Ink')
  await mine.getByRole('button', { name: 'Save' }).click()
  await expect(mine.getByText('Please write a language as its code')).toBeVisible()
  await mine.getByLabel('Language').fill('EN-us')
  await mine.getByRole('button', { name: 'Save' }).click()
  await expect(mine.getByRole('note')).toContainText('Someone else changed the details')
  await expect(mine.getByRole('note')).toContainText('R. Quill')
  await expect(mine.getByLabel('Author')).toHaveValue('Rosa Quill and Ben Ink')
  await mine.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Rosa Quill and Ben Ink, The Herald, 2026-11-12')).toBeVisible()
  await expect(page.getByText('American English')).toBeVisible()

  // The same address again is said.
  await page.goBack()
  await page.getByRole('button', { name: 'From the web' }).click()
  await bring(`${WEB}/article`)
  await expect(dialog.getByRole('alert')).toContainText('already, as “A deal on rare earths”')
  await dialog.getByRole('button', { name: 'Import again' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('rowheader')).toHaveCount(2)
})

test('a folder is imported: what is refused says why, what is stopped leaves nothing and can be sent again', async ({
  desk,
  as,
}, info) => {
  const folder = join(info.outputPath(), 'desk')
  mkdirSync(join(folder, 'sub'), { recursive: true })
  writeFileSync(join(folder, 'one.txt'), 'Ministers signed a deal.')
  writeFileSync(join(folder, 'empty.md'), '')
  writeFileSync(join(folder, 'picture.png'), 'x')
  writeFileSync(join(folder, 'sub', 'held.txt'), 'Held up on its way.')
  writeFileSync(join(folder, 'sub', 'two.txt'), 'Officials spoke of 40,000 tonnes.')
  const page = await as(desk.owner)
  await openEmpty(page, desk)
  const imports = page.getByRole('region', { name: 'Imports' })
  const item = (name: string) => imports.getByRole('listitem').filter({ hasText: name })
  // This one never leaves the browser.
  const held = (url: URL) => url.searchParams.get('name') === 'held.txt'
  await page.route(held, () => undefined)
  await page.getByLabel('Folder to import').setInputFiles(folder)
  await expect(item('desk/one.txt')).toContainText('Imported')
  await expect(item('desk/sub/two.txt')).toContainText('Imported')
  await expect(item('desk/empty.md')).toContainText('This file is empty')
  await expect(item('desk/picture.png')).toContainText('Left out: .png')
  await expect(imports.getByRole('status')).toHaveText('3 of 4 files done')
  await page.getByRole('button', { name: 'Stop desk/sub/held.txt' }).click()
  await expect(item('held.txt')).toContainText('You stopped this one.')
  await expect(imports.getByRole('status')).toHaveText('2 files imported, 2 not, 1 left out')
  await expect(page.getByRole('rowheader')).toHaveCount(2)

  await page.unroute(held)
  await page.getByRole('button', { name: 'Try desk/sub/held.txt again' }).click()
  await expect(item('held.txt')).toContainText('Imported')
  await expect(page.getByRole('rowheader')).toHaveCount(3)
})
