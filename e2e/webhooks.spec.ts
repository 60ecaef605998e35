import AxeBuilder from '@axe-core/playwright'
import { ANSWERS, makeReceiver } from '@/server/testing/receiver'
import { expect, test } from './fixtures'

test('a webhook is added, told of what happens, shows what failed, and sends it again', async ({ desk, as }) => {
  const receiver = await makeReceiver(Number(process.env.HOOK_PORT))
  try {
    const page = await as(desk.owner, { viewport: { width: 390, height: 844 } })
    await page.goto(`/w/${desk.workspaceId}/webhooks`)
    await page.getByRole('button', { name: 'New webhook' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Address').fill('http://inside.example.org/hook')
    await dialog.getByRole('button', { name: 'Add' }).click()
    await expect(dialog.getByRole('alert')).toContainText('over https')
    await dialog.getByLabel('Address').fill(receiver.address)
    await dialog.getByLabel('Only what I choose').check()
    await dialog.getByRole('checkbox', { name: 'project' }).check()
    await dialog.getByRole('button', { name: 'Add' }).click()
    receiver.secret = await dialog.getByLabel('Secret').inputValue()
    expect(receiver.secret).toMatch(/^whsec_/)
    await dialog.getByRole('button', { name: 'Done' }).click()

    receiver.answer = ANSWERS.failing
    await page.goto(`/w/${desk.workspaceId}`)
    await page.getByRole('button', { name: 'New project' }).click()
    await dialog.getByLabel('Name').fill('Not to be told')
    await dialog.getByRole('button', { name: 'Create' }).click()
    await expect(page.getByRole('heading', { name: 'Not to be told' })).toBeVisible()
    await expect.poll(() => receiver.came.length).toBeGreaterThan(0)
    expect(receiver.came[0]).toMatchObject({
      verified: true,
      message: { kind: 'project.created', actorId: desk.owner.id },
    })
    expect(receiver.came[0]?.body).not.toContain('Not to be told')

    await page.goto(`/w/${desk.workspaceId}/webhooks`)
    await expect(page.getByText('failing')).toBeVisible()
    await page.getByRole('button', { name: 'Show what it has sent' }).click()
    const sent = page.getByRole('list', { name: 'What was sent' }).getByRole('listitem')
    await expect(sent.filter({ hasText: 'project.created' })).toContainText('answered 500')
    await sent.getByText('Answer', { exact: true }).click()
    await expect(sent.getByText('out of order')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])

    receiver.answer = ANSWERS.fine
    await page.getByRole('button', { name: /^Send project.created again/ }).click()
    await expect(sent.filter({ hasText: 'project.created' })).toContainText('delivered')
    const [first, again] = [receiver.came[0], receiver.came.at(-1)]
    expect([again?.body, again?.headers['webhook-id']]).toEqual([first?.body, first?.headers['webhook-id']])
    await page.getByRole('button', { name: 'Send a test' }).click()
    await expect(sent.filter({ hasText: 'webhook.test' })).toContainText('delivered')
  } finally {
    await receiver.close()
  }
})
