import AxeBuilder from '@axe-core/playwright'
import { actorOf, makeAnnotation, type MadeUser } from '@/server/testing/make'
import {
  dissent,
  findingNow,
  makeCorrection,
  makeFinding,
  makeRevealed,
  makeWritten,
  publish,
  sign,
  write,
} from '@/server/testing/make-findings'
import { says } from '@/server/testing/make-world'
import { expect, test, type Page } from './fixtures'

const STATEMENT = 'A deal on rare earths was signed in the capital.'
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

type Desk = { projectId: string; documentId: string; versionId: string; text: string; owner: MadeUser }
type Analysts = Record<'ada' | 'ben' | 'cai', { user: MadeUser }>

/** A claim in a passage that two hold for true and the third for false. */
async function revealed(desk: Desk, { ada, ben, cai }: Analysts) {
  const owner = await actorOf(desk.owner)
  const { id } = await makeAnnotation(owner, desk, 'signed a deal on rare earths')
  const verdicts: Parameters<typeof makeRevealed>[2] = [
    [await actorOf(ada.user), { rating: 'true', likelihood: 70 }],
    [await actorOf(ben.user), { rating: 'true', likelihood: 80 }],
    [await actorOf(cai.user), { rating: 'false', likelihood: 20 }],
  ]
  return makeRevealed(owner, desk, verdicts, { statement: STATEMENT, annotationIds: [id] })
}

