import { expect, test } from './fixtures'
import { inviteByHand, selectWords } from './gestures'
import { card } from './reader/page'

/**
 * What a newcomer does with an installation: read the sample document, mark a passage, say something about it, invite a
 * second person, and get an answer. (The installation itself is claimed in set-up.spec.ts.)
 */
test('from a new workspace to a thread between two people', async ({ as, stranger, desk }) => {
  const ada = await as(desk.owner)
  await ada.goto(`/w/${desk.workspaceId}`)
  await ada.getByRole('button', { name: 'New project' }).click()
  await ada.getByLabel('Name').fill('Rare earths desk')
  await ada.getByRole('button', { name: /create/i }).click()
  await expect(ada.getByRole('heading', { name: 'Rare earths desk' })).toBeVisible()
  await ada.getByRole('button', { name: /sample/i }).click()
  await ada.locator('a[href^="/d/"]').first().click()
  await expect(ada).toHaveURL(/\/d\//)

  const words = await firstWords(ada.locator('.document p').first().innerText())
  await selectWords(ada, words)
  await ada
    .getByRole('toolbar', { name: 'Annotate the selection' })
    .getByRole('button', { name: /Comment/ })
    .click()
  const composer = ada.getByRole('region', { name: 'New annotation' })
  await composer.getByRole('textbox', { name: 'Comment' }).fill('Who counted these?')
  await composer.getByRole('button', { name: 'Needs a source' }).click()
  await composer.getByRole('button', { name: 'Save' }).click()
  await expect(card(ada, words)).toContainText('Who counted these?')
  const address = ada.url()

  await ada.goto(`/w/${desk.workspaceId}/members`)
  const link = await inviteByHand(ada, 'analyst', 'Ben')

  const ben = await stranger()
  await ben.goto(link)
  await ben.getByLabel('Your name').fill('Ben Reader')
  await ben.getByLabel('E-mail').fill(`ben.${desk.workspaceId}@example.org`)
  await ben.getByLabel('Password').fill('one two three four five')
  await ben.getByRole('button', { name: 'Create my account and join' }).click()
  await expect(ben).toHaveURL(new RegExp(`/w/${desk.workspaceId}`))
  await ben.getByRole('link', { name: 'Rare earths desk' }).click()
  await ben.locator('a[href^="/d/"]').first().click()
  await card(ben, words).getByRole('button').first().click()
  await ben.getByRole('button', { name: 'Reply…' }).click()
  await ben.getByRole('textbox', { name: 'Reply' }).fill('The ministry did, it says on page two.')
  await ben.getByRole('button', { name: 'Reply', exact: true }).last().click()
  await expect(card(ben, words)).toContainText('The ministry did')

  await ada.goto(address)
  await expect(card(ada, words)).toContainText('The ministry did, it says on page two.')
  await expect(card(ada, words)).toContainText('Ben Reader')
})

/** The first few words of a text, enough to find them again. */
async function firstWords(text: Promise<string>): Promise<string> {
  return (await text).split(' ').slice(0, 5).join(' ')
}
