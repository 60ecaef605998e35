import { db } from '@/server/testing/database'
import { makeProject } from '@/server/testing/make-world'
import { actorOf } from '@/server/testing/make'
import { expect, test, type Page } from './fixtures'
import { openSample, SAMPLE_TITLE, selectWords } from './gestures'
import { card, open } from './reader/page'

const NOBODY = 'nobody had announced an agreement on rare earths between the United States and Russia'
const WILL = 'the United States and Russia will sign a minerals agreement before the end of 2026'
const NORM = 'Western governments should not buy minerals from occupied land'
const APART = 'the two economies are drifting apart in critical minerals, not together'
const INCLUDES = 'includes a possible arrangement with Russia over rare earths'
const LOOKS = 'looks like a possible arrangement with Russia over rare earths'
const NONE = 'there is no confirmed agreement between Washington and Moscow'
const SHARE = 'roughly two fifths of Ukraine\'s mineral wealth' // prettier-ignore
const SAID = 'American firms want nothing but cash from any arrangement'
const CHEAP = 'has been sold too cheaply since the invasion of 2022'

const toast = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const verdictOf = (page: Page, name: string) => page.getByRole('article', { name: `Verdict of ${name}` })

/** Claims a passage by keyboard: as the form proposes it, but for the type where the guess is another. */
async function claim(page: Page, words: string, type?: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'New claim' })
  await expect(dialog.getByLabel('Statement')).toBeFocused()
  if (type) await dialog.getByLabel('Type').selectOption(type)
  await dialog.getByLabel('Statement').press('Enter')
  await expect(card(page, words.slice(0, 50))).toContainText('Proposed')
}

/** Presses X on the one passage, then on the other, and says how they conflict. */
async function oppose(page: Page, one: string, other: string, how: string): Promise<void> {
  for (const words of [one, other]) {
    await selectWords(page, words)
    await page.keyboard.press('x')
  }
  const dialog = page.getByRole('dialog', { name: 'These two conflict' })
  await dialog.getByRole('radio', { name: how }).check()
  await page.keyboard.press('Enter')
  await expect(toast(page, 'The conflict is in the ledger.')).toBeVisible()
}

/** Says in the ledger what became of the conflict of these passages. */
async function settle(page: Page, words: string, as: string, why: string): Promise<void> {
  const entry = page.getByRole('article', { name: /conflicts with/ }).filter({ hasText: words })
  await entry.getByRole('button', { name: 'Settle' }).click()
  await entry.getByText(as, { exact: true }).click()
  await entry.getByLabel('Why').fill(why)
  await entry.getByRole('button', { name: 'Save' }).click()
  await expect(entry).toContainText(why)
}

/** Judges on the claim's page: a digit for the rating, the likelihood, the reasons, and Ctrl+Enter. */
async function judge(page: Page, digit: string, likelihood: string, reasons: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Your verdict' })
  await expect(form).toBeVisible()
  await page.locator('html[data-ready]').waitFor()
  await page.keyboard.press(digit)
  await form.getByLabel('Likelihood in percent').fill(likelihood)
  await form.getByRole('radio', { name: 'Moderate' }).press('Space')
  await form.getByRole('textbox', { name: 'Reasons' }).click()
  await page.keyboard.type(reasons)
  await page.keyboard.press('Control+Enter')
}

/**
 * What a team does with a contested text, all of it by hand: it reads independently, claims, opposes, judges under a seal,
 * revises, finds with a dissent, publishes and reports.
 */
