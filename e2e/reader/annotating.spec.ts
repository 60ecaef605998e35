import { db } from '@/server/testing/database'
import { actorOf, makeAnnotation, makeComment } from '@/server/testing/make'
import { expect, test } from '../fixtures'
import { selectWords } from '../gestures'
import { card, clickOn, open, painted } from './page'

const FIRST = 'signed a deal on rare earths'
const SECOND = 'rare earths in the capital'

test('a passage is marked by a key, shows at once, is saved, and is there for others and after a reload', async ({
  desk,
  as,
  member,
}) => {
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await expect(page.getByText('Nothing is marked yet.')).toBeVisible()
  await selectWords(page, FIRST)
  await expect(page.getByRole('toolbar', { name: 'Annotate the selection' })).toBeVisible()
  await page.keyboard.press('1')
  await expect(card(page, FIRST)).toContainText('Question')
  await expect.poll(() => painted(page, 'label-blue')).toEqual([FIRST])
  const saved = await db.annotation.findFirstOrThrow({ where: { documentId: desk.documentId } })
  expect(saved).toMatchObject({ exact: FIRST, visibility: 'team', labelId: desk.labelIds[0], authorId: desk.owner.id })
  await page.reload()
  await expect.poll(() => painted(page, 'label-blue')).toEqual([FIRST])
  const { page: other } = await member('viewer')
  await open(other, desk.documentId)
  await expect(card(other, FIRST)).toBeVisible()
  await selectWords(other, SECOND)
  await expect(other.getByRole('toolbar', { name: 'Annotate the selection' })).toHaveCount(0)
})

test('a comment with a label, tags and words is written beside the passage', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await selectWords(page, FIRST)
  await page.keyboard.press('c')
  const composer = page.getByRole('region', { name: 'New annotation' })
  await composer.getByRole('textbox', { name: 'Comment' }).fill('Which deal?')
  await composer.getByRole('button', { name: 'Wording' }).click()
  await composer.getByRole('combobox', { name: 'Tags' }).fill('deal')
  await page.keyboard.press('Enter')
  await composer.getByRole('button', { name: 'Save' }).click()
  await expect(card(page, FIRST)).toContainText('Which deal?')
  await expect(card(page, FIRST)).toContainText('Wording')
  const saved = await db.annotation.findFirstOrThrow({ where: { documentId: desk.documentId } })
  expect(saved).toMatchObject({ exact: FIRST, tags: ['deal'], comments: 1 })
})

test('where annotations overlap, a click offers all that lie there, the smallest first', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  await makeAnnotation(actor, desk, 'Ministers signed a deal on rare earths in the capital', {})
  const small = await makeAnnotation(actor, desk, 'rare earths', {})
  await makeAnnotation(actor, desk, FIRST, {})
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await expect.poll(() => painted(page, 'overlap-3')).toEqual(['rare earths'])
  await clickOn(page, 'rare earths')
  const chooser = page.getByRole('dialog', { name: '3 annotations here' })
  const offered = await chooser.getByRole('button').allTextContents()
  expect(offered.map((text) => text.replace(/^.*Olga Owner/, ''))).toEqual([
    'rare earths',
    FIRST,
    'Ministers signed a deal on rare earths in the capital',
  ])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(chooser).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(small.id))
  await expect.poll(() => painted(page, 'focus')).toEqual(['rare earths'])
  await clickOn(page, 'Critics')
  await expect.poll(() => painted(page, 'focus')).toEqual([])
})

test('a draft survives a reload and a new sign-in', async ({ desk, as, stranger, baseURL }) => {
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await selectWords(page, FIRST)
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: 'Comment' }).fill('Half a thou')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveText('Half a thou')
  await page.context().clearCookies()
  await page.goto(`/d/${desk.documentId}`)
  await expect(page).toHaveURL(/sign-in/)
  const again = await as(desk.owner)
  const cookies = await again.context().cookies(baseURL)
  await page.context().addCookies(cookies)
  await open(page, desk.documentId)
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveText('Half a thou')
  await page.keyboard.press('Control+Enter')
  await expect(card(page, FIRST)).toContainText('Half a thou')
  const other = await stranger()
  await other.context().addCookies(cookies)
  await open(other, desk.documentId)
  await expect(other.getByRole('region', { name: 'New annotation' })).toHaveCount(0)
})

test('a save that fails is said, kept over a reload, and tried again with one effect', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  const route = '**/api/v1/documents/*/annotations'
  let lost = 0
  // The server gets the first attempt and the answer is lost; the second never gets there.
  await page.route(route, async (each) => {
    if (each.request().method() !== 'POST') return each.fallback()
    lost += 1
    if (lost === 1) await each.fetch()
    await each.abort()
  })
  await selectWords(page, FIRST)
  await page.keyboard.press('2')
  const waiting = page.getByRole('article', { name: /not saved yet/ })
  await expect(waiting).toContainText('Not saved.')
  await expect.poll(() => painted(page, 'failed')).toEqual([FIRST])
  await waiting.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => lost).toBe(2)
  await expect(waiting).toContainText('Not saved.')
  await page.unroute(route)
  await page.reload()
  await expect(card(page, FIRST)).toContainText('Context')
  await expect(waiting).toHaveCount(0)
  expect(await db.annotation.count({ where: { documentId: desk.documentId } })).toBe(1)
})

