import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { makeToken } from '@/server/testing/make-place'
import { expect, test } from './fixtures'

const run = promisify(execFile)

test('the page on the API is for anyone, finds endpoints, and its examples work as they stand there', async ({
  desk,
  stranger,
  baseURL,
}) => {
  const page = await stranger({ viewport: { width: 390, height: 844 } })
  await page.goto('/api/docs')
  await expect(page.getByRole('heading', { name: 'The API' })).toBeVisible()
  const filter = page.getByLabel('Find an endpoint')
  await filter.fill('post /projects/{projectId}/claims propose')
  await expect(page.getByText(/^\d+ of \d+ endpoints$/)).toBeVisible()
  await expect(page.locator('#get-me')).toBeHidden()
  await filter.fill('who is signed in')
  await expect(page.locator('#get-me')).toBeVisible()

  const { secret } = await makeToken({ workspaceId: desk.workspaceId, mark: '' }, desk.owner.id)
  const ids = { workspaceId: desk.workspaceId, projectId: desk.projectId, documentId: desk.documentId }
  const env = { ...process.env, ASSAY: baseURL, ASSAY_TOKEN: secret, ...ids }
  const examples = {
    'GET /me': { id: desk.owner.id },
    'GET /workspaces': { items: [{ id: desk.workspaceId }] },
    'GET /search': { items: expect.any(Array) },
    'GET /documents/{documentId}/events': { next: null },
    'POST /projects/{projectId}/claims': { statement: expect.any(String) },
    'POST /projects/{projectId}/sources': { name: expect.any(String) },
    'POST /workspaces/{workspaceId}/webhooks': { secret: expect.stringMatching(/^whsec_/) },
    'POST /workspaces/{workspaceId}/projects': { name: expect.any(String) },
  }
  for (const [key, answer] of Object.entries(examples)) {
    const example = await page.getByLabel(`Example of ${key}`, { exact: true }).textContent()
    const { stdout } = await run('bash', ['-c', `${example?.trim()} -s`], { env })
    expect(JSON.parse(stdout), `${key}: ${example}`).toMatchObject(answer)
  }
})
