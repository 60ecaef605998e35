import { randomUUID } from 'node:crypto'
import { makeIssuer, type Known } from '@/server/testing/make-issuer'
import { codeOf, makeFactor, makeUser, PASSWORD } from '@/server/testing/make'
import { expect, test, type Page } from './fixtures'
import { inviteByHand, signInByHand, signOutByHand } from './gestures'

/*
 * Signing in with an OpenID Connect issuer: a real one, on this machine. It listens where the server expects it, so these
 * run one after the other.
 */

test.describe.configure({ mode: 'default' })

const people = new Map<string, Known>()
let issuer: Awaited<ReturnType<typeof makeIssuer>>
test.beforeAll(async ({ baseURL }) => {
  issuer = await makeIssuer({ port: Number(process.env.OIDC_PORT), back: `${baseURL}/api/auth/callback/oidc`, people })
})
test.afterAll(() => issuer.close())

/** Someone whom the issuer knows. */
function known(more: Partial<Known> = {}): { login: string } & Known {
  const login = `nora-${randomUUID()}`
  const about = { email: `${login}@example.org`, email_verified: true, name: 'Nora Newcomer', ...more }
  people.set(login, about)
  return { login, ...about }
}

/** Says at the issuer who one is, if it asks. */
async function say(page: Page, login: string): Promise<void> {
  await page.getByLabel('Who are you?').fill(login)
  await page.getByRole('button', { name: 'Go on' }).click()
}

test('someone joins by an invitation with an issuer, signs in with it, sets a password and unlinks it', async ({
  desk,
  as,
  stranger,
}) => {
  const owner = await as(desk.owner)
  await owner.goto(`/w/${desk.workspaceId}/members`)
  const link = await inviteByHand(owner, 'analyst', 'Nora')
  const nora = known()
  const page = await stranger()
  await page.goto(link)
  await page.getByRole('button', { name: 'Join with Example ID' }).click()
  await say(page, nora.login)
  await expect(page).toHaveURL(`/w/${desk.workspaceId}`)
  await expect(page.getByRole('button', { name: /^Nora Newcomer: account/ })).toBeVisible()

  await signOutByHand(page)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign in with Example ID' }).click()
  // The issuer knows this browser still and asks nothing.
  await expect(page).toHaveURL('/account')
  await expect(page.getByText('verified', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Unlink Example ID' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'your only way in' })).toBeVisible()
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Set a password' }).click()
  await expect(page.getByLabel('Current password')).toBeVisible()
  await page.getByRole('button', { name: 'Unlink Example ID' }).click()
  await expect(page.getByRole('button', { name: 'Link Example ID…' })).toBeVisible()

  await signOutByHand(page)
  await page.getByRole('button', { name: 'Sign in with Example ID' }).click()
  await expect(page.getByRole('alert').first()).toContainText('has an account here that is not linked to it')
  await signInByHand(page, nora.email, PASSWORD)
})

test('a stranger is refused; an address that has an account is never linked by itself, but from the account page', async ({
  stranger,
}) => {
  const page = await stranger()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with Example ID' }).click()
  await say(page, known().login)
  await expect(page.getByRole('alert').first()).toContainText('Nobody here is linked to this account of Example ID.')

  const ada = await makeUser('Ada')
  const hers = known({ email: ada.email, name: 'Somebody' })
  const browser = await stranger()
  await browser.goto('/sign-in?next=/account')
  await browser.getByRole('button', { name: 'Sign in with Example ID' }).click()
  await say(browser, hers.login)
  await expect(browser.getByRole('alert').first()).toContainText('Sign in with your password, then link Example ID')
  await browser.goto('/sign-in?next=/account')
  await signInByHand(browser, ada.email, PASSWORD)

  await browser.getByRole('button', { name: 'Link Example ID…' }).click()
  const dialog = browser.getByRole('dialog')
  await dialog.getByLabel('Your password').fill('not my password')
  await dialog.getByRole('button', { name: 'Go to Example ID' }).click()
  await expect(dialog.getByText('This is not your password.')).toBeVisible()
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Go to Example ID' }).click()
  await expect(browser.getByText('Example ID is linked.')).toBeVisible()
  await expect(browser.getByRole('listitem').filter({ hasText: ada.email })).toBeVisible()

  await signOutByHand(browser)
  await browser.goto('/sign-in?next=/account')
  await browser.getByRole('button', { name: 'Sign in with Example ID' }).click()
  await expect(browser.getByRole('button', { name: /^Ada: account/ })).toBeVisible()

  const secret = await makeFactor(ada)
  await signOutByHand(browser)
  await browser.goto('/sign-in?next=/account')
  await browser.getByRole('button', { name: 'Sign in with Example ID' }).click()
  await expect(browser).toHaveURL('/sign-in/code?next=%2Faccount')
  await browser.getByLabel('Code', { exact: true }).fill(codeOf(secret))
  await browser.getByRole('button', { name: 'Go on' }).click()
  await expect(browser).toHaveURL('/account')
})

test('a way back that was tampered with, or that another browser left for, signs nobody in', async ({ stranger }) => {
  const user = known()
  const page = await stranger()
  await page.route(/\/auth\?/, (route) => {
    const url = new URL(route.request().url())
    url.searchParams.set('state', 'another')
    return route.continue({ url: url.href })
  })
  await leave(page)
  await say(page, user.login)
  await expect(page).toHaveURL('/sign-in?refused=failed&issuer=oidc')
  await expect(page.getByRole('alert').first()).toContainText('Signing in with Example ID did not work')

  await page.unroute(/\/auth\?/)
  let address = ''
  await page.route(/\/auth\?/, (route) => {
    address = route.request().url()
    return route.fulfill({ body: 'held' })
  })
  await leave(page)
  await expect(page.getByText('held')).toBeVisible()
  const other = await stranger()
  await other.goto(address)
  await say(other, user.login)
  await expect(other).toHaveURL('/sign-in?refused=failed&issuer=oidc')
  expect((await other.request.get('/api/v1/me')).status()).toBe(401)
})

async function leave(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with Example ID' }).click()
}
