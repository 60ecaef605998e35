import { actorOf, makeAnnotation, makeComment } from '@/server/testing/make'
import { makeDocument } from '@/server/testing/make-world'
import { expect, test } from './fixtures'
import { card, open, painted } from './reader/page'

const LONG = Array.from(
  { length: 900 },
  (_, at) =>
    `Paragraph ${at} begins here. ${'More words follow it. '.repeat(20)}${at % 300 === 299 ? 'Café tariffs.' : ''}`,
)

test('from anywhere by a key: search while typing, narrow down, walk by arrows, jump to the comment', async ({
  desk,
  as,
  member,
}) => {
  const actor = await actorOf(desk.owner)
  const long = await makeDocument(desk.projectId, desk.workspaceId, actor, LONG)
  const { user } = await member('analyst', 'Ben')
  const { id } = await makeAnnotation(actor, long, 'Paragraph 870 begins', {})
  for (let count = 0; count < 12; count++) await makeComment(actor, id, `An answer, the ${count}th of many`)
  await makeComment(await actorOf(user), id, 'The shipments of the spring are missing')
  await makeAnnotation(await actorOf(user), long, 'Paragraph 10 begins', { visibility: 'private', tags: ['shipments'] })

  const page = await as(desk.owner)
  await page.goto(`/p/${desk.projectId}`)
  await page.locator('html[data-ready]').waitFor()
  await page.keyboard.press('/')
  await expect(page).toHaveURL(`/search?project=${desk.projectId}`)
  const field = page.getByRole('searchbox', { name: /^Search/ })
  const status = page.getByRole('main').getByRole('status')
  await expect(field).toBeFocused()
  await expect(page.getByText('What you can write')).toBeVisible()
  await field.pressSequentially('shipm')
  await expect(status).toHaveText('Found 1 comment.')
  await expect(page).toHaveURL(/q=shipm/)
  await field.fill('zebra')
  await expect(status).toHaveText('Nothing found.')
  await expect(page.getByText('Try it without the filters')).toBeVisible()
  await field.fill('begins -tariffs')
  await expect(status).toContainText('1 document, 1 annotation')
  await page.getByRole('link', { name: /^Annotations/ }).click()
  await expect(status).toHaveText('Found 1 annotation.')
  await page.reload()
  await expect(page.getByRole('list', { name: 'Results' }).locator('mark')).toHaveText('begins')
  await page.goto('/search?q=spring+missing')
  await page.locator('html[data-ready]').waitFor()
  await expect(field).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: /The shipments of the spring are missing/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/d/${long.documentId}`))
  const comment = card(page, 'Paragraph 870 begins').getByRole('article', { name: 'Comment by Ben' })
  await expect(comment).toBeInViewport()
  await expect(comment).toBeFocused()
  await expect(page.getByText('Paragraph 870 begins here.')).toBeAttached()

  await page.goto('/search?q=tariffs')
  await page.getByRole('link', { name: /Café tariffs/ }).click()
  await expect.poll(() => painted(page, 'focus')).toEqual(['tariffs'])
  await expect(page.getByText('Paragraph 299 begins here.')).toBeInViewport()
})

test('with keys alone: find words that are not on the page yet, go through them, and annotate one', async ({
  desk,
  as,
}) => {
  const long = await makeDocument(desk.projectId, desk.workspaceId, await actorOf(desk.owner), LONG)
  const page = await as(desk.owner)
  await open(page, long.documentId)
  await page.keyboard.press('Control+f')
  const field = page.getByRole('searchbox', { name: 'Find in the text' })
  await expect(field).toBeFocused()
  await page.keyboard.type('cafe tar')
  const said = page.getByRole('search', { name: 'Find in the text' }).getByRole('status')
  await expect(said).toHaveText('1 of 3')
  await expect.poll(() => painted(page, 'found')).toEqual(['Café tar', 'Café tar', 'Café tar'])
  await expect(page.getByText('Paragraph 299 begins here.')).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(said).toHaveText('2 of 3')
  await page.keyboard.press('F3')
  await expect(said).toHaveText('3 of 3')
  await expect(page.getByText('Paragraph 899 begins here.')).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(said).toHaveText('1 of 3')
  await page.keyboard.press('Shift+Enter')
  await expect(said).toHaveText('3 of 3')
  await page.getByRole('button', { name: 'Whole words only' }).click()
  await expect(said).toHaveText('Not found')
  await page.getByRole('button', { name: 'Whole words only' }).click()
  await expect(said).toHaveText('3 of 3')
  await field.press('Escape')
  await expect(field).toHaveCount(0)
  await expect.poll(() => painted(page, 'found')).toEqual([])
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('Café tar')
  await page.keyboard.press('1')
  await expect(card(page, 'Café tar')).toBeInViewport()
})