test('a finding is written, signed, dissented from, published without consensus and corrected with the reason', async ({
  desk,
  member,
}) => {
  const ada = await member('analyst', 'Ada Analyst')
  const ben = await member('analyst', 'Ben Brewer')
  const cai = await member('analyst', 'Cai Chen')
  const edda = await member('editor', 'Edda Editor')
  const vera = await member('viewer', 'Vera Viewer')
  const claim = await revealed(desk, { ada, ben, cai })

  await ada.page.goto(`/c/${claim.id}`)
  await button(ada.page, 'Write a finding').click()
  await expect(ada.page).toHaveURL(/\/f\/[\w-]{36}\?view=edit/)
  const path = new URL(ada.page.url()).pathname
  await expect(ada.page.getByText('Likely (57 %), of 3 reviewers.')).toBeVisible()
  await ada.page.getByLabel('Pooled by').selectOption('Median')
  await expect(ada.page.getByText('Likely (70 %), of 3 reviewers.')).toBeVisible()
  await ada.page.getByRole('radio', { name: /^No consensus/ }).check()
  await ada.page.getByRole('radio', { name: /^Moderate/ }).check()
  await ada.page.getByRole('textbox', { name: 'Summary' }).click()
  await ada.page.keyboard.type('The report says so, see ')
  await button(ada.page, 'Reference').click()
  const picker = ada.page.getByRole('dialog', { name: 'Refer to…' })
  await picker.getByPlaceholder('Find by its words').fill('signed a deal')
  await expect(picker.getByRole('button', { name: '“signed a deal on rare earths”' })).toBeVisible()
  await ada.page.keyboard.press('Enter')
  await expect(ada.page.getByRole('textbox', { name: 'Summary' })).toContainText('“signed a deal on rare earths”')
  await ada.page.getByRole('textbox', { name: 'Gaps' }).fill('The annex is missing.')
  await ada.page.reload()
  await expect(ada.page.getByRole('textbox', { name: 'Gaps' })).toHaveValue('The annex is missing.')
  await expect(ada.page.getByRole('radio', { name: /^No consensus/ })).toBeChecked()
  await button(ada.page, 'Save draft').click()

  await expect(card(ada.page, 'Finding').getByText('No consensus', { exact: true }).first()).toBeVisible()
  await card(ada.page, 'Finding').getByRole('link', { name: '“signed a deal on rare earths”' }).click()
  await expect(ada.page.getByRole('dialog', { name: 'Passage' }).locator('mark')).toHaveText(
    'signed a deal on rare earths',
  )
  await ada.page.keyboard.press('Escape')
  await button(ada.page, 'Sign').click()
  await expect(ada.page.getByText('Signed by Ada Analyst. 2 are asked for.')).toBeVisible()

  await cai.page.goto(path)
  await button(cai.page, 'Dissent').click()
  const dialog = cai.page.getByRole('dialog', { name: 'Dissent' })
  await dialog.getByRole('radio', { name: 'False', exact: true }).check()
  await dialog.getByLabel('Likelihood in percent').fill('15')
  await dialog.getByRole('textbox', { name: 'Why' }).click()
  await cai.page.keyboard.type('Only a draft was initialled.')
  await button(cai.page, 'Sign the dissent').click()
  await expect(card(cai.page, 'Dissent by Cai Chen')).toContainText('Very unlikely (15 %)')
  await button(cai.page, 'Withdraw my dissent').click()
  await expect(card(cai.page, 'Dissent by Cai Chen')).toHaveCount(0)
  await button(cai.page, 'Undo').click()
  await expect(card(cai.page, 'Dissent by Cai Chen')).toContainText('Very unlikely (15 %)')

  await edda.page.goto(path)
  await button(edda.page, 'Publish').click()
  const publishing = edda.page.getByRole('dialog', { name: 'Publish the finding' })
  await expect(publishing.getByText('This project asks for 2 signatures. Ada Analyst signed.')).toBeVisible()
  await expect(button(edda.page, 'Publish').last()).toBeDisabled()
  await publishing.getByLabel('Why you adjudicate').fill('It is urgent.')
  await publishing.getByRole('button', { name: 'Publish' }).click()
  await expect(edda.page.getByText('Published', { exact: true }).first()).toBeVisible()
  await expect(edda.page.getByText('Adjudicated by Edda Editor')).toBeVisible()
  await expect(edda.page.getByText('True: Ada Analyst, Ben Brewer. False: Cai Chen.')).toBeVisible()

  await vera.page.goto(path)
  // One after the other: two that wait for a page to be ready at once wait for each other.
  const ofFinding = await card(vera.page, 'Finding').evaluate(lettering)
  expect(await card(vera.page, 'Dissent by Cai Chen').evaluate(lettering)).toEqual(ofFinding)
  for (const name of ['Edit the draft', 'Write a correction', 'Dissent', 'Publish', 'Retract', 'Sign']) {
    await expect(button(vera.page, name)).toHaveCount(0)
  }
  await vera.page.goto(`/c/${claim.id}`)
  await expect(card(vera.page, 'Dissent by Cai Chen')).toContainText('Only a draft was initialled.')

  await ada.page.reload()
  await expect(button(ada.page, 'Draft')).toHaveAttribute('aria-pressed', 'true')
  await button(ada.page, 'Published').click()
  await button(ada.page, 'Write a correction').click()
  await ada.page.getByRole('radio', { name: 'Mostly true' }).check()
  await ada.page.getByRole('radio', { name: /^Majority/ }).check()
  await button(ada.page, 'Save draft').click()
  await expect(card(ada.page, 'Finding')).toContainText('Mostly true')
  await vera.page.goto(path)
  await expect(card(vera.page, 'Finding')).not.toContainText('Mostly true')

  await edda.page.goto(`${path}?view=draft`)
  await button(edda.page, 'Publish the correction').click()
  const correcting = edda.page.getByRole('dialog', { name: 'Publish the correction' })
  await correcting.getByLabel('Why you adjudicate').fill('The annex came in.')
  await correcting.getByLabel('To those whom it does not follow').fill('The annex says otherwise.')
  await correcting.getByLabel('Why there is a new version').fill('The annex was found.')
  await correcting.getByRole('button', { name: 'Publish' }).click()
  await expect(edda.page.getByText('This version replaces the one before.')).toBeVisible()
  await expect(edda.page.getByRole('listitem').filter({ hasText: '1. First published' })).toBeVisible()

  await cai.page.goto(path)
  await button(cai.page, 'Answer').click()
  await cai.page.getByRole('dialog').getByLabel('Your answer').fill('The annex is a draft too.')
  await cai.page.getByRole('dialog').getByRole('button', { name: 'Answer' }).click()
  await expect(cai.page.getByText('The annex is a draft too.')).toBeVisible()

  await edda.page.reload()
  await button(edda.page, 'Retract').click()
  await edda.page.getByRole('dialog').getByLabel('Why').fill('The annex was forged.')
  await edda.page.getByRole('dialog').getByRole('button', { name: 'Retract' }).click()
  await expect(edda.page.getByText('This finding was retracted by Edda Editor.')).toBeVisible()
  await expect(card(edda.page, 'Finding')).toContainText('Mostly true')
})

/** How wide something is, and the size of its heading and of its text, in the order in which they stand. */
function lettering(element: Element) {
  const size = (selector: string) => getComputedStyle(element.querySelector(selector) ?? element).fontSize
  return { width: element.getBoundingClientRect().width, heading: size('header p:last-child'), text: size('.prose') }
}

