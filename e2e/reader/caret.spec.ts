import { actorOf, makeAnnotation, makeComment } from '@/server/testing/make'
import { makeDocument } from '@/server/testing/make-world'
import { expect, test, type Page } from '../fixtures'
import { card, open } from './page'

const caret = (page: Page) => page.locator('[data-caret]')
const document = (page: Page) => page.getByRole('article', { name: 'Document' })
const selected = (page: Page) => page.evaluate(() => String(getSelection()))

/** Tabs until the text has the focus. */
async function tabToText(page: Page): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    if (await document(page).evaluate((element) => element === window.document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the text is not reached by Tab')
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test('by keyboard alone: find words with the caret, write about them, answer, resolve; the focus comes back', async ({
  desk,
  as,
}) => {
  const actor = await actorOf(desk.owner)
  const { documentId, versionId, text } = await makeDocument(desk.projectId, desk.workspaceId, actor, [
    'The ministry signed a deal. Nobody saw the annex.',
    'A second paragraph follows it.',
  ])
  const marked = await makeAnnotation(actor, { documentId, versionId, text }, 'second paragraph')
  const { id: asked } = await makeComment(actor, marked.id, 'Is it the second?')
  await makeComment(actor, marked.id, 'It is.', asked)
  const page = await as(desk.owner)
  await open(page, documentId)
  await tabToText(page)
  await expect(caret(page)).toBeVisible()
  await press(page, 'Control+Home', 'Alt+ArrowDown')
  await expect(caret(page)).toHaveAttribute('data-caret', String(text.indexOf('Nobody')))
  await press(page, 'Control+ArrowRight', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight')
  expect(await selected(page)).toBe('saw the')
  await press(page, 'Control+Shift+ArrowLeft')
  expect(await selected(page)).toBe('saw ')
  await press(page, 'Alt+Shift+ArrowDown')
  expect(await selected(page)).toBe('saw the annex.')
  await press(page, 'Enter')
  await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused()
  await page.keyboard.type('Who says so?')
  await press(page, 'Control+Enter')
  await expect(card(page, 'saw the annex.')).toContainText('Who says so?')
  await expect(document(page)).toBeFocused()

  await press(page, 'Control+ArrowDown')
  await expect(caret(page)).toHaveAttribute('data-caret', String(text.indexOf('A second')))
  await press(page, 'Control+ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: 'Annotation by Olga Owner' })).toContainText('1 reply. Enter opens it.') // prettier-ignore
  await press(page, 'Enter')
  await expect(card(page, 'second paragraph').getByRole('button').first()).toBeFocused()
  await press(page, 'r')
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused()
  await page.keyboard.type('The second one.')
  await press(page, 'Control+Enter')
  await expect(card(page, 'second paragraph')).toContainText('The second one.')
  await expect(card(page, 'second paragraph').getByRole('button', { name: 'Reply…' })).toBeFocused()
  await press(page, 'e')
  await expect(page.getByRole('textbox', { name: 'Why is this settled?' })).toBeFocused()
  await page.keyboard.type('It is.')
  await press(page, 'Control+Enter')
  await expect(card(page, 'second paragraph')).toContainText('Resolved by Olga Owner')
  await expect(card(page, 'second paragraph').getByRole('button', { name: 'Reopen' })).toBeFocused()
  await press(page, 'Escape')
  await expect(document(page)).toBeFocused()
  await press(page, 'Escape', 'Shift+End')
  expect(await selected(page)).not.toBe('')
  await press(page, 'Escape')
  expect(await selected(page)).toBe('')
  await press(page, 'ArrowUp', 'Home', 'Shift+ArrowDown')
  expect(await selected(page)).toContain('Nobody saw the annex.')
})

test('the caret steps through scripts of every kind as their readers would', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const { documentId, text } = await makeDocument(desk.projectId, desk.workspaceId, actor, [
    'cafe\u0301 👩‍👩‍👧‍👦 end',
    'שלום עולם טוב',
    '稀土协议 is signed',
  ])
  const page = await as(desk.owner)
  await open(page, documentId)
  await press(page, 't', 'Control+Home')
  await press(page, ...Array<string>(5).fill('ArrowRight'), 'Shift+ArrowRight')
  expect(await selected(page)).toBe('👩‍👩‍👧‍👦')
  await press(page, '1')
  await expect(card(page, '👩‍👩‍👧‍👦')).toBeVisible()
  await press(page, 'Control+ArrowDown')
  await expect(caret(page)).toHaveAttribute('data-caret', String(text.indexOf('שלום')))
  // In a text from right to left, the left is forward.
  await press(page, 'Control+ArrowLeft', 'Control+Shift+ArrowLeft')
  expect(await selected(page)).toBe('עולם')
  await press(page, 'Control+ArrowDown', 'Control+ArrowRight', 'Control+Shift+ArrowRight')
  expect(await selected(page)).toBe('协议')
})

test('a click puts the caret away, single keys can be turned off, and typing presses none', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await press(page, 't')
  await expect(caret(page)).toBeVisible()
  await document(page).click()
  await expect(caret(page)).toHaveCount(0)
  await press(page, '?')
  const list = page.getByRole('dialog', { name: 'Keys' })
  await expect(list).toContainText('Into the text, to the caret')
  await list.getByRole('checkbox', { name: 'Single keys act at once' }).uncheck()
  await press(page, 'Escape')
  await document(page).evaluate((element: HTMLElement) => element.blur())
  await press(page, 't')
  await expect(caret(page)).toHaveCount(0)
  await press(page, '?')
  await expect(list).toHaveCount(0)
  await page.getByRole('button', { name: 'Keys' }).click()
  await list.getByRole('checkbox', { name: 'Single keys act at once' }).check()
})