test('what can’t be saved at all can be discarded', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await db.document.update({ where: { id: desk.documentId }, data: { trashedAt: new Date() } })
  await db.membership.updateMany({ where: { userId: desk.owner.id }, data: { role: 'analyst' } })
  await selectWords(page, FIRST)
  await page.keyboard.press('1')
  const waiting = page.getByRole('article', { name: /not saved yet/ })
  await expect(waiting).toContainText('Not saved.')
  await waiting.getByRole('button', { name: 'Discard' }).click()
  await expect(waiting).toHaveCount(0)
})

test('label and tags change; a stale change shows both and overwrites nothing', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const { id } = await makeAnnotation(actor, desk, FIRST, { labelId: desk.labelIds[0], tags: ['one'] })
  const [here, there] = [await as(desk.owner), await as(desk.owner)]
  for (const page of [here, there]) {
    await open(page, desk.documentId, id)
    await page.getByRole('button', { name: 'Actions for this annotation' }).click()
    await page.getByRole('menuitem', { name: 'Change label and tags' }).click()
  }
  await there.getByRole('dialog').getByRole('button', { name: 'Important' }).click()
  await there.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(card(there, FIRST)).toContainText('Important')
  await here.getByRole('dialog').getByRole('combobox', { name: 'Tags' }).fill('two')
  await here.keyboard.press('Enter')
  await here.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(here.getByRole('dialog')).toContainText('Important; one')
  expect(await db.annotation.findUniqueOrThrow({ where: { id } })).toMatchObject({ tags: ['one'] })
  await here.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(here.getByRole('dialog')).toHaveCount(0)
  expect(await db.annotation.findUniqueOrThrow({ where: { id } })).toMatchObject({
    tags: ['one', 'two'],
    labelId: desk.labelIds[0],
  })
})

test('a deletion can be undone; what others answered stays as withdrawn', async ({ desk, as, member }) => {
  const actor = await actorOf(desk.owner)
  const { id } = await makeAnnotation(actor, desk, FIRST, {})
  const page = await as(desk.owner)
  const remove = async () => {
    await page.getByRole('button', { name: 'Actions for this annotation' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
  }
  await open(page, desk.documentId, id)
  await remove()
  await expect(card(page, FIRST)).toHaveCount(0)
  await expect.poll(() => painted(page, 'label-none')).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card(page, FIRST)).toBeVisible()
  const { user } = await member('analyst', 'Ben')
  await makeComment(await actorOf(user), id, 'I would keep it.')
  await open(page, desk.documentId, id)
  await remove()
  await expect(card(page, FIRST)).toContainText('Withdrawn')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
})

test('a private annotation is its author’s alone until it is shared', async ({ desk, as, member }) => {
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await selectWords(page, FIRST)
  await page.keyboard.press('p')
  await page.keyboard.press('1')
  await expect(card(page, FIRST)).toContainText('Only you')
  const { page: other } = await member('admin')
  await open(other, desk.documentId)
  await expect(other.getByText('0 annotations')).toBeVisible()
  await card(page, FIRST).getByRole('button').first().click()
  await page.getByRole('button', { name: 'Actions for this annotation' }).click()
  await page.getByRole('menuitem', { name: 'Share with the team' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Share' }).click()
  await expect(card(page, FIRST)).not.toContainText('Only you')
  await other.reload()
  await expect(card(other, FIRST)).toBeVisible()
})

test('filters narrow what is listed and what is painted; the order can follow activity', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const first = await makeAnnotation(actor, desk, FIRST, { labelId: desk.labelIds[0], tags: ['deal'] })
  await makeAnnotation(actor, desk, 'Critics call', { labelId: desk.labelIds[1] })
  await makeComment(actor, first.id, 'Which ones?')
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await expect(page.getByRole('status').filter({ hasText: '2 annotations' })).toBeVisible()
  await page.keyboard.press('f')
  for (const [name, option] of [
    ['Label', 'Question'],
    ['Tag', 'deal'],
    ['Author', 'Olga Owner'],
    ['Status', 'Open'],
    ['Visible to', 'The team'],
  ] as const) {
    await page.getByRole('combobox', { name, exact: true }).selectOption(option)
  }
  await expect(page.getByRole('status').filter({ hasText: '1 of 2 annotations' })).toBeVisible()
  await expect(card(page, 'Critics call')).toHaveCount(0)
  await expect.poll(() => painted(page, 'label-teal')).toEqual([])
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByRole('searchbox', { name: 'Text' }).fill('which one')
  await expect(page.getByRole('status').filter({ hasText: '1 of 2 annotations' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Text' }).fill('no such words')
  await expect(page.getByText('Nothing matches this filter.')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Text' }).fill('')
  await page.getByRole('combobox', { name: 'Order' }).selectOption('By activity')
  const order = () => page.locator('[data-annotation]').evaluateAll((all) => all.map((each) => each.ariaLabel ?? ''))
  await expect.poll(order).toHaveLength(2)
  expect((await order())[0]).toContain(FIRST)
})
