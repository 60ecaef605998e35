import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { actorOf, makeAnnotation, makeComment, makeMember, PASSWORD } from '@/server/testing/make'
import { makeRevealed, makeWritten, publish } from '@/server/testing/make-findings'
import { expect, test } from './fixtures'

test('an admin reads who did what, narrows it down, and takes it along as a file', async ({ desk, as }) => {
  const { id, name } = await makeMember(desk.workspaceId, 'viewer', 'Vera Viewer')
  const owner = await as(desk.owner)
  await owner.goto(`/w/${desk.workspaceId}/members`)
  await owner.getByLabel(`Role of ${name}`).selectOption('analyst')
  await expect(owner.getByRole('status')).toContainText('Vera Viewer is an analyst now.')
  const vera = await as({ id })

  await owner.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: 'Audit log' }).click()
  await expect(
    owner.getByRole('listitem').filter({ hasText: 'Olga Owner changed the role of Vera Viewer' }),
  ).toBeVisible()
  await expect(owner.getByRole('listitem').filter({ hasText: 'Vera Viewer signed in from' })).toBeVisible()
  await owner.getByLabel('Kind').selectOption('Members and invitations')
  await owner.getByRole('button', { name: 'Show' }).click()
  await expect(owner).toHaveURL(/kind=members/)
  await expect(owner.getByRole('listitem').filter({ hasText: 'signed in' })).toHaveCount(0)
  await expect(owner.getByRole('listitem').filter({ hasText: 'changed the role' })).toHaveCount(1)

  const started = owner.waitForEvent('download')
  await owner.getByRole('link', { name: 'Download as CSV' }).click()
  const file = await readFile(await (await started).path(), 'utf8')
  expect(file).toContain('"Olga Owner changed the role of Vera Viewer"')
  expect(file).not.toContain('signed in')

  await vera.goto(`/w/${desk.workspaceId}`)
  await expect(
    vera.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: 'Audit log' }),
  ).toHaveCount(0)
  await vera.goto(`/w/${desk.workspaceId}/audit`)
  await expect(vera.getByRole('heading', { name: 'Not found' })).toBeVisible()
})

test('someone is erased, and what they wrote is read as by a former member', async ({ desk, as }) => {
  const owner = await actorOf(desk.owner)
  const ben = await makeMember(desk.workspaceId, 'analyst', 'Ben Analyst')
  const actor = await actorOf(ben)
  const { id } = await makeAnnotation(owner, desk, 'rare earths')
  await makeComment(actor, id, 'I have my doubts.')
  const claim = await makeRevealed(owner, desk, [[actor, { rating: 'false' }], [owner, {}]]) // prettier-ignore
  const finding = await makeWritten(owner, claim)
  await publish(owner, finding)

  const page = await as(ben)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Erase my account…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase your account?' })
  await dialog.getByLabel('Your password').fill('not my password')
  await dialog.getByRole('button', { name: 'Erase my account' }).click()
  await expect(dialog.getByRole('alert').first()).toContainText('not your password')
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Erase my account' }).click()
  await expect(page).toHaveURL(/sign-in/)
  await page.goto('/account')
  await expect(page).toHaveURL(/sign-in/)

  const reader = await as(desk.owner)
  await reader.goto(`/d/${desk.documentId}?a=${id}`)
  await expect(reader.getByText('I have my doubts.')).toBeVisible()
  await expect(reader.getByText(/Former member \d+/).first()).toBeVisible()
  await reader.goto(`/f/${finding.id}`)
  await expect(reader.getByText(/Former member \d+/).first()).toBeVisible()
  await expect(reader.getByText('Ben Analyst')).toHaveCount(0)

  await reader.goto('/account')
  await expect(reader.getByText('while you are the only owner')).toBeVisible()
})

