import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures'

test('a token is made on the account page, a program reads and writes with it, and is refused once it is revoked', async ({
  desk,
  as,
  baseURL,
}) => {
  const page = await as(desk.owner, { viewport: { width: 390, height: 844 } })
  await page.goto('/account')
  await expect(page.getByText('You have no tokens.')).toBeVisible()
  await page.getByRole('button', { name: 'New token' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make a token' }).click()
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
  await expect(dialog.getByText('Please write something here.')).toBeVisible()
  await dialog.getByLabel('Name', { exact: true }).fill('Nightly export')
  await dialog.getByLabel('Read and write').check()
  await dialog.getByLabel('Good for').selectOption('a week')
  await dialog.getByRole('button', { name: 'Make a token' }).click()
  const token = await dialog.getByLabel('Token', { exact: true }).inputValue()
  expect(token).toMatch(/^assay_[\w-]{43}$/)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'New token' })).toBeFocused()
  const item = page.getByRole('list', { name: 'Your tokens' }).getByRole('listitem')
  await expect(item).toContainText('Nightly export')
  await expect(item).toContainText('never used')

  const ask = (method: string, path: string, body?: object) =>
    fetch(`${baseURL}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  expect(await (await ask('GET', '/me')).json()).toMatchObject({ id: desk.owner.id })
  const project = `/projects/${desk.projectId}`
  const { version } = (await (await ask('GET', project)).json()) as { version: number }
  const renamed = await ask('PATCH', project, { version, name: 'Named by a program', description: '' })
  expect(await renamed.json()).toMatchObject({ name: 'Named by a program' })
  expect((await ask('POST', '/workspaces', { id: randomUUID(), name: 'Not for programs' })).status).toBe(403)

  await page.reload()
  await expect(page.getByText('The token is revoked')).toBeHidden()
  await expect(item).toContainText('last used')
  await page.getByRole('button', { name: 'Revoke the token Nightly export' }).click()
  await expect(page.getByText('You have no tokens.')).toBeVisible()
  const refused = await ask('GET', '/me')
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
    401,
    'Bearer realm="Assay", error="invalid_token"',
  ])
})
