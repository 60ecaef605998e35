import { expect, type Page } from '@playwright/test'

/** Fills in the sign-in page and waits until it is left. */
export async function signInByHand(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).not.toHaveURL(/\/sign-in/)
}

/** Signs out by the menu at the top. */
export async function signOutByHand(page: Page): Promise<void> {
  await page.getByRole('button', { name: /account and sign out/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
}

/** Invites through the members page, and answers the link. */
export async function inviteByHand(page: Page, role: string, whom: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite someone' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Role').selectOption(role)
  await dialog.getByLabel('For whom').fill(whom)
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const link = await dialog.getByLabel('Invitation link').inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  return link
}

export const SAMPLE_TITLE = 'Washington and Moscow Find Common Ground on Rare Earths'

/** Brings the sample document into a new project, and opens it. */
export async function openSample(page: Page, projectId: string): Promise<void> {
  await page.goto(`/p/${projectId}`)
  await page.getByRole('button', { name: /sample/i }).click()
  await page.getByRole('link', { name: SAMPLE_TITLE }).first().click()
  await expect(page).toHaveURL(/\/d\//)
  await expect(page.locator('.document')).toContainText('nobody had announced an agreement')
}

/** Drags the mouse over `words` in the document, from their first character to their last. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const [from, to] = await page.locator('.document').first().evaluate(endsOf, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page.mouse.up()
}

type Point = { x: number; y: number }

/** Runs in the page: where the first occurrence of `words` starts and ends on the screen, after scrolling to it. */
function endsOf(root: Element, words: string): [Point, Point] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: { node: Text; start: number }[] = []
  let text = ''
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode as Text, start: text.length })
    text += walker.currentNode.textContent ?? ''
  }
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`The document does not say “${words}”.`)
  const character = (at: number) => {
    const range = document.createRange()
    const found = nodes.findLast((each) => each.start <= at)
    if (!found) return range
    range.setStart(found.node, at - found.start)
    range.setEnd(found.node, at - found.start + 1)
    return range
  }
  const first = character(start)
  first.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  const a = first.getBoundingClientRect()
  const b = character(start + words.length - 1).getBoundingClientRect()
  return [
    { x: a.left + 0.5, y: a.top + a.height / 2 },
    { x: b.right - 0.5, y: b.top + b.height / 2 },
  ]
}
