import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { makeMember, makeUser, makeWorkspace, PASSWORD } from '@/server/testing/make'
import { expect, test } from './fixtures'
import { inviteByHand, signInByHand, signOutByHand } from './gestures'

const PHONE = { viewport: { width: 390, height: 844 } }

test('someone is invited, joins, is given another role, is removed, and is gone', async ({ desk, as, stranger }) => {
  const owner = await as(desk.owner)
  await owner.goto(`/w/${desk.workspaceId}/members`)
  const link = await inviteByHand(owner, 'viewer', 'Nora')
  await expect(owner.getByRole('listitem').filter({ hasText: 'Nora' })).toContainText('open')

  const nora = await stranger(PHONE)
  const asked: string[] = []
  nora.on('request', (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())}`))
  await nora.goto(link)
  await expect(nora.getByText('Olga Owner invites you as a viewer:')).toBeVisible()
  await expect(nora, 'the secret stands in no address').toHaveURL('/join')
  const [, secret = ''] = link.split('=')
  expect(secret).toHaveLength(43)
  expect(asked.some((one) => one.includes('/api/v1/links'))).toBe(true)
  expect(asked.filter((one) => one.includes(secret))).toEqual([])
  expect(await nora.evaluate(() => document.cookie), 'nor where scripts read').not.toContain(secret)
  await nora.getByLabel('Your name').fill('Nora Newcomer')
  await nora.getByLabel('E-mail').fill(`nora-${randomUUID()}@example.org`)
  await nora.getByLabel('Password').fill(PASSWORD)
  await nora.getByRole('button', { name: 'Create my account and join' }).click()
  await expect(nora).toHaveURL(`/w/${desk.workspaceId}`)
  await expect(nora.getByRole('link', { name: /Rare earths/ })).toBeVisible()
  await expect(nora.getByRole('button', { name: 'New project' })).toBeHidden()

  await owner.reload()
  await expect(owner.getByText('used by Nora Newcomer')).toBeVisible()
  await owner.getByLabel('Role of Nora Newcomer').selectOption('editor')
  await expect(owner.getByRole('status')).toContainText('Nora Newcomer is an editor now.')
  await nora.reload()
  await expect(nora.getByRole('button', { name: 'New project' })).toBeVisible()

  await owner.getByRole('button', { name: 'Remove Nora Newcomer' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(owner.getByRole('button', { name: 'Remove Nora Newcomer' })).toBeHidden()
  await nora.reload()
  await expect(nora.getByRole('heading', { name: 'Not found' })).toBeVisible()
  await nora.goto('/')
  await expect(nora.getByRole('heading', { name: 'You belong to no workspace' })).toBeVisible()

  await nora.goto(link)
  await expect(nora.getByRole('heading', { name: 'This invitation is of no use' })).toBeVisible()
})

test('a link takes people who have an account, by way of the sign-in page', async ({ desk, as, stranger }) => {
  const owner = await as(desk.owner)
  await owner.goto(`/w/${desk.workspaceId}/members`)
  const link = await inviteByHand(owner, 'analyst', 'Ben')
  const { email } = await makeUser('Ben Booked')

  const ben = await stranger()
  await ben.goto(link)
  await ben.getByLabel('Your name').fill('Ben')
  await ben.getByLabel('E-mail').fill(email)
  await ben.getByLabel('Password').fill('some other password')
  await ben.getByRole('button', { name: 'Create my account and join' }).click()
  await expect(ben.getByRole('alert').first()).toContainText('This e-mail address has an account.')
  await expect(ben.getByLabel('E-mail')).toHaveValue(email)

  await ben.getByRole('link', { name: 'Sign in' }).click()
  await signInByHand(ben, email, PASSWORD)
  await ben.getByRole('button', { name: 'Join as Ben Booked' }).click()
  await expect(ben).toHaveURL(`/w/${desk.workspaceId}`)

  await owner.goto(await inviteByHand(owner, 'viewer', 'nobody'))
  await expect(owner.getByRole('heading', { name: /You belong to Analysts/ })).toBeVisible()
})

test('a revoked link is of no use', async ({ desk, as, stranger }) => {
  const owner = await as(desk.owner)
  await owner.goto(`/w/${desk.workspaceId}/members`)
  const link = await inviteByHand(owner, 'viewer', 'Nora')
  await owner.getByRole('button', { name: 'Revoke the invitation for Nora' }).click()
  await expect(owner.getByRole('listitem').filter({ hasText: 'Nora' })).toContainText('revoked')
  const page = await stranger()
  await page.goto(link)
  await expect(page.getByText('Ask the person who sent it for a new one.')).toBeVisible()
})

test('signing in: a wrong password says so and keeps the address; the right one leads back', async ({ stranger }) => {
  const user = await makeUser('Ada')
  const page = await stranger()
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in?next=%2Faccount')
  await page.getByLabel('E-mail').fill(user.email)
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('E-mail address and password do not match an account.')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(user.email)
  await signInByHand(page, user.email, PASSWORD)
  await expect(page).toHaveURL('/account')
  await signOutByHand(page)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('after ten wrong passwords the page says how long to wait, for an unknown address too', async ({ stranger }) => {
  const { email } = await makeUser('Ada')
  const page = await stranger()
  for (const address of [email, `nobody-${randomUUID()}@example.org`]) {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(address)
    await page.getByLabel('Password').fill('wrong')
    for (let tried = 0; tried < 11; tried++) {
      const answered = page.waitForResponse(/callback\/credentials/)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await answered
    }
    await expect(page.getByText(/Too many attempts\. Please wait \d+ (minutes|seconds)/)).toBeVisible()
  }
})

test.describe('after signing in, people stay with us', () => {
  for (const next of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:0',
  ]) {
    test(JSON.stringify(next), async ({ stranger }) => {
      const { email } = await makeUser('Ada')
      const page = await stranger()
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
      await signInByHand(page, email, PASSWORD)
      await expect(page).toHaveURL('/workspaces')
    })
  }
})

test('sessions: another device is listed, is signed out from here, and all others at once', async ({ as }) => {
  const user = await makeUser('Ada')
  const [here, phone, library] = [await as(user), await as(user), await as(user)]
  await here.goto('/account')
  await expect(here.getByText('this one')).toHaveCount(1)
  await here
    .getByRole('button', { name: /^Sign out / })
    .first()
    .click()
  await expect(here.getByRole('button', { name: /^Sign out / })).toHaveCount(2)
  await phone.goto('/account')
  await library.goto('/account')
  const out = [phone, library].filter((page) => page.url().includes('/sign-in'))
  expect(out).toHaveLength(1)

  await here.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(here.getByText('You are signed in nowhere else.')).toBeVisible()
  for (const page of [phone, library]) {
    await page.goto('/account')
    await expect(page).toHaveURL(/\/sign-in/)
  }
})

test('a new password counts at once and ends every other session', async ({ as, stranger }) => {
  const user = await makeUser('Ada')
  const [here, there] = [await as(user), await as(user)]
  await there.goto('/account')
  await here.goto('/account')
  const change = async (current: string, fresh: string) => {
    await here.getByLabel('Current password').fill(current)
    await here.getByLabel('New password').fill(fresh)
    await here.getByRole('button', { name: 'Change password' }).click()
  }
  await change(PASSWORD, 'short')
  await expect(here.getByText('Please use at least 12 characters')).toBeVisible()
  await expect(here.getByLabel('New password')).toBeFocused()
  await change('not my password', 'a new and longer password')
  await expect(here.getByText('The current password is not right. Nothing was changed.')).toBeVisible()
  await change(PASSWORD, 'a new and longer password')
  await expect(here.getByRole('status')).toContainText('The password is changed.')
  await there.reload()
  await expect(there).toHaveURL(/\/sign-in/)
  const page = await stranger()
  await page.goto('/sign-in')
  await signInByHand(page, user.email, 'a new and longer password')
})

test('people rename themselves and their workspaces; a stale name is shown, not overwritten', async ({ as }) => {
  const workspaceId = await makeWorkspace('First name')
  const [ada, ben] = [await makeMember(workspaceId, 'owner', 'Ada'), await makeMember(workspaceId, 'admin', 'Ben')]
  const [one, two] = [await as(ada), await as(ben)]
  await one.goto('/account')
  await one.getByLabel('Name').fill('Ada Lovelace')
  await one.getByLabel('Name').press('Enter')
  await expect(one.getByRole('button', { name: /^Ada Lovelace: account/ })).toBeVisible()

  for (const page of [one, two]) await page.goto(`/w/${workspaceId}/settings`)
  await one.getByLabel('Name').fill('Second name')
  await one.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(one.getByRole('status')).toContainText('The name is saved.')
  await two.getByLabel('Name').fill('Third name')
  await two.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(two.getByText('Someone else called it “Second name” meanwhile.')).toBeVisible()
  await expect(two.getByLabel('Name')).toHaveValue('Third name')
  await two.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(two.getByRole('link', { name: 'Third name' })).toBeVisible()
})

test('the last owner is told why they can’t go, and lowers themselves only when they mean it', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await page.goto(`/w/${desk.workspaceId}/members`)
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('dialog')).toContainText('This is the last owner. Make someone else an owner first.')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await page.getByLabel('Role of Olga Owner').selectOption('admin')
  await page.getByRole('dialog', { name: 'Become an admin?' }).getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByLabel('Role of Olga Owner')).toHaveValue('owner')
})

test('the start page leads to the workspace that was open last', async ({ as }) => {
  const [first, second] = [await makeWorkspace('One'), await makeWorkspace('Two')]
  const user = await makeMember(first, 'viewer', 'Ada')
  const page = await as(user)
  await page.goto('/')
  await expect(page).toHaveURL(`/w/${first}`)
  await page.goto('/workspaces')
  await page.getByRole('button', { name: 'New workspace' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('My own desk')
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('link', { name: 'My own desk' })).toBeVisible()
  const mine = page.url()
  await page.goto('/')
  await expect(page).toHaveURL(mine)
  await page.goto(`/w/${second}`)
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible()
})

test('a wrong set-up link says what to do', async ({ stranger }) => {
  const page = await stranger()
  await page.goto(`/link#setup=${createHash('sha256').update(randomBytes(8)).digest('hex')}`)
  await expect(page.getByText('Look at the terminal in which Assay runs.')).toBeVisible()
})

test('what we do not use of next-auth is shut, and its writes need our origin and little room', async ({ request }) => {
  for (const path of ['session', 'providers', 'signin', 'error', '_log', 'verify-request']) {
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404)
  }
  const fields = { email: 'ada@example.org', password: 'x' }
  const post = (headers: Record<string, string>, form: Record<string, string>) =>
    request.post('/api/auth/callback/credentials', { headers, form })
  expect((await post({}, fields)).status()).toBe(403)
  expect((await post({ origin: 'https://evil.example' }, fields)).status()).toBe(403)
  const { origin } = new URL((await request.get('/api/health')).url())
  expect((await post({ origin }, { ...fields, password: 'x'.repeat(20_000) })).status()).toBe(413)
})
