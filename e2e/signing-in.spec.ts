import AxeBuilder from '@axe-core/playwright'
import { randomUUID } from 'node:crypto'
import { wordsOf, type Received } from '@/server/testing/mail-server'
import { codeOf, makeUser, PASSWORD } from '@/server/testing/make'
import { expect, test, type Page } from './fixtures'
import { signInByHand, signOutByHand } from './gestures'

const NEW = 'a new and longer password'

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))))
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(rules).disableRules(['region']).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)
}

/** The link to this page in the newest mail to this address, once it is there. */
async function linkIn(received: readonly Received[], to: string, page: string, count = 1): Promise<string> {
  const mine = () => received.filter((each) => each.to.includes(to) && wordsOf(each).includes(`/link#${page}=`))
  await expect.poll(() => mine().length, { timeout: 30_000 }).toBe(count)
  return new RegExp(`http\\S+/link#${page}=\\S+`).exec(wordsOf(mine().at(-1) as Received))?.[0] ?? ''
}

test('a forgotten password: the mailed link sets a new one, once, and signs every device out', async ({
  as,
  stranger,
  mail,
}) => {
  const user = await makeUser('Ada')
  const elsewhere = await as(user)
  const page = await stranger()
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByLabel('E-mail').fill(user.email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  const said = page.getByRole('status').filter({ hasText: 'If an account has the address' })
  await expect(said).toContainText(user.email)

  const link = await linkIn(mail.received, user.email, 'reset')
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'A new password' })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Set this password' }).click()
  await expect(page.getByText('Please use at least 12 characters')).toBeVisible()
  await page.getByLabel('New password').fill(NEW)
  await page.getByRole('button', { name: 'Set this password' }).click()
  await expect(page.getByText('Your new password counts from now on')).toBeVisible()
  await elsewhere.goto('/account')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link is of no use' })).toBeVisible()
  await page.goto('/sign-in')
  await signInByHand(page, user.email, NEW)

  const email = `ada-${randomUUID()}@example.org`
  await page.goto('/account')
  await page.getByRole('button', { name: 'Change the address…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('New e-mail address').fill(email)
  await dialog.getByLabel('Your password').fill(NEW)
  await dialog.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByText('takes its place once you open the link')).toBeVisible()
  const other = await stranger()
  await other.goto(await linkIn(mail.received, email, 'verify'))
  await expect(other.getByRole('heading', { name: 'Is this your address?' })).toBeVisible()
  expect(await faults(other)).toEqual([])
  await other.getByRole('button', { name: 'Yes, this is my address' }).click()
  await expect(other.getByRole('status').filter({ hasText: email })).toBeVisible()
  await page.reload()
  await expect(page.getByText(email)).toBeVisible()
  const told = () =>
    mail.received.filter(({ to, headers }) => to.includes(user.email) && /was changed/.test(headers.subject ?? ''))
  await expect.poll(() => told().length, { timeout: 30_000 }).toBe(1)
})

test('a second factor: on, signing in with it and with a recovery code, off', async ({ as, stranger }) => {
  const user = await makeUser('Ada')
  const here = await as(user, { viewport: { width: 390, height: 844 } })
  await here.goto('/account')
  await here.getByRole('button', { name: 'Turn on…' }).click()
  const dialog = here.getByRole('dialog')
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await here.keyboard.press('Enter')
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible()
  await expect(dialog.getByLabel('Code', { exact: true })).toBeFocused()
  expect(await faults(here)).toEqual([])
  const secret = ((await dialog.locator('[data-secret]').textContent()) ?? '').replace(/\s/g, '')
  await dialog.getByLabel('Code', { exact: true }).fill('000000')
  await here.keyboard.press('Enter')
  await expect(dialog.getByText('This code is not right')).toBeVisible()
  await dialog.getByLabel('Code', { exact: true }).fill(codeOf(secret, -1))
  await here.keyboard.press('Enter')
  const codes = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  expect(await faults(here)).toEqual([])
  const recovery = await codes.allTextContents()
  await dialog.getByRole('button', { name: 'I have kept them' }).click()
  await expect(here.getByText('10 recovery codes left')).toBeVisible()

  const page = await stranger()
  await page.goto('/account')
  await signInHalfway(page, user.email)
  await expect(page).toHaveURL('/sign-in/code?next=%2Faccount')
  await expect(page.getByLabel('Code', { exact: true })).toHaveAttribute('autocomplete', 'one-time-code')
  expect(await faults(page)).toEqual([])
  expect((await page.request.get('/api/v1/me')).status(), 'nobody is signed in before the code').toBe(401)
  await giveCode(page, '000000')
  await expect(page.getByText('This code is not right')).toBeVisible()
  const code = codeOf(secret)
  await giveCode(page, code)
  await expect(page).toHaveURL('/account')
  await signOutByHand(page)
  await signInHalfway(page, user.email)
  await giveCode(page, code)
  await expect(page.getByText('it was used already')).toBeVisible()
  await giveCode(page, recovery[0] ?? '')
  await expect(page).not.toHaveURL(/\/sign-in/)

  await page.goto('/account')
  await expect(page.getByText('9 recovery codes left')).toBeVisible()
  await page.getByRole('button', { name: 'Turn off…' }).click()
  await page.getByRole('dialog').getByLabel('Your password').fill(PASSWORD)
  await page
    .getByRole('dialog')
    .getByLabel('Code', { exact: true })
    .fill(recovery[1] ?? '')
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByRole('button', { name: 'Turn on…' })).toBeVisible()
  await signOutByHand(page)
  await signInByHand(page, user.email, PASSWORD)
})

async function signInHalfway(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in\/code/)
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Go on' }).click()
}