test('what is opened right after saving stays open, with what is typed', async ({ desk, member }) => {
  const [ada, ben, cai] = [await member('analyst'), await member('analyst'), await member('analyst')]
  const edda = await member('editor', 'Edda Editor')
  const claim = await revealed(desk, { ada, ben, cai })
  const owner = await actorOf(desk.owner)
  const { id } = await publish(owner, await makeWritten(owner, claim))
  await edda.page.goto(`/f/${id}`)
  await button(edda.page, 'Write a correction').click()
  await edda.page.getByRole('radio', { name: 'Mostly true' }).check()
  await button(edda.page, 'Save draft').click()
  await button(edda.page, 'Publish the correction').click()
  const reason = edda.page.getByRole('dialog').getByLabel('Why there is a new version')
  await reason.fill('The annex was found.')
  await edda.page.waitForLoadState('networkidle')
  await expect(reason).toHaveValue('The annex was found.')
})

test('two who write at once get both texts, and nothing that was typed is lost', async ({ desk, member }) => {
  const [ada, ben, cai] = [
    await member('analyst', 'Ada'),
    await member('analyst', 'Ben'),
    await member('analyst', 'Cai'),
  ]
  const claim = await revealed(desk, { ada, ben, cai })
  const finding = await makeWritten(await actorOf(ben.user), claim, { gaps: 'None so far.' })
  await ada.page.goto(`/f/${finding.id}?view=edit`)
  await ada.page.getByRole('textbox', { name: 'Gaps' }).fill('Mine: the annex.')
  await write(await actorOf(ben.user), finding, { gaps: 'Theirs: the minutes.' })
  await button(ada.page, 'Save draft').click()
  await expect(ada.page.getByRole('alert').filter({ hasText: 'Ben changed this finding meanwhile.' })).toBeVisible()
  await expect(ada.page.getByRole('note')).toContainText('Theirs: the minutes.')
  await expect(ada.page.getByRole('textbox', { name: 'Gaps' })).toHaveValue('Mine: the annex.')
  await button(ada.page, 'Save mine').click()
  await expect(ada.page.getByRole('region', { name: 'Gaps' })).toHaveText(/Mine: the annex\./)
  expect((await findingNow(await actorOf(ben.user), finding)).content.gaps).toBe('Mine: the annex.')
})

test('the finding on a document is begun from its address, and leads there afterwards', async ({ desk, member }) => {
  const ada = await member('analyst', 'Ada')
  const vera = await member('viewer', 'Vera')
  const path = `/d/${desk.documentId}/finding`
  await vera.page.goto(path)
  await expect(vera.page.getByRole('heading', { name: 'Nothing was found about this document yet' })).toBeVisible()
  await ada.page.goto(path)
  await button(ada.page, 'Write a finding').click()
  await ada.page.getByRole('textbox', { name: 'Overall assessment' }).click()
  await ada.page.keyboard.type('It says more than it shows.')
  await ada.page.getByRole('radio', { name: /^Consensus/ }).check()
  await button(ada.page, 'Save draft').click()
  await expect(card(ada.page, 'Finding')).toContainText('It says more than it shows.')
  await vera.page.reload()
  await expect(vera.page).toHaveURL(new URL(ada.page.url()).pathname)
})

test('an outcome is recorded, and everyone sees the team’s score, each their own', async ({ desk, member }) => {
  const [ada, ben, edda] = [
    await member('analyst', 'Ada'),
    await member('analyst', 'Ben'),
    await member('editor', 'Edda'),
  ]
  const owner = await actorOf(desk.owner)
  const likely = (likelihood: number) => ({ rating: null, likelihood })
  const claim = await makeRevealed(
    owner,
    desk,
    [
      [await actorOf(ada.user), { ...likely(90), details: { ...DETAILS, deadline: '2026', settles: 'A gazette.' } }],
      [await actorOf(ben.user), { ...likely(60), details: { ...DETAILS, deadline: '2026', settles: 'A gazette.' } }],
    ],
    { type: 'prediction', statement: 'A deal will be signed in 2026.' },
  )
  await edda.page.goto(`/c/${claim.id}`)
  await button(edda.page, 'Record the outcome').click()
  const dialog = edda.page.getByRole('dialog', { name: 'How it was settled' })
  await dialog.getByRole('button', { name: 'Record' }).click()
  await expect(dialog.getByText('Please say when it was settled.')).toBeVisible()
  await dialog.getByLabel('Settled on').fill('2026-11')
  await dialog.getByRole('button', { name: 'Record' }).click()
  await expect(edda.page.getByText('It came true')).toBeVisible()
  await expect(edda.page.getByText('only you see this')).toHaveCount(0)
  await ada.page.goto(`/c/${claim.id}`)
  await expect(ada.page.getByText('0.010 over 1 settled prediction; only you see this')).toBeVisible()
  await expect(ada.page.getByText('0.085')).toBeVisible()
})