test('an admin takes everything out, and the archive has what the manifest says', async ({ desk, as }) => {
  const owner = await actorOf(desk.owner)
  const ada = await makeMember(desk.workspaceId, 'admin', 'Ada Admin')
  const actor = await actorOf(ada)
  await makeAnnotation(owner, desk, 'rare earths', { tags: ['for all'] })
  await makeAnnotation(owner, desk, 'deal', { tags: ['a whisper'], visibility: 'private' })

  const page = await as(ada)
  await page.goto(`/w/${desk.workspaceId}/settings`)
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take everything out' }).click()
  const download = await started
  expect(download.suggestedFilename()).toMatch(/\.zip$/)
  const files = unzipSync(await readFile(await download.path()))
  const text = (path: string) => Buffer.from(files[path] ?? new Uint8Array()).toString('utf8')
  type Manifest = { by: { name: string }; files: { path: string; sha256: string }[] }
  const manifest = JSON.parse(text('manifest.json')) as Manifest
  expect(manifest.by.name).toBe(actor.name)
  expect(manifest.files.length).toBe(Object.keys(files).length - 1)
  for (const { path, sha256 } of manifest.files) {
    expect(createHash('sha256').update(files[path] ?? new Uint8Array()).digest('hex'), path).toBe(sha256) // prettier-ignore
  }
  expect(text('data/Annotation.json')).toContain('for all')
  expect(Object.keys(files).map(text).join()).not.toContain('a whisper')

  const told = await as(desk.owner)
  await told.goto('/notifications')
  await expect(told.getByText('Ada Admin took everything out of a workspace of yours')).toBeVisible()
})

test('an owner deletes a workspace by its name, and brings it back', async ({ desk, as, member }) => {
  const { page: vera } = await member('viewer', 'Vera Viewer')
  const owner = await as(desk.owner)
  const home = `/w/${desk.workspaceId}`
  await owner.goto(`${home}/settings`)
  await owner.getByRole('button', { name: 'Delete this workspace…' }).click()
  const dialog = owner.getByRole('dialog')
  await dialog.getByLabel('Type the name of the workspace').fill('Something else')
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(dialog.getByRole('alert').first()).toContainText('This is not its name.')
  await dialog.getByLabel('Type the name of the workspace').fill('Analysts in chromium')
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(owner.getByText('This workspace is deleted, and hidden from its other members.')).toBeVisible()
  await vera.goto(home)
  await expect(vera.getByRole('heading', { name: 'Not found' })).toBeVisible()

  await owner.goto(home)
  await expect(owner.getByRole('button', { name: 'New project' })).toHaveCount(0)
  await owner.getByRole('button', { name: 'Bring it back' }).click()
  await expect(owner.getByRole('status')).toContainText('The workspace is back.')
  await expect(owner.getByRole('button', { name: 'New project' })).toBeVisible()
  await vera.reload()
  await expect(vera.getByRole('link', { name: /Rare earths/ })).toBeVisible()
})

test('an admin says how long things are kept; what is no number of days is refused beside its field', async ({
  desk,
  as,
}) => {
  const owner = await as(desk.owner)
  await owner.goto(`/w/${desk.workspaceId}/settings`)
  const [trash, audit] = [owner.getByLabel('Days in the trash'), owner.getByLabel('Days in the audit log')]
  await trash.fill('a month')
  await audit.fill('400')
  await owner.getByRole('button', { name: 'Save days' }).click()
  await expect(trash).toHaveAttribute('aria-invalid', 'true')
  await expect(trash).toHaveValue('a month')
  await trash.fill('30')
  await owner.getByRole('button', { name: 'Save days' }).click()
  await expect(owner.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await owner.reload()
  await expect(trash).toHaveValue('30')
  await expect(audit).toHaveValue('400')
  await owner.goto(`/w/${desk.workspaceId}/audit`)
  await expect(
    owner.getByRole('listitem').filter({ hasText: 'Olga Owner changed how long things are kept' }).first(),
  ).toBeVisible()
})
