import AxeBuilder from '@axe-core/playwright'
import { actorOf, makeAnnotation, makeComment } from '@/server/testing/make'
import { makeClaim, makeRelation } from '@/server/testing/make-claims'
import { decline, judge, makeReview } from '@/server/testing/make-reviews'
import { expect, test, type Page } from './fixtures'

const STATEMENT = 'A deal on rare earths was signed in the capital.'
/** Words that stand in nobody's page but their author's until the reveal. */
const SECRET = 'The annex was never initialled'

const verdictOf = (page: Page, name: string) => page.getByRole('article', { name: `Verdict of ${name}` })
const form = (page: Page) => page.getByRole('form', { name: 'Your verdict' })

/** Waits until the page’s script listens: a key before that does nothing. */
const ready = (page: Page) => page.locator('html[data-ready]').waitFor()

/** Judges by keyboard: a digit for the rating, arrows for the confidence, Ctrl+Enter at the end. */
async function judgeByKeyboard(page: Page, digit: string, reasons: string): Promise<void> {
  await expect(form(page)).toBeVisible()
  await ready(page)
  await page.keyboard.press(digit)
  await form(page).getByRole('radio', { name: 'Moderate' }).press('Space')
  await form(page).getByRole('textbox', { name: 'Reasons' }).click()
  await page.keyboard.type(reasons)
}

test('a sealed round of three: nothing shows before the reveal, then all at once; a second round in the open revises', async ({
  desk,
  member,
  as,
}) => {
  const edda = await member('editor', 'Edda Editor')
  const ada = await member('analyst', 'Ada Analyst')
  const ben = await member('analyst', 'Ben Brewer')
  const cai = await member('analyst', 'Cai Chen')
  const author = await actorOf(ada.user)
  const passage = await makeAnnotation(author, desk, 'signed a deal on rare earths')
  const claim = await makeClaim(author, desk, [passage.id], { statement: STATEMENT })
  const path = `/c/${claim.id}`

  await edda.page.goto(path)
  await edda.page.getByRole('button', { name: 'Open a review…' }).click()
  const dialog = edda.page.getByRole('dialog', { name: 'Open a review' })
  for (const name of ['Ada Analyst', 'Ben Brewer', 'Cai Chen']) await dialog.getByLabel(name).check()
  await expect(dialog.getByText('You will see who has submitted, never what.')).toBeVisible()
  await expect(dialog.getByLabel('Quorum')).toHaveValue('3')
  await dialog.getByRole('button', { name: 'Open the review' }).click()
  await expect(edda.page.getByText('0 of 3 have submitted.')).toBeVisible()
  await expect(edda.page.getByText('pinned until the reveal')).toBeVisible()
  await expect(edda.page.getByText('Closed until the reveal')).toBeVisible()

  await ada.page.goto(path)
  await judgeByKeyboard(ada.page, '2', `${SECRET}.`)
  await form(ada.page).getByLabel('Likelihood in percent').fill('72')
  await expect(form(ada.page).getByRole('status')).toHaveText('likely')
  await ada.page.reload()
  await expect(form(ada.page).getByRole('radio', { name: 'Mostly true' })).toBeChecked()
  await expect(form(ada.page).getByRole('textbox', { name: 'Reasons' })).toHaveText(`${SECRET}.`)
  await expect(form(ada.page).getByLabel('Likelihood in percent')).toHaveValue('72')
  await form(ada.page).getByRole('textbox', { name: 'Reasons' }).press('Control+Enter')
  await expect(verdictOf(ada.page, 'Ada Analyst')).toContainText('Held until reveal')

  const owner = await as(desk.owner)
  for (const page of [owner, edda.page, ben.page]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: STATEMENT })).toBeVisible()
    await expect(verdictOf(page, 'Ada Analyst')).toHaveCount(0)
    expect(await page.content()).not.toContain(SECRET)
  }
  await expect(edda.page.getByText('1 of 3 have submitted.')).toBeVisible()
  await expect(owner.getByText('have submitted.')).toHaveCount(0)
  await expect(ben.page.getByText('have submitted.')).toHaveCount(0)

  const round = { id: await roundOf(ben.page, claim.id) }
  await judge(await actorOf(cai.user), round, { rating: 'false' })
  await ben.page.getByRole('button', { name: 'I recuse myself…' }).click()
  await ben.page.getByLabel('Why').fill('I wrote the briefing.')
  await ben.page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click()

  await expect(verdictOf(ben.page, 'Ada Analyst')).toContainText('Mostly true')
  await expect(verdictOf(ben.page, 'Cai Chen')).toContainText('False')
  await expect(verdictOf(ben.page, 'Ben Brewer')).toContainText('Recused')
  await expect(ben.page.getByText(SECRET)).toBeHidden()
  await verdictOf(ben.page, 'Ada Analyst').getByText('Reasons').click()
  await expect(ben.page.getByText(SECRET)).toBeVisible()

  await edda.page.reload()
  await edda.page.getByRole('button', { name: 'Review again…' }).click()
  const again = edda.page.getByRole('dialog', { name: 'Review again' })
  await expect(again.getByRole('radio', { name: /In the open/ })).toBeChecked()
  for (const name of ['Ben Brewer', 'Cai Chen']) await again.getByLabel(name).uncheck()
  await again.getByRole('button', { name: 'Open the round' }).click()
  await expect(edda.page.getByRole('heading', { name: 'Round 2' })).toBeVisible()

  await ada.page.reload()
  await judgeByKeyboard(ada.page, '5', 'Cai showed me the annex.')
  await ada.page.getByRole('button', { name: 'Submit verdict' }).click()
  await expect(verdictOf(ada.page, 'Ada Analyst').first()).toContainText('False')
  await expect(verdictOf(ada.page, 'Ada Analyst').first()).toContainText('In round 1: Mostly true, at 72 %')
  await ada.page.getByText('1 earlier round').click()
  await expect(verdictOf(ada.page, 'Cai Chen')).toBeVisible()
})

