import { db } from '@/server/testing/database'
import { actorOf, makeAnnotation, makeComment } from '@/server/testing/make'
import { expect, test, type Page } from '../fixtures'
import { card, open } from './page'

const WORDS = 'signed a deal on rare earths'

test('a thread: replies in their places, an edit with its history, a deletion undone', async ({ desk, as, member }) => {
  const actor = await actorOf(desk.owner)
  const { id } = await makeAnnotation(actor, desk, WORDS, {})
  await makeComment(actor, id, 'Which deal is it?')
  const { page: ben } = await member('analyst', 'Ben')
  await open(ben, desk.documentId, id)
  await said(ben, 'Olga Owner').getByRole('button', { name: 'Reply', exact: true }).click()
  await write(ben, 'Reply to Olga Owner', 'The one with the annex.')
  await ben.getByRole('button', { name: 'Reply', exact: true }).last().click()
  await expect(said(ben, 'Ben')).toContainText('The one with the annex.')
  const page = await as(desk.owner)
  await open(page, desk.documentId, id)
  await expect(said(page, 'Ben')).toContainText('The one with the annex.')
  await page.getByRole('button', { name: 'Actions for the comment by Olga Owner' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await write(page, 'Edit the comment', 'Which deal do they mean?')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(said(page, 'Olga Owner')).toContainText('Which deal do they mean?')
  await said(page, 'Olga Owner').getByRole('button', { name: 'edited' }).click()
  await expect(page.getByRole('dialog')).toContainText('Which deal is it?')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Actions for the comment by Olga Owner' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(said(page, 'Olga Owner')).toContainText('Deleted.')
  await expect(said(page, 'Ben')).toContainText('The one with the annex.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(said(page, 'Olga Owner')).toContainText('Which deal do they mean?')
})

test('a stale edit shows both texts and overwrites nothing until someone chooses', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const { id } = await makeAnnotation(actor, desk, WORDS, {})
  const comment = await makeComment(actor, id, 'As it was.')
  const [here, there] = [await as(desk.owner), await as(desk.owner)]
  for (const page of [here, there]) {
    await open(page, desk.documentId, id)
    await page.getByRole('button', { name: /Actions for the comment/ }).click()
    await page.getByRole('menuitem', { name: 'Edit' }).click()
  }
  await write(there, 'Edit the comment', 'Written there.')
  await there.getByRole('button', { name: 'Save' }).click()
  await expect(said(there, 'Olga Owner')).toContainText('Written there.')
  await write(here, 'Edit the comment', 'Written here.')
  await here.getByRole('button', { name: 'Save' }).click()
  await expect(here.getByText('Written there.')).toBeVisible()
  await expect(here.getByRole('textbox', { name: 'Edit the comment' })).toHaveText('Written here.')
  expect(await text(comment.id)).toBe('Written there.')
  await here.getByRole('button', { name: 'Save' }).click()
  await expect(here.getByRole('textbox', { name: 'Edit the comment' })).toHaveCount(0)
  await expect(said(here, 'Olga Owner')).toContainText('Written here.')
  expect(await text(comment.id)).toBe('Written here.')
})

test('the editor that comes late takes over what is selected in the plain field', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const { id } = await makeAnnotation(actor, desk, WORDS, {})
  await makeComment(actor, id, 'As it was.')
  const page = await as(desk.owner)
  await open(page, desk.documentId, id)
  const held: (() => Promise<void>)[] = []
  let holding = true
  await page.route('**/_next/static/chunks/**', (route) =>
    holding ? void held.push(() => route.continue()) : route.continue(),
  )
  await page.getByRole('button', { name: /Actions for the comment/ }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const field = page.getByRole('textbox', { name: 'Edit the comment' })
  await expect(field).toHaveValue('As it was.')
  await field.press('Control+a')
  expect(held.length).toBeGreaterThan(0)
  holding = false
  await Promise.all(held.map((release) => release()))
  await expect(page.getByRole('button', { name: 'Bold' })).toBeVisible()
  await page.keyboard.type('Anew.')
  await expect(field).toHaveText('Anew.')
})

test('a thread is resolved with a reason, undone, resolved again and reopened', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const { id } = await makeAnnotation(actor, desk, WORDS, {})
  const page = await as(desk.owner)
  await open(page, desk.documentId, id)
  const resolve = async () => {
    await page.getByRole('button', { name: 'Resolve' }).click()
    await page.getByRole('textbox', { name: 'Why is this settled?' }).fill('The annex says so.')
    await page.keyboard.press('Control+Enter')
    await expect(card(page, WORDS)).toContainText('Resolved by Olga Owner')
    await expect(card(page, WORDS)).toContainText('The annex says so.')
  }
  await resolve()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card(page, WORDS)).not.toContainText('Resolved by')
  await resolve()
  await page.getByRole('button', { name: 'Reopen' }).click()
  await expect(card(page, WORDS)).not.toContainText('Resolved by')
})

test('a reply keeps its form and survives a reload; its link leads only to safe addresses', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const { id } = await makeAnnotation(actor, desk, WORDS, {})
  const page = await as(desk.owner)
  await open(page, desk.documentId, id)
  await page.getByRole('button', { name: 'What is there to say about it?' }).click()
  await page.getByRole('button', { name: 'Bold' }).click()
  await page.keyboard.type('See the annex')
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Link', exact: true }).click()
  await page.getByRole('textbox', { name: 'Address of the link' }).fill('javascript:alert(1)')
  await page.getByRole('button', { name: 'Set link' }).click()
  await expect(page.getByText('Please give an address')).toBeVisible()
  await page.getByRole('textbox', { name: 'Address of the link' }).fill('https://example.org/annex')
  await page.getByRole('button', { name: 'Set link' }).click()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveText('See the annex')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(said(page, 'Olga Owner').locator('strong')).toHaveText('See the annex')
  await expect(said(page, 'Olga Owner').getByRole('link')).toHaveAttribute('href', 'https://example.org/annex')
})

test('what others say comes when someone looks again', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const { id } = await makeAnnotation(actor, desk, WORDS, {})
  await makeComment(actor, id, 'First.')
  const page = await as(desk.owner)
  await page.clock.install()
  await open(page, desk.documentId, id)
  await expect(said(page, 'Olga Owner')).toContainText('First.')
  await makeComment(actor, id, 'Said meanwhile.')
  await page.clock.fastForward(31_000)
  await expect(page.getByText('Said meanwhile.')).toBeVisible()
  await makeComment(actor, id, 'Said while away.')
  await page.clock.fastForward(5_000)
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(page.getByText('Said while away.')).toBeVisible()
})

test('deep replies are drawn flat, and a hostile comment is only words', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const { id } = await makeAnnotation(actor, desk, WORDS, {})
  let parent: string | null = null
  for (let depth = 0; depth < 6; depth++) {
    const made = await makeComment(actor, id, `Depth ${depth} <img src=x onerror="document.title='x'">`, parent)
    parent = made.id
  }
  const page = await as(desk.owner)
  await open(page, desk.documentId, id)
  await expect(page.getByText('Depth 5 <img')).toBeVisible()
  const lefts = await page
    .getByRole('article', { name: /Comment by/ })
    .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().left)))
  expect(new Set(lefts).size).toBe(4)
  expect(lefts[5]).toBe(lefts[3])
  expect(await page.title()).not.toBe('x')
})

const said = (page: Page, name: string) => page.getByRole('article', { name: `Comment by ${name}` }).first()

async function write(page: Page, field: string, words: string): Promise<void> {
  await page.getByRole('textbox', { name: field }).fill(words)
}

const text = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).text
