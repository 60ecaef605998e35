import { db } from '@/server/testing/database'
import { makeMember, PASSWORD } from '@/server/testing/make'
import { expect, test, type Page } from './fixtures'
import { selectWords, signInByHand, signOutByHand } from './gestures'
import { open } from './reader/page'

const FIRST = 'signed a deal on rare earths'
const SECOND = 'rare earths in the capital'
const WRITTEN = 'Half a thought that nobody else may read'

/** All that scripts can find in this browser: what is in IndexedDB, by name and by bytes, and what tabs and pages keep. */
function leftIn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opened = indexedDB.open('assay')
    const database = await new Promise<IDBDatabase>((done) => (opened.onsuccess = () => done(opened.result)))
    const all: unknown[] = []
    for (const name of database.objectStoreNames) {
      const cursor = database.transaction(name).objectStore(name).openCursor()
      await new Promise<void>((done) => {
        cursor.onsuccess = () => {
          if (!cursor.result) return done()
          all.push(cursor.result.key, cursor.result.value)
          cursor.result.continue()
        }
      })
    }
    database.close()
    const words = all.map((one) =>
      one instanceof Uint8Array ? new TextDecoder('latin1').decode(one) : JSON.stringify(one),
    )
    return [...words, JSON.stringify(sessionStorage), JSON.stringify(localStorage)].join('\n')
  })
}

const comment = (page: Page) => page.getByRole('textbox', { name: 'Comment' })
const cover = (page: Page) => page.getByRole('dialog', { name: 'You are signed out' })

async function beginToWrite(page: Page, documentId: string): Promise<void> {
  await open(page, documentId)
  await selectWords(page, FIRST)
  await page.keyboard.press('c')
  await comment(page).fill(WRITTEN)
}

test('signing out leaves nothing that can be read; the same person finds their draft again, another does not', async ({
  desk,
  as,
}) => {
  const page = await as(desk.owner)
  await beginToWrite(page, desk.documentId)
  await expect.poll(() => leftIn(page)).toContain(`${desk.owner.id}/draft/${desk.documentId}`)
  const answer = page.waitForResponse(/api\/auth\/signout/)
  await signOutByHand(page)
  expect((await (await answer).allHeaders())['clear-site-data']).toBe('"cache"')
  await expect(page).toHaveURL('/sign-in')
  const left = await leftIn(page)
  expect(left).toContain(desk.owner.id)
  for (const words of [WRITTEN, 'thought', FIRST, 'rare earths']) expect(left, words).not.toContain(words)
  expect(await page.content()).not.toContain('rare earths')
  expect(await page.locator('meta[name=assay-person]').count()).toBe(0)
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in/)

  const other = await makeMember(desk.workspaceId, 'analyst', 'Ben')
  await page.goto(`/sign-in?next=/d/${desk.documentId}`)
  await signInByHand(page, other.email, PASSWORD)
  await selectWords(page, FIRST)
  await page.keyboard.press('c')
  await expect(comment(page)).toHaveText('')
  await page.keyboard.press('Escape')
  await signOutByHand(page)

  await page.goto(`/sign-in?next=/d/${desk.documentId}`)
  await signInByHand(page, desk.owner.email, PASSWORD)
  await expect(comment(page)).toHaveText(WRITTEN)
})

test('a session that was ended elsewhere covers the page; what was typed is there after signing in', async ({
  desk,
  as,
}) => {
  const page = await as(desk.owner)
  await beginToWrite(page, desk.documentId)
  await db.session.deleteMany({ where: { userId: desk.owner.id } })
  await page.keyboard.press('Control+Enter')
  await expect(cover(page)).toBeVisible()
  await expect(page).toHaveTitle('Signed out · Assay')
  await expect(page.locator('.document').first()).toBeHidden()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(cover(page)).toBeVisible()
  expect(await leftIn(page)).not.toContain('thought')
  await cover(page).getByRole('link', { name: 'Sign in' }).click()
  await signInByHand(page, desk.owner.email, PASSWORD)
  await expect(page).toHaveURL(`/d/${desk.documentId}`)
  await expect(page.getByText(WRITTEN).first()).toBeVisible()
})