/** The open round of a claim, as the API tells whoever reads it. */
async function roundOf(page: Page, claimId: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/claims/${claimId}/rounds`)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  return items[0]?.id ?? ''
}

test('what is missing in a verdict is said at its field, and nothing that was given is lost', async ({
  desk,
  member,
}) => {
  const ada = await member('analyst', 'Ada Analyst')
  const owner = await actorOf(desk.owner)
  const claim = await makeClaim(owner, desk, [], { statement: 'No deal is reported.', type: 'negative' })
  await makeReview(owner, claim, [await actorOf(ada.user), owner])
  await ada.page.goto(`/c/${claim.id}`)
  await judgeByKeyboard(ada.page, '1', 'I looked everywhere.')
  await ada.page.getByRole('button', { name: 'Submit verdict' }).click()
  await expect(form(ada.page).getByText('Please say where and when you looked.')).toBeVisible()
  await expect(form(ada.page).getByRole('radio', { name: 'True', exact: true })).toBeChecked()

  await form(ada.page).getByRole('radio', { name: 'True', exact: true }).press('6')
  await expect(form(ada.page).getByRole('radio', { name: 'Unverifiable' })).toBeChecked()
  await expect(form(ada.page).getByLabel('Likelihood in percent')).toHaveCount(0)

  await form(ada.page).getByLabel('Place of search 1').fill('Both gazettes')
  await form(ada.page).getByLabel('Day of search 1').fill('2025-08-04')
  await ada.page.getByRole('button', { name: 'Submit verdict' }).click()
  await expect(verdictOf(ada.page, 'Ada Analyst')).toContainText('Unverifiable')
})

test('the fast lane by keyboard: two people clear, an objection opens a review', async ({ desk, member }) => {
  const ada = await member('analyst', 'Ada Analyst')
  const ben = await member('analyst', 'Ben Brewer')
  const owner = await actorOf(desk.owner)
  const plain = await makeClaim(owner, desk, [], { statement: STATEMENT, priority: 'high' })
  const other = await makeClaim(owner, desk, [], { statement: 'The annex names 14,000 tonnes.' })
  const queue = `/p/${desk.projectId}/claims/queue`

  await ada.page.goto(queue)
  await expect(ada.page.getByRole('heading', { name: STATEMENT })).toBeVisible()
  await expect(ada.page.getByText('1 of 2')).toBeVisible()
  await ready(ada.page)
  await ada.page.keyboard.press('k')
  await expect(ada.page.getByText('Your key is kept.')).toBeVisible()
  await expect(ada.page.getByText('2 of 2')).toBeVisible()
  await ada.page.keyboard.press('s')
  await expect(ada.page.getByRole('heading', { name: 'That was all' })).toBeVisible()

  await ben.page.goto(`/c/${plain.id}`)
  await expect(ben.page.getByText('Proposed', { exact: true })).toBeVisible()
  await ben.page.goto(queue)
  await ready(ben.page)
  await ben.page.keyboard.press('k')
  await expect(ben.page.getByText('it is cleared')).toBeVisible()
  await ben.page.keyboard.press('o')
  await ben.page.getByRole('dialog', { name: 'I dispute this' }).getByLabel('Why').fill('The annex was withdrawn.')
  await ben.page.keyboard.press('Control+Enter')
  await expect(ben.page.getByRole('heading', { name: 'That was all' })).toBeVisible()

  await ada.page.goto(`/c/${plain.id}`)
  await expect(ada.page.getByText('Cleared', { exact: true })).toBeVisible()
  await ada.page.goto(`/c/${other.id}`)
  await expect(ada.page.getByText('In review', { exact: true })).toBeVisible()
  expect(await ada.page.content()).not.toContain('withdrawn')
})

test('claims that are chosen in the table are reported by everybody, and reviewed by those who may', async ({
  desk,
  member,
}) => {
  const edda = await member('editor', 'Edda Editor')
  const ada = await member('analyst', 'Ada Analyst')
  const owner = await actorOf(desk.owner)
  const statements = [STATEMENT, 'The annex names 14,000 tonnes.', 'Critics call it a promise.']
  for (const statement of statements) await makeClaim(owner, desk, [], { statement })
  const table = `/p/${desk.projectId}/claims?view=table`
  await ada.page.goto(table)
  for (const statement of statements.slice(1)) {
    await ada.page.getByRole('checkbox', { name: `Choose “${statement}”` }).check()
  }
  const hers = ada.page.getByRole('region', { name: 'Chosen claims' })
  await expect(hers).toContainText('2 claims chosen')
  await expect(hers.getByRole('button', { name: /review/ })).toHaveCount(0)
  await hers.getByRole('link', { name: 'Report' }).click()
  await expect(ada.page.getByLabel('What the report is about')).toHaveValue('claims')
  for (const statement of statements.slice(1)) await expect(ada.page.getByText(statement).first()).toBeVisible()
  await expect(ada.page.getByText(STATEMENT)).toHaveCount(0)
  const word = ada.page.waitForEvent('download')
  await ada.page.getByRole('link', { name: 'Word' }).click()
  expect((await word).suggestedFilename()).toMatch(/\.docx$/)

  await edda.page.goto(table)
  for (const statement of statements.slice(0, 2)) {
    await edda.page.getByRole('checkbox', { name: `Choose “${statement}”` }).check()
  }
  const chosen = edda.page.getByRole('region', { name: 'Chosen claims' })
  await expect(chosen).toContainText('2 claims chosen')
  await chosen.getByRole('button', { name: 'Open a review…' }).click()
  const dialog = edda.page.getByRole('dialog', { name: 'Open a review of 2 claims' })
  await expect(dialog.getByRole('checkbox').first()).toBeFocused()
  await dialog.getByLabel('Ada Analyst').check()
  await dialog.getByRole('button', { name: 'Open the review' }).click()
  await expect(edda.page.getByRole('row', { name: /In review/ })).toHaveCount(2)
  await expect(chosen).toHaveCount(0)
  await expect(edda.page.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await ada.page.goto(`/p/${desk.projectId}/claims/queue`)
  await expect(ada.page.getByText('1 of 3')).toBeVisible()
})

test('who changes a round that was changed meanwhile sees how it stands, and goes on from there', async ({
  desk,
  member,
  as,
}) => {
  const edda = await member('admin', 'Edda Admin')
  const ada = await actorOf((await member('analyst', 'Ada Analyst')).user)
  const owner = await actorOf(desk.owner)
  const claim = await makeClaim(owner, desk, [], { statement: STATEMENT })
  await makeReview(owner, claim, [ada])
  const hers = await as(desk.owner)
  for (const page of [hers, edda.page]) {
    await page.goto(`/c/${claim.id}`)
    await page.getByRole('button', { name: 'Set a due date…' }).click()
  }
  await hers.getByLabel('Due', { exact: true }).fill('2098-01-05')
  await hers.getByRole('button', { name: 'Save' }).click()
  await expect(hers.getByText('due 5 Jan 2098')).toBeVisible()

  const dialog = edda.page.getByRole('dialog', { name: 'Set a due date' })
  await dialog.getByLabel('Due', { exact: true }).fill('2098-02-06')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('changed meanwhile')
  await expect(dialog).toContainText('Now: due 5 Jan 2098, with at least 1 of 1 verdicts. Asked: Ada Analyst.')
  await expect(dialog.getByLabel('Due', { exact: true })).toHaveValue('2098-02-06')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(edda.page.getByText('due 6 Feb 2098')).toBeVisible()
})

test('a claim is edited, set aside, reopened and removed, and what was removed comes back', async ({ desk, as }) => {
  const page = await as(desk.owner)
  const owner = await actorOf(desk.owner)
  const claim = await makeClaim(owner, desk, [], { statement: STATEMENT })
  const act = async (deed: string) => {
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: deed }).click()
  }
  await page.goto(`/c/${claim.id}`)
  await act('Edit…')
  await page.getByRole('dialog').getByLabel('Statement').fill('A deal on rare earths was initialled.')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'A deal on rare earths was initialled.' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'History' })).toContainText(STATEMENT)

  await act('Call it not checkable…')
  await page.getByLabel('Why').fill('Nobody could know.')
  await page.getByRole('dialog').getByRole('button', { name: 'Call it not checkable' }).click()
  await expect(page.getByText('Not checkable', { exact: true })).toBeVisible()
  await expect(page.getByText('Nobody could know.')).toBeVisible()

  await act('Reopen…')
  await page.getByLabel('Why').fill('A source came up.')
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click()
  await expect(page.getByText('Reopened', { exact: true })).toBeVisible()

  await act('Remove')
  await expect(page).toHaveURL(/\/claims$/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'A deal on rare earths was initialled.' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the page of a claim in ${colorScheme}, judged or to be judged, and in the queue`, async ({
    desk,
    member,
    as,
  }) => {
    const ada = await actorOf((await member('analyst', 'Ada Analyst')).user)
    const ben = await actorOf((await member('analyst', 'Ben Brewer')).user)
    const owner = await actorOf(desk.owner)
    const passage = await makeAnnotation(owner, desk, 'rare earths')
    await makeComment(ada, passage.id, 'Which ones?')
    const judged = await makeClaim(owner, desk, [passage.id], { statement: STATEMENT })
    const asked = await makeClaim(owner, desk, [passage.id], { statement: 'No deal is reported.', type: 'negative' })
    await makeRelation(owner, judged, asked)
    const round = await makeReview(owner, judged, [ada, ben])
    await judge(ada, round, { rating: 'mostly-true', likelihood: 72 })
    await decline(ben, round)
    await makeReview(owner, asked, [owner, ada])
    const page = await as(desk.owner, { colorScheme })
    for (const path of [`/c/${judged.id}`, `/c/${asked.id}`, `/p/${desk.projectId}/claims/queue`]) {
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => ({ path, id, where: nodes.map(({ target }) => target) }))).toEqual([])
    }
  })
}
