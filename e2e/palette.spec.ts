import { actorOf, makeAnnotation } from '@/server/testing/make'
import { expect, test } from './fixtures'
import { card } from './reader/page'

test('Ctrl-K leads to documents, annotations, people and pages, and does what the page offers', async ({
  desk,
  as,
  member,
}) => {
  await makeAnnotation(await actorOf(desk.owner), desk, 'signed a deal on rare earths')
  await member('analyst', 'Ada Lovelace')
  const page = await as(desk.owner)
  await page.goto(`/p/${desk.projectId}`)
  await page.locator('html[data-ready]').waitFor()
  const palette = page.getByRole('dialog', { name: 'Go to, or do' })
  const field = palette.getByRole('combobox')
  const look = async (words: string) => {
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused()
    await page.keyboard.type(words)
  }

  await look('paste')
  await expect(palette.getByRole('option', { name: 'Paste a text' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /Paste/ })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(palette).toHaveCount(0)
  await page.keyboard.press('Escape')

  await look('ada love')
  await expect(palette.getByRole('option', { name: /Ada Lovelace/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)

  await look('signed a deal')
  const hit = palette.getByRole('option', { name: /^signed a deal on rare earths/ })
  await expect(hit).toBeVisible()
  await hit.click()
  await expect(card(page, 'signed a deal on rare earths')).toBeVisible()
  await look('disagreement')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/p/${desk.projectId}/disagreement`)

  await page.goto(`/p/${desk.projectId}`)
  await page.locator('html[data-ready]').waitFor()
  await look('labels')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/p/${desk.projectId}/labels`)
})

test('projects and people are known by name on every page', async ({ desk, as, member }) => {
  await member('analyst', 'Ada Lovelace')
  const page = await as(desk.owner)
  await page.goto('/account')
  await page.locator('html[data-ready]').waitFor()
  const palette = page.getByRole('dialog', { name: 'Go to, or do' })
  await page.keyboard.press('Control+k')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('ada love')
  await expect(palette.getByRole('option', { name: /Ada Lovelace/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('rare earths')
  const project = palette.getByRole('option', { name: 'Rare earths', exact: true })
  await expect(project).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/p/${desk.projectId}`)
})

test('in a text the key is the editor’s, and a viewer is offered nothing that they may not do', async ({
  desk,
  member,
}) => {
  const { page } = await member('viewer', 'Vera')
  await page.goto(`/p/${desk.projectId}`)
  await page.locator('html[data-ready]').waitFor()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Go to, or do' })
  await expect(palette.getByRole('option', { name: 'Claims' })).toBeVisible()
  await expect(palette.getByRole('option', { name: 'Paste a text' })).toHaveCount(0)
})