const DETAILS = { searches: [], deadline: '', settles: '', alternatives: '' }

test('corrections gather by document, are copied as a list, and noted as sent', async ({ desk, member, as }) => {
  const ada = await member('analyst', 'Ada')
  const owner = await as(desk.owner, { permissions: ['clipboard-read', 'clipboard-write'] })
  const by = await actorOf(ada.user)
  const { id: annotationId } = await makeAnnotation(by, desk, 'rare earths')
  const said = { problem: 'Which ones is left open.', proposed: 'neodymium and dysprosium' }
  await makeCorrection(by, desk, { annotationId, ...said })
  const path = `/p/${desk.projectId}/corrections`
  await owner.goto(path)
  await button(owner, 'Copy as text').click()
  const text = await owner.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain(`/a/${annotationId}`)
  expect(text).toContain('Proposed: neodymium and dysprosium')
  await button(owner, 'Mark as sent').click()
  await expect(owner.getByText(/^Sent \d/)).toBeVisible()
  await expect(button(owner, 'Mark as sent')).toHaveCount(0)
  await ada.page.goto(path)
  await button(ada.page, 'Edit').click()
  await ada.page.getByLabel('What is wrong').fill('Which of them is left open.')
  await button(ada.page, 'Save').click()
  await expect(ada.page.getByText('Not sent', { exact: true })).toBeVisible()
  await button(ada.page, 'Remove').click()
  await expect(ada.page.getByText('Which of them is left open.')).toHaveCount(0)
  await button(ada.page, 'Undo').click()
  await expect(ada.page.getByText('Which of them is left open.')).toBeVisible()
})

test('a project’s rule for publishing is changed in its settings, and holds', async ({ desk, member, as }) => {
  const [ada, ben, cai] = [
    await member('analyst', 'Ada'),
    await member('analyst', 'Ben'),
    await member('analyst', 'Cai'),
  ]
  const page = await as(desk.owner)
  await page.goto(`/p/${desk.projectId}/settings`)
  await page.getByLabel('Signatures of reviewers').fill('3')
  await page.getByLabel(/An editor may publish with fewer/).uncheck()
  await button(page, 'Save').click()
  await expect(page.getByText('The project is saved.')).toBeVisible()
  const claim = await revealed(desk, { ada, ben, cai })
  const finding = await makeWritten(await actorOf(ada.user), claim)
  await page.goto(`/f/${finding.id}`)
  await button(page, 'Publish').click()
  await expect(page.getByText('this project lets nobody publish with fewer')).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Publish' })).toBeDisabled()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: axe finds nothing on a finding, its draft and its dialogs`, async ({ desk, member, as }) => {
    const [ada, ben, cai] = [
      await member('analyst', 'Ada'),
      await member('analyst', 'Ben'),
      await member('analyst', 'Cai'),
    ]
    const owner = await actorOf(desk.owner)
    const claim = await revealed(desk, { ada, ben, cai })
    const finding = await makeWritten(owner, claim, { gaps: 'The annex.', confidence: 'low', basis: 'majority' })
    await sign(await actorOf(ada.user), finding)
    await dissent(await actorOf(cai.user), finding, { json: says('Only a draft.'), likelihood: 20 })
    await publish(owner, finding)
    const of = await makeFinding(owner, desk, { documentId: desk.documentId })
    const page = await as(cai.user, { colorScheme })
    for (const path of [`/f/${finding.id}`, `/f/${finding.id}?view=edit`, `/f/${of.id}`]) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 })
        await page.goto(path)
        await page.locator('html[data-ready]').waitFor()
        expect(await faults(page), `${path} at ${width}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      }
    }
    await page.goto(`/f/${finding.id}`)
    for (const name of ['Change my dissent', 'Answer']) {
      await button(page, name).click()
      await page.getByRole('dialog').waitFor()
      expect(await faults(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))))
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`))
}
