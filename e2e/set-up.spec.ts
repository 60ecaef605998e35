import { makeSetupLink, PASSWORD } from '@/server/testing/make'
import { expect, test } from './fixtures'
import { signInByHand, signOutByHand } from './gestures'

test('the first link claims the installation, signs its owner in, and opens the sample document', async ({
  stranger,
}) => {
  const link = await makeSetupLink()
  test.skip(link === null, 'Somebody has an account in this database: it can be claimed no more.')
  const page = await stranger()
  await page.goto(link ?? '')
  await page.getByLabel('Your name').fill('Olga First')
  await page.getByLabel('E-mail').fill('olga@example.org')
  await page.getByLabel('Password').fill('too short')
  await page.getByRole('button', { name: 'Create the owner’s account' }).click()
  await expect(page.getByText('Please use at least 12 characters')).toBeVisible()
  await expect(page.getByLabel('Password')).toBeFocused()
  await expect(page.getByLabel('Your name')).toHaveValue('Olga First')

  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByLabel('Workspace').fill('The raw materials desk')
  await page.getByRole('button', { name: 'Create the owner’s account' }).click()
  await expect(page).toHaveURL(/\/d\//)
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'The raw materials desk' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Sample/ })).toContainText('One document')

  await signOutByHand(page)
  await page.goto(link ?? '')
  await expect(page.getByText('It was used, or Assay was started again and printed a newer one.')).toBeVisible()
  await page.getByRole('link', { name: 'sign in' }).click()
  await signInByHand(page, 'olga@example.org', PASSWORD)
  await expect(page.getByRole('link', { name: 'The raw materials desk' })).toBeVisible()
})
