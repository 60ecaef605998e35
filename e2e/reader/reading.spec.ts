import { db } from '@/server/testing/database'
import { actorOf, makeAnnotation } from '@/server/testing/make'
import { makeDocument } from '@/server/testing/make-world'
import { expect, test } from '../fixtures'
import { selectWords } from '../gestures'
import { card, clickOn, open, painted } from './page'

const DESK = ['One', 'two', 'three', 'four'].map((word) => `${word} `.repeat(60))
const WORDS = 'signed a deal on rare earths'
const LONG = Array.from(
  { length: 900 },
  (_, at) => `Paragraph ${at} begins here. ${'More words follow it. '.repeat(20)}`,
)

test('a permanent link opens the document at the passage, in a part that comes later', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const long = await makeDocument(desk.projectId, desk.workspaceId, actor, LONG)
  const { id } = await makeAnnotation(actor, long, 'Paragraph 870 begins', {})
  const page = await as(desk.owner)
  await page.goto(`/a/${id}`)
  await expect(page).toHaveURL(`/d/${long.documentId}?a=${id}`)
  await expect(page.getByText('Paragraph 870 begins here.')).toBeInViewport()
  await expect.poll(() => painted(page, 'focus')).toEqual(['Paragraph 870 begins'])
  await expect(card(page, 'Paragraph 870 begins')).toBeInViewport()
  await page.goto(`/a/${desk.documentId}`)
  await expect(page.getByRole('heading', { name: /not here|not found/i })).toBeVisible()
})

test('with keys alone: select, comment, walk, reply, resolve, close', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await page.keyboard.press('s')
  await expect(page.getByRole('toolbar', { name: 'Annotate the selection' })).toBeVisible()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('s')
  await page.keyboard.press('c')
  await page.keyboard.type('By keys alone')
  await page.keyboard.press('Control+Enter')
  const made = page.locator('[data-annotation]')
  await expect(made).toContainText('By keys alone')
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  await page.keyboard.press('1')
  await expect(made).toHaveCount(2)
  await page.keyboard.press('j')
  await expect(page.locator('[data-annotation] button[aria-expanded=true]')).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('r')
  await expect(page.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('1 and c are only letters here')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('1 and c are only letters here')).toBeVisible()
  await page.locator('[data-annotation] button[aria-expanded=true]').focus()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-annotation] button[aria-expanded=true]')).toHaveCount(0)
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: 'Single keys act at once' }).uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(page.locator('[data-annotation] button[aria-expanded=true]')).toHaveCount(0)
})

test('the first annotation to walk to may begin with the very first word', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  await makeAnnotation(actor, desk, 'Ministers')
  await makeAnnotation(actor, desk, 'Critics call')
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await expect(page.getByText('2 annotations')).toBeVisible()
  await page.keyboard.press('j')
  await expect(card(page, 'Ministers').locator('button[aria-expanded=true]')).toBeFocused()
  await page.keyboard.press('j')
  await expect(card(page, 'Critics call').locator('button[aria-expanded=true]')).toBeFocused()
})

test('on a phone: a bar for the selection, and threads in a sheet', async ({ desk, as }) => {
  const page = await as(desk.owner, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await open(page, desk.documentId)
  await page.evaluate(() => {
    const text = document.querySelector('.document p')?.firstChild
    if (text) getSelection()?.setBaseAndExtent(text, 10, text, 38)
  })
  const bar = page.getByRole('toolbar', { name: 'Annotate the selection' })
  await expect(bar).toBeInViewport({ ratio: 1 })
  await bar.getByRole('button', { name: 'Comment' }).tap()
  const sheet = page.getByRole('region', { name: 'Annotations' })
  await sheet.getByRole('textbox', { name: 'Comment' }).fill('From the train')
  await sheet.getByRole('button', { name: 'Save' }).tap()
  await expect(sheet.locator('[data-annotation]')).toContainText('From the train')
  await sheet.getByRole('button', { name: /here/ }).tap()
  await expect(sheet.locator('[data-annotation]')).toHaveCount(0)
  await page.touchscreen.tap(5, 200)
  await clickOn(page, WORDS.slice(0, 6))
  await expect(sheet.locator('[data-annotation]')).toContainText('From the train')
})

test('a browser without highlights says so in a line and lists everything', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  await makeAnnotation(actor, desk, WORDS, {})
  const page = await as(desk.owner)
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Highlight'))
  await open(page, desk.documentId)
  await expect(page.getByText('This browser can’t show highlights over the text.')).toBeVisible()
  await card(page, WORDS).getByRole('button').first().click()
  await expect(card(page, WORDS).getByRole('button', { name: 'Show in the document' })).toBeVisible()
  await selectWords(page, 'Critics call')
  await page.keyboard.press('1')
  await expect(card(page, 'Critics call')).toBeVisible()
})

test('a session that ends while someone reads loses nothing', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await selectWords(page, WORDS)
  await db.session.deleteMany({ where: { userId: desk.owner.id } })
  await page.keyboard.press('1')
  await page.getByRole('dialog', { name: 'You are signed out' }).getByRole('link', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fd%2F/)
  const again = await as(desk.owner)
  await page.context().addCookies(await again.context().cookies())
  await open(page, desk.documentId)
  await expect(card(page, WORDS)).toBeVisible()
  expect(await db.annotation.count({ where: { documentId: desk.documentId } })).toBe(1)
})

test('cards beside the text never cover each other, and follow their passages', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const long = await makeDocument(desk.projectId, desk.workspaceId, actor, [...DESK, 'Critics call it a promise.'])
  for (const words of ['One One', 'One One One', 'Critics call']) await makeAnnotation(actor, long, words, {})
  const page = await as(desk.owner)
  await open(page, long.documentId)
  const cards = page.locator('[data-annotation]')
  await expect(cards).toHaveCount(3)
  const boxes = () =>
    cards.evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
    )
  await expect
    .poll(async () => {
      const all = (await boxes()).sort((a, b) => a.top - b.top)
      return all.every(({ top }, at) => at === 0 || top >= (all[at - 1]?.bottom ?? 0))
    })
    .toBe(true)
  await clickOn(page, 'Critics')
  const passage = await page.locator('.document p').last().boundingBox()
  await expect
    .poll(async () => Math.abs(((await card(page, 'Critics call').boundingBox())?.y ?? 0) - (passage?.y ?? 0)))
    .toBeLessThan(12)
})
