import { db } from '@/server/testing/database'
import { wordsOf } from '@/server/testing/mail-server'
import { actorOf, makeAnnotation, makeComment } from '@/server/testing/make'
import { expect, test } from './fixtures'
import { open } from './reader/page'

const WORDS = 'signed a deal on rare earths'

test('someone is named with the keyboard alone, finds the bell, and opens what was said', async ({ desk, member }) => {
  const { id } = await makeAnnotation(await actorOf(desk.owner), desk, WORDS, {})
  await makeComment(await actorOf(desk.owner), id, 'Which deal is it?')
  const [{ page: ben }, { page: vera, user }] = [await member('analyst', 'Ben'), await member('viewer', 'Vera Vine')]
  await vera.goto('/notifications')
  await expect(vera.getByText('Nothing yet.')).toBeVisible()

  await ben.setViewportSize({ width: 390, height: 844 })
  await open(ben, desk.documentId, id)
  await ben.getByRole('button', { name: 'Reply…' }).click()
  const field = ben.getByRole('textbox', { name: 'Reply', exact: true })
  await expect(ben.getByRole('button', { name: 'Bold' })).toBeVisible()
  await field.pressSequentially('Ask @v')
  const people = ben.getByRole('listbox', { name: 'People to mention' })
  await expect(people.getByRole('option')).toHaveText([/Vera Vine$/])
  await expect(ben.getByRole('combobox', { name: 'Reply' })).toHaveAttribute('aria-expanded', 'true')
  await ben.keyboard.press('Escape')
  await expect(people).toBeHidden()
  await expect(field).toHaveText('Ask @v')
  await field.press('Backspace')
  await field.press('Backspace')
  await field.pressSequentially('@')
  await expect(people.getByRole('option')).toHaveText([/Olga Owner$/, /Vera Vine$/])
  await ben.keyboard.press('ArrowDown')
  await expect(people.getByRole('option', { selected: true })).toHaveText(/Vera Vine$/)
  await ben.keyboard.press('Enter')
  await expect(field).toHaveText('Ask @Vera Vine ')
  await field.pressSequentially('about it.')
  await ben.keyboard.press('Control+Enter')
  await expect(ben.locator('.mention')).toHaveText('@Vera Vine')
  await expect.poll(() => db.notification.count({ where: { userId: user.id } })).toBe(1)

  await vera.reload()
  const notice = vera.getByRole('link', { name: /Unread: Ben mentioned you/ })
  await expect(notice).toContainText('Ask @Vera Vine about it.')
  await vera.getByRole('link', { name: 'Notifications: 1 unread' }).waitFor()
  await notice.click()
  await expect(vera).toHaveURL(new RegExp(`/d/${desk.documentId}\\?a=${id}`))
  await expect(vera.locator('.mention')).toHaveText('@Vera Vine')
  await expect(vera.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible()
  await vera.goto('/notifications?unread=true')
  await expect(vera.getByText('Nothing unread.')).toBeVisible()
})

test('someone reacts with the keyboard, others see it, and it is told where one reads what happened', async ({
  desk,
  as,
  member,
}) => {
  const { id } = await makeAnnotation(await actorOf(desk.owner), desk, WORDS, {})
  await makeComment(await actorOf(desk.owner), id, 'Which deal is it?')
  const { page: ben } = await member('analyst', 'Ben')
  await open(ben, desk.documentId, id)
  await ben.getByRole('button', { name: /^React to the comment/ }).focus()
  await ben.keyboard.press('Enter')
  await ben.keyboard.press('ArrowDown')
  await ben.keyboard.press('ArrowDown')
  await ben.keyboard.press('Enter')
  const mine = ben.getByRole('button', { name: 'Checked it: Ben' })
  await expect(mine).toHaveAttribute('aria-pressed', 'true')
  const owner = await as(desk.owner)
  await open(owner, desk.documentId, id)
  const theirs = owner.getByRole('button', { name: 'Checked it: Ben' })
  await expect(theirs).toHaveAttribute('aria-pressed', 'false')
  await theirs.click()
  await expect(owner.getByRole('button', { name: /^Checked it: Ben, / })).toHaveText(/2$/)
  await mine.click()
  await expect(ben.getByRole('button', { name: 'Checked it: Olga Owner' })).toHaveText(/1$/)

  await ben.goto(`/p/${desk.projectId}/activity`)
  const told = ben.getByRole('listitem').filter({ hasText: WORDS })
  await expect(told.first()).toContainText(`Ben took back a reaction to a comment about “${WORDS}”`)
  await ben.getByRole('link', { name: WORDS }).first().click()
  await expect(ben).toHaveURL(new RegExp(`/d/${desk.documentId}\\?a=${id}`))
  await ben.getByRole('link', { name: 'Activity' }).click()
  await expect(ben.getByRole('heading', { name: 'What happened here' })).toBeVisible()
  await expect(ben.getByText('Olga Owner annotated')).toBeVisible()
})

test('a thread is given to someone by a day and waits for them, also where they wish to be told nothing', async ({
  desk,
  as,
  member,
}) => {
  const { id } = await makeAnnotation(await actorOf(desk.owner), desk, WORDS, {})
  const { page: ben } = await member('analyst', 'Ben')
  await ben.goto(`/p/${desk.projectId}`)
  await ben.getByRole('button', { name: 'Notify me' }).click()
  const asked = ben.getByRole('dialog', { name: 'What you are told of this project' })
  await asked.getByLabel(/^As everywhere/).uncheck()
  await asked.getByRole('radio', { name: /^Nothing/ }).check()
  await asked.getByRole('button', { name: 'Save' }).click()
  await expect(ben.getByText('Your choice is saved.')).toBeVisible()

  const owner = await as(desk.owner)
  await open(owner, desk.documentId, id)
  await owner.getByRole('button', { name: 'Assign' }).click()
  const form = owner.getByRole('form', { name: 'Who is to see to it' })
  await form.getByLabel('Who is to see to it?').selectOption('Ben')
  await form.getByLabel('By').fill('2031-05-04')
  await form.getByRole('button', { name: 'Assign' }).click()
  await expect(owner.getByText('For Ben to see to, by 4 May 2031')).toBeVisible()

  await ben.goto(`/w/${desk.workspaceId}`)
  const waiting = ben.getByRole('region', { name: 'Waiting for you' }).getByRole('link', { name: /A thread to see to/ })
  await expect(waiting).toContainText('by 4 May 2031')
  await ben.goto('/notifications')
  await expect(ben.getByText('Nothing yet.')).toBeVisible()
  await ben.goBack()
  await waiting.click()
  await expect(ben.getByText('For you to see to, by 4 May 2031')).toBeVisible()
  await ben.getByRole('button', { name: 'Resolve', exact: true }).click()
  await ben.getByLabel('Why is this settled?').fill('It is the deal of August.')
  await ben.keyboard.press('Control+Enter')
  await expect(ben.getByText('Was for you to see to, by 4 May 2031')).toBeVisible()
  await ben.goto(`/w/${desk.workspaceId}`)
  await expect(ben.getByRole('heading', { name: 'Projects' })).toBeVisible()
  await expect(ben.getByRole('region', { name: 'Waiting for you' })).toHaveCount(0)
})

test('what is said goes out by mail to who wishes so, until the link in it says no', async ({
  desk,
  as,
  member,
  stranger,
  mail,
}) => {
  const { id } = await makeAnnotation(await actorOf(desk.owner), desk, WORDS, {})
  const { page: ben } = await member('analyst', 'Ben')
  const owner = await as(desk.owner)
  await owner.goto('/account')
  await owner.getByRole('radio', { name: /^At once/ }).check()
  await owner.locator('#notifications').getByRole('button', { name: 'Save' }).click()
  await expect(owner.getByText('Your choice is saved.')).toBeVisible()

  await open(ben, desk.documentId, id)
  await ben.getByRole('button', { name: 'What is there to say about it?' }).click()
  await ben.getByRole('textbox', { name: 'Comment' }).pressSequentially('Which deal is it?')
  await ben.keyboard.press('Control+Enter')
  // The server that is tested sends to people of other tests as well.
  const mine = () => mail.received.filter(({ to }) => to.includes(desk.owner.email))
  await expect.poll(() => mine().length).toBe(1)
  const [letter] = mine()
  expect(letter?.to).toEqual([desk.owner.email])
  const words = letter ? wordsOf(letter) : ''
  expect(words).toContain('> Which deal is it?')
  const [link = ''] = /http\S+\/unsubscribe\/\S+/.exec(words) ?? []

  const anyone = await stranger()
  await anyone.goto(link)
  await anyone.getByRole('button', { name: 'Stop all mail' }).click()
  await expect(anyone.getByRole('heading', { name: 'You get no more mail' })).toBeVisible()
  await owner.reload()
  await expect(owner.getByRole('radio', { name: /^Never/ })).toBeChecked()
  const oneClick = /<(.*)>/.exec(letter?.headers['list-unsubscribe'] ?? '')?.[1] ?? ''
  const answer = await anyone.request.post(oneClick, { form: { 'List-Unsubscribe': 'One-Click' } })
  expect(answer.status()).toBe(200)
})