test('the sample document, from independent reading to a published finding with its dissent', async ({
  desk,
  as,
  member,
}) => {
  test.setTimeout(360_000)
  const { page: edda } = await member('editor', 'Edda Editor')
  const { page: ada } = await member('analyst', 'Ada Analyst')
  const { page: ben } = await member('analyst', 'Ben Brewer')
  const { page: cai } = await member('analyst', 'Cai Chen')
  const { projectId } = await makeProject(desk.workspaceId, await actorOf(desk.owner))
  const owner = await as(desk.owner)
  await openSample(owner, projectId)
  const documentId = new URL(owner.url()).pathname.slice('/d/'.length)

  await test.step('two read independently, and neither sees the other’s claims', async () => {
    await edda.goto(`/p/${projectId}/phases`)
    await button(edda, 'Open a phase').click()
    const dialog = edda.getByRole('dialog', { name: 'Open an independent phase' })
    await expect(dialog.getByRole('checkbox', { name: SAMPLE_TITLE })).toBeChecked()
    await dialog.getByLabel('Name').fill('First reading')
    await dialog.getByRole('button', { name: 'Open the phase' }).click()
    const phase = edda.getByRole('article', { name: 'First reading' })
    await open(ada, documentId)
    for (const words of [NOBODY, WILL]) await claim(ada, words)
    await open(ben, documentId)
    await expect(ben.locator('[data-annotation]')).toHaveCount(0)
    await claim(ben, NORM)
    await phase.getByRole('button', { name: 'Reveal…' }).click()
    await button(edda, 'Reveal to everyone').click()
    await expect(phase).toContainText('Marked by Ada Analyst, Ben Brewer')
  })

  await test.step('ten claims and three conflicts: one real, one apparent, one of wording', async () => {
    for (const page of [ada, ben, cai]) await open(page, documentId)
    await claim(ben, SHARE, 'fact')
    await claim(ben, SAID, 'quotation')
    await claim(cai, CHEAP, 'cause')
    await oppose(ada, SAMPLE_TITLE, APART, 'Contradiction')
    await oppose(ben, NONE, INCLUDES, 'Tension')
    await open(cai, documentId)
    await oppose(cai, INCLUDES, LOOKS, 'Drift')
    await ada.goto(`/p/${projectId}/ledger`)
    await expect(ada.getByRole('article', { name: /conflicts with/ })).toHaveCount(3)
    await settle(ada, APART, 'Real', 'The body shows the opposite of the headline.')
    await settle(ada, NONE, 'Apparent: another definition', 'An arrangement that is discussed is not one that is confirmed.') // prettier-ignore
    await ada.goto(`/p/${projectId}/claims?view=table`)
    await expect(ada.getByRole('rowheader')).toHaveCount(11)
  })

  const { id: claimId } = await db.claim.findFirstOrThrow({
    where: { projectId, versions: { some: { statement: { contains: 'two fifths' } } } },
  })

  await test.step('three judge under a seal, one recuses themselves, one revises in the open', async () => {
    for (const page of [edda, ada, ben, cai]) await page.goto(`/c/${claimId}`)
    await button(edda, 'Open a review…').click()
    const opening = edda.getByRole('dialog', { name: 'Open a review' })
    for (const name of ['Ada Analyst', 'Ben Brewer', 'Cai Chen']) await opening.getByLabel(name).check()
    await opening.getByRole('button', { name: 'Open the review' }).click()
    await expect(edda.getByText('0 of 3 have submitted.')).toBeVisible()
    for (const page of [ada, ben, cai]) await page.reload()
    await judge(ada, '2', '80', 'The survey says so.')
    await judge(ben, '5', '20', 'Coal is counted in.')
    await expect(verdictOf(ben, 'Ben Brewer')).toContainText('Held until reveal')
    await edda.reload()
    await expect(edda.getByText('2 of 3 have submitted.')).toBeVisible()
    expect(await edda.content()).not.toContain('The survey says so.')
    await button(cai, 'I recuse myself…').click()
    await cai.getByRole('dialog').getByLabel('Why').fill('I wrote the survey.')
    await cai.getByRole('dialog').getByRole('button', { name: 'Submit' }).click()
    await expect(verdictOf(cai, 'Ben Brewer')).toContainText('False')
    await expect(verdictOf(cai, 'Cai Chen')).toContainText('Recused')
    await edda.reload()
    await button(edda, 'Review again…').click()
    const again = edda.getByRole('dialog', { name: 'Review again' })
    for (const name of ['Ben Brewer', 'Cai Chen']) await again.getByLabel(name).uncheck()
    await again.getByRole('button', { name: 'Open the round' }).click()
    await expect(edda.getByRole('heading', { name: 'Round 2' })).toBeVisible()
    await ada.reload()
    await judge(ada, '3', '55', 'Ben is right about the coal.')
    await expect(verdictOf(ada, 'Ada Analyst').first()).toContainText('In round 1: Mostly true, at 80 %')
  })

  const findingId = await test.step('a finding is published with its dissent', async () => {
    await ada.reload()
    await button(ada, 'Write a finding').click()
    await ada.getByRole('radio', { name: 'Mixed', exact: true }).check()
    await ada.getByRole('radio', { name: /^Majority/ }).check()
    await ada.getByRole('radio', { name: /^Moderate/ }).check()
    await ada.getByRole('textbox', { name: 'Summary' }).click()
    await ada.keyboard.type('By value it holds, by count it does not.')
    await ada.getByRole('textbox', { name: 'Gaps' }).fill('By value or by count?')
    await button(ada, 'Save draft').click()
    await expect(ada.getByRole('article', { name: 'Finding', exact: true })).toContainText('Mixed')
    const path = new URL(ada.url()).pathname
    await ben.goto(path)
    await button(ben, 'Dissent').click()
    const dialog = ben.getByRole('dialog', { name: 'Dissent' })
    await dialog.getByRole('radio', { name: 'False', exact: true }).check()
    await dialog.getByLabel('Likelihood in percent').fill('15')
    await dialog.getByRole('textbox', { name: 'Why' }).click()
    await ben.keyboard.type('Coal is counted in.')
    await button(ben, 'Sign the dissent').click()
    await expect(ben.getByRole('article', { name: 'Dissent by Ben Brewer' })).toContainText('Very unlikely (15 %)')
    await edda.goto(path)
    await expect(edda.getByRole('article', { name: 'Dissent by Ben Brewer' })).toBeVisible()
    await button(edda, 'Publish').click()
    const publishing = edda.getByRole('dialog', { name: 'Publish the finding' })
    await publishing.getByLabel('Why you adjudicate').fill('It is urgent.')
    await publishing.getByLabel('To those whom it does not follow').fill('The survey counts deposits.')
    await publishing.getByRole('button', { name: 'Publish' }).click()
    await expect(edda.getByText('Adjudicated by Edda Editor')).toBeVisible()
    return path.slice('/f/'.length)
  })

  await test.step('the report says it all, and one click in it lands on the passage', async () => {
    await ben.goto(`/p/${projectId}/report`)
    const report = ben.getByRole('article').filter({ hasText: SHARE }).first()
    await expect(report.getByRole('heading', { name: 'Dissent by Ben Brewer' })).toBeVisible()
    await expect(report).toContainText('Coal is counted in.')
    const answer = await ben.request.get(`/api/v1/findings/${findingId}/claim-review`)
    const review = (await answer.json()) as { claimReviewed: string }
    expect(review.claimReviewed).toContain('two fifths')
    expect(review).toMatchObject({
      '@type': 'ClaimReview',
      reviewRating: { alternateName: 'Mixed' },
    })
    await report.getByRole('blockquote').getByRole('link', { name: SHARE }).first().click()
    await expect(ben).toHaveURL(/\/d\/.*a=/)
    await expect(card(ben, SHARE)).toBeVisible()
  })
})