test('signing out in one tab covers the others, and signing in again there takes the cover off', async ({
  desk,
  as,
}) => {
  const page = await as(desk.owner)
  await beginToWrite(page, desk.documentId)
  const other = await page.context().newPage()
  await other.goto('/account')
  await expect(other.locator('html[data-ready]')).toBeAttached()
  await signOutByHand(other)
  await expect(cover(page)).toBeVisible()
  await signInByHand(other, desk.owner.email, PASSWORD)
  await expect(cover(page)).toBeHidden()
  await expect(comment(page)).toHaveText(WRITTEN)
})

test('a page of somebody else, in another tab of this browser, covers this one', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  const ben = await makeMember(desk.workspaceId, 'analyst', 'Ben')
  const other = await page.context().newPage()
  await other.goto('/account')
  await expect(other.locator('html[data-ready]')).toBeAttached()
  await signOutByHand(other)
  await signInByHand(other, ben.email, PASSWORD)
  await expect(other.locator('html[data-ready]')).toBeAttached()
  await expect(cover(page)).toBeVisible()
})

test('the first passage of a conflict is kept for the tab, and not to be read there', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await selectWords(page, SECOND)
  await page.keyboard.press('x')
  await expect(page.getByRole('region', { name: 'A conflict' })).toContainText('now select the other passage')
  const kept = await page.evaluate(() => JSON.stringify(sessionStorage))
  expect(kept).toContain('assay:conflict')
  expect(kept).not.toContain('rare earths')
  await page.reload()
  await expect(page.getByRole('region', { name: 'A conflict' })).toContainText('now select the other passage')
})

test('drafts of earlier versions are sealed if they are this person’s, and gone if not', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await beginToWrite(page, desk.documentId)
  const mine = `${desk.owner.id}/draft/${desk.documentId}`
  await expect.poll(() => leftIn(page)).toContain(mine)
  // As it lay there before, with one of somebody else.
  await page.evaluate(async (name) => {
    const opened = indexedDB.open('assay')
    const database = await new Promise<IDBDatabase>((done) => (opened.onsuccess = () => done(opened.result)))
    const store = database.transaction('drafts', 'readwrite').objectStore('drafts')
    store.put('In clear, mine', `${name}/old`)
    store.put('In clear, of somebody else', 'somebody/draft/x')
    await new Promise((done) => (store.transaction.oncomplete = done))
    database.close()
  }, mine)
  expect(await leftIn(page)).toContain('In clear, mine')
  await page.goto('/account')
  await expect.poll(() => leftIn(page)).not.toContain('In clear')
  const left = await leftIn(page)
  expect(left).toContain(`${mine}/old`)
  expect(left).not.toContain('somebody')
  await open(page, desk.documentId)
  await expect(comment(page)).toHaveText(WRITTEN)
})

test('signing in ends the session that the browser had, by password and for somebody else', async ({ desk, as }) => {
  const page = await as(desk.owner)
  const ben = await makeMember(desk.workspaceId, 'analyst', 'Ben')
  const { origin } = new URL((await page.request.get('/api/health')).url())
  const signInAs = async (email: string) => {
    const { csrfToken } = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string }
    const form = { email, password: PASSWORD, csrfToken, json: 'true' }
    const answer = await page.request.post('/api/auth/callback/credentials', { headers: { origin }, form })
    expect(answer.status()).toBe(200)
    return ((await (await page.request.get('/api/v1/me')).json()) as { id: string }).id
  }
  const sessionsOf = (userId: string) => db.session.findMany({ where: { userId } })
  const [first] = await sessionsOf(desk.owner.id)
  expect(await signInAs(desk.owner.email)).toBe(desk.owner.id)
  const [second, ...none] = await sessionsOf(desk.owner.id)
  expect(none).toEqual([])
  expect(second?.id).not.toBe(first?.id)
  expect(await signInAs(ben.email)).toBe(ben.id)
  expect(await sessionsOf(desk.owner.id)).toEqual([])
})
