import AxeBuilder from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import type { Actor } from '@/domain/permissions/policy'
import { actorOf, makeAnnotation, makeMember } from '@/server/testing/make'
import { makeClaim } from '@/server/testing/make-claims'
import { appraisalDraft, makeEvidence, makeSource, passageDraft, webDraft } from '@/server/testing/make-evidence'
import { makeReview } from '@/server/testing/make-reviews'
import { writing } from '@/server/testing/make-world'
import { expect, test, type Page } from './fixtures'
import { selectWords } from './gestures'

const THEMES = ['light', 'dark'] as const
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A picture of one point. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Desk = { projectId: string; documentId: string; versionId: string; text: string }

/** A claim that one passage of the document makes. */
async function claimOn(desk: Desk, by: Actor, words = 'signed a deal on rare earths') {
  const { id: annotationId } = await makeAnnotation(writing(by), desk, words)
  return { ...(await makeClaim(by, desk, [annotationId])), annotationId }
}

/** Where a piece stands: the part of the section under this heading. */
const side = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Evidence', exact: true }).getByRole('region', { name: new RegExp(`^${name}`) })
const piece = (within: Page | Locator, title: string) => within.getByRole('article', { name: title })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const add = (page: Page) => page.getByRole('button', { name: 'Add evidence' }).first().click()

async function act(page: Page, name: string, deed: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: deed }).click()
}

test('evidence of three kinds: a web page with a new source, a passage by its link, a file', async ({
  desk,
  member,
}) => {
  const { user, page } = await member('analyst', 'Ada')
  const ada = await actorOf(user)
  const claim = await claimOn(desk, ada)
  const { id: other } = await makeAnnotation(writing(ada), desk, 'the annex names 14,000', { visibility: 'private' })
  await page.goto(`/c/${claim.id}#evidence`)

  await add(page)
  const form = dialog(page, 'Add evidence')
  await form.getByRole('radio', { name: /^Web page/ }).check()
  await form.getByLabel('Address', { exact: true }).fill('example.org/deal')
  await form.getByLabel('Title').fill('The deal, signed')
  await form.getByLabel('Excerpt').fill('It was signed on Monday.')
  await form.getByLabel('Source', { exact: true }).fill('The Gazette')
  await form.getByLabel('Source', { exact: true }).press('Enter')
  await form.getByRole('radio', { name: /^Supports/ }).check()
  await form.getByLabel('Why').fill('It was there.')
  await form.getByLabel('Credibility of what it says').selectOption('2')
  await form.getByLabel('Reliability of its source').selectOption('B')
  await expect(form.getByText('Little doubt; it has mostly been right.').first()).toBeVisible()
  await form.getByRole('button', { name: 'Add evidence' }).click()
  // A refusal says where, and takes nothing of what was typed.
  await expect(form.getByRole('alert')).toContainText('starts with http:// or https://')
  await expect(form.getByLabel('Why')).toHaveValue('It was there.')
  await form.getByLabel('Address', { exact: true }).fill('https://example.org/deal')
  await form.getByRole('button', { name: 'Add evidence' }).click()
  const web = piece(side(page, 'Supports'), 'The deal, signed')
  await expect(web).toContainText('The Gazette')
  await expect(web).toContainText('You: supports')
  await expect(web).toContainText('Credibility 2')
  await expect(web).toContainText('Source B')

  await add(page)
  await form
    .getByLabel('Or paste the link to a passage')
    .fill(new URL(`/d/${desk.documentId}?a=${other}`, page.url()).href)
  await expect(form.getByRole('group', { name: 'Passage' })).toContainText('the annex names 14,000')
  await form.getByRole('button', { name: 'Add evidence' }).click()
  await expect(form.getByRole('alert')).toContainText('Agree to show it to the team')
  await form.getByRole('checkbox', { name: /The team will see/ }).check()
  await form.getByRole('button', { name: 'Add evidence' }).click()
  await expect(piece(side(page, 'Not yet appraised'), 'Briefing')).toContainText('the annex names 14,000')

  await add(page)
  await form.getByRole('radio', { name: /^File/ }).check()
  const file = { name: 'photo.png', mimeType: 'image/png', buffer: PIXEL }
  await form.getByLabel('File', { exact: true }).last().setInputFiles(file)
  await form.getByLabel('Title').fill('A photograph')
  await form.getByRole('radio', { name: /^Refutes/ }).check()
  await form.getByRole('button', { name: 'Add evidence' }).click()
  const photo = piece(side(page, 'Refutes'), 'A photograph')
  const download = page.waitForEvent('download')
  await photo.getByRole('link', { name: 'A photograph' }).click()
  expect((await download).suggestedFilename()).toBe('photo.png')
  // The picture itself stands there, and opens large.
  const small = photo.getByRole('img', { name: 'photo.png' })
  await expect.poll(() => small.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await photo.getByRole('button', { name: /open large/ }).click()
  const large = dialog(page, 'A photograph')
  await expect(large.getByRole('img')).toBeVisible()
  await expect(large).toContainText(/SHA-256 [0-9a-f]{64}/)
  await page.keyboard.press('Escape')
  await expect(photo.getByRole('button', { name: /open large/ })).toBeFocused()
})

test('a passage is cited from the reader, by its key or from the menu of an annotation', async ({ desk, member }) => {
  const { user, page } = await member('analyst', 'Ada')
  const ada = await actorOf(user)
  const { id: claimId, statement } = await claimOn(desk, ada)
  await makeClaim(ada, desk, [], { statement: 'Prices of rare earths fell.' })
  await page.goto(`/d/${desk.documentId}`)
  await selectWords(page, 'the annex names 14,000')
  await expect(page.getByRole('toolbar', { name: 'Annotate the selection' })).toContainText('Cite')
  await page.keyboard.press('v')
  const form = dialog(page, 'Cite as evidence')
  const search = form.getByLabel('Evidence for or against')
  await expect(search).toBeFocused()
  await search.fill('prices')
  await form.getByRole('button', { name: /Prices of rare earths fell/ }).click()
  await form.getByRole('radio', { name: /^Refutes/ }).check()
  await form.getByLabel('Why').fill('It names more.')
  // What is begun stays while one looks at something else.
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await selectWords(page, 'the annex names 14,000')
  await page.keyboard.press('v')
  await expect(form.getByLabel('Why')).toHaveValue('It names more.')
  await form.getByRole('button', { name: 'Add evidence' }).click()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const cited = piece(side(page, 'Refutes'), 'Briefing')
  await expect(cited).toContainText('the annex names 14,000')
  await expect(cited).toContainText('It names more.')

  await page.goto(`/d/${desk.documentId}`)
  const card = page.getByRole('article', { name: /signed a deal on rare earths/ })
  await card.getByRole('button', { name: 'Ada', exact: true }).click()
  await card.getByRole('button', { name: 'Actions for this annotation' }).click()
  await page.getByRole('menuitem', { name: 'Cite as evidence…' }).click()
  await search.fill(statement)
  await search.press('Enter')
  await expect(form).toContainText('The claim itself is made in this passage')
  await form.getByRole('button', { name: 'Add evidence' }).click()
  await expect(form).toHaveCount(0)
  await page.goto(`/c/${claimId}`)
  await expect(piece(page, 'Briefing')).toContainText('Circular')
})

test('a passage is chosen from its document; the one in which the claim is made draws a warning', async ({
  desk,
  member,
}) => {
  const { user, page } = await member('analyst', 'Ada')
  const claim = await claimOn(desk, await actorOf(user))
  await page.goto(`/c/${claim.id}`)
  await add(page)
  const form = dialog(page, 'Add evidence')
  await form.getByLabel('Find a passage in it').fill('deal on rare')
  await form.getByRole('button', { name: /signed a deal on rare earths/ }).click()
  await expect(form.getByRole('alert')).toContainText('The claim itself is made in this passage')
  await form.getByRole('button', { name: 'Add evidence' }).click()
  const cited = piece(page, 'Briefing')
  await expect(cited).toContainText('Circular')

  // What was begun survives that the form is closed, until it is discarded.
  await add(page)
  await form.getByRole('radio', { name: /^Web page/ }).check()
  await form.getByLabel('Title').fill('Half a thought')
  await page.keyboard.press('Escape')
  await add(page)
  await expect(form.getByLabel('Title')).toHaveValue('Half a thought')
  await form.getByRole('button', { name: 'Discard' }).click()

  await act(page, 'Briefing', 'Remove')
  await expect(cited).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cited).toBeVisible()
})

test('it stands where most put it, and the split is said; copies of one origin count once', async ({
  desk,
  as,
  member,
}) => {
  const [ben, cai] = [await member('analyst', 'Ben'), await member('analyst', 'Cai')]
  const ada = await actorOf(await makeMember(desk.workspaceId, 'analyst', 'Ada'))
  const claim = await claimOn(desk, ada)
  const wire = await makeSource(ada, desk, { name: 'The wire' })
  const copy = await makeSource(ada, desk, { name: 'The echo', originId: wire.id })
  const supports = { appraisal: appraisalDraft() }
  await makeEvidence(ada, claim, webDraft({ title: 'First', sourceId: wire.id, ...supports }))
  await makeEvidence(ada, claim, webDraft({ title: 'Second', sourceId: copy.id, ...supports }))
  await ben.page.goto(`/c/${claim.id}`)
  await expect(side(ben.page, 'Supports')).toContainText('1 independent origin')
  await expect(piece(ben.page, 'Second')).toContainText('copy of The wire; counts once')

  const appraise = async (page: Page, stance: RegExp) => {
    await piece(page, 'Second').getByRole('button', { name: 'Appraise', exact: true }).click()
    await dialog(page, 'Appraise').getByRole('radio', { name: stance }).check()
    await dialog(page, 'Appraise').getByRole('button', { name: 'Save' }).click()
    await expect(dialog(page, 'Appraise')).toHaveCount(0)
  }
  await appraise(ben.page, /^Refutes/)
  await expect(piece(side(ben.page, 'Evenly divided'), 'Second')).toContainText('Split.')
  await cai.page.goto(`/c/${claim.id}`)
  await appraise(cai.page, /^Refutes/)
  const second = piece(side(cai.page, 'Refutes'), 'Second')
  await expect(second).toContainText('Refutes: Ben, Cai · Supports: Ada')
  await second.getByRole('button', { name: 'Appraise again' }).click()
  const again = dialog(cai.page, 'Appraise again')
  await again.getByRole('radio', { name: /^Context/ }).check()
  await again.getByRole('button', { name: 'Save' }).click()
  await expect(piece(side(cai.page, 'Evenly divided'), 'Second')).toContainText('You: context')

  // Retracting the origin marks what rests on it, copies too.
  const owner = await as(desk.owner)
  await owner.goto(`/p/${desk.projectId}/sources`)
  const group = owner.getByRole('region', { name: 'The wire' })
  await expect(group.getByRole('list', { name: 'Copies of The wire' })).toContainText('The echo')
  await act(owner, 'The wire', /^Retract/)
  await dialog(owner, 'Retract “The wire”?').getByLabel('Reason').fill('It withdrew the report.')
  await dialog(owner, 'Retract “The wire”?').getByRole('button', { name: 'Retract' }).click()
  await expect(group).toContainText('It withdrew the report.')
  await cai.page.reload()
  await expect(piece(cai.page, 'First')).toContainText('Source retracted')
  await expect(piece(cai.page, 'Second')).toContainText('Source retracted')
  await expect(side(cai.page, 'Supports')).toContainText('0 independent origins, 1 retracted')
})

test('sources: add one, name its origin, grade it, find it; a viewer only reads', async ({ desk, member }) => {
  const [{ user, page }, viewer] = [await member('analyst', 'Ada'), await member('viewer', 'Vera')]
  await makeSource(await actorOf(user), desk, { name: 'The wire', url: 'https://wire.example/' })
  await page.goto(`/p/${desk.projectId}/sources`)
  await page.getByRole('button', { name: 'Add a source' }).click()
  const form = dialog(page, 'Add a source')
  await form.getByLabel('Name of the source').fill('The echo')
  await form.getByLabel('Copy of', { exact: true }).fill('wire.ex')
  await form.getByRole('button', { name: 'The wire' }).click()
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Copies of The wire' })).toContainText('The echo')

  const graded = page.waitForResponse(/\/grade$/)
  await page.getByLabel('My grade of The wire').selectOption('B')
  expect((await graded).status()).toBe(200)
  await viewer.page.goto(`/p/${desk.projectId}/sources`)
  await expect(viewer.page.getByRole('list', { name: 'Grades by others' })).toContainText('Ada: B')
  await expect(viewer.page.getByRole('button', { name: /^Actions for|Add a source/ })).toHaveCount(0)
  await expect(viewer.page.getByRole('combobox')).toHaveCount(0)

  await page.getByRole('searchbox', { name: 'Part of a name or address' }).fill('nowhere')
  await expect(page.getByText('No source fits this.')).toBeVisible()
})

test('a question is logged, and answered later', async ({ desk, member }) => {
  const { user, page } = await member('analyst', 'Ada')
  const claim = await claimOn(desk, await actorOf(user))
  await page.goto(`/c/${claim.id}`)
  await page.getByRole('button', { name: 'Log a question' }).click()
  const form = dialog(page, 'Log a question')
  await form.getByLabel('Put to').fill('The ministry')
  await form.getByLabel('Question', { exact: true }).fill('Was a deal signed?')
  await form.getByLabel('Asked on').fill('yesterday')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toContainText('2025-08-04')
  await form.getByLabel('Asked on').fill('2026-11-20')
  await form.getByRole('button', { name: 'Save' }).click()
  const log = page.getByRole('region', { name: /^Questions put to people/ })
  await expect(log).toContainText('No answer yet')
  await log.getByRole('button', { name: 'Log the answer of The ministry' }).click()
  const answer = dialog(page, 'Question and answer')
  await answer.getByLabel('Answer', { exact: true }).fill('We do not comment.')
  await answer.getByLabel('Answered on').fill('2026-11')
  await answer.getByRole('button', { name: 'Save' }).click()
  await expect(log).toContainText('We do not comment.')
  await expect(log).not.toContainText('No answer yet')
})

test('who changes evidence that another has changed meanwhile sees both', async ({ desk, member, as }) => {
  const { user, page } = await member('editor', 'Edda')
  const claim = await claimOn(desk, await actorOf(user))
  await makeEvidence(await actorOf(user), claim, webDraft({ title: 'The deal' }))
  const owner = await as(desk.owner)
  const form = dialog(owner, 'Change evidence')
  for (const each of [owner, page]) {
    await each.goto(`/c/${claim.id}`)
    await act(each, 'The deal', 'Change')
    await dialog(each, 'Change evidence')
      .getByLabel('Title')
      .fill(each === owner ? 'The owner’s deal' : 'Edda’s deal')
  }
  await dialog(page, 'Change evidence').getByRole('button', { name: 'Save' }).click()
  await expect(piece(page, 'Edda’s deal')).toBeVisible()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toContainText('was changed meanwhile')
  await expect(form).toContainText('Edda’s deal')
  await expect(form.getByLabel('Title')).toHaveValue('The owner’s deal')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(piece(owner, 'The owner’s deal')).toBeVisible()
})

test('in a sealed review evidence is shared, and how someone sees it is held', async ({ desk, member, as }) => {
  const [ada, ben] = [await member('analyst', 'Ada'), await member('analyst', 'Ben')]
  const owner = await actorOf(desk.owner)
  const claim = await claimOn(desk, owner)
  await makeReview(owner, claim, [await actorOf(ada.user), await actorOf(ben.user)])
  await makeEvidence(owner, claim, webDraft({ title: 'The deal' }))
  await ada.page.goto(`/c/${claim.id}`)
  await expect(ada.page.getByRole('button', { name: 'Actions for The deal' })).toHaveCount(0)
  await piece(ada.page, 'The deal').getByRole('button', { name: 'Appraise', exact: true }).click()
  await dialog(ada.page, 'Appraise').getByLabel('Why').fill('A word that only Ada sees.')
  await dialog(ada.page, 'Appraise').getByRole('button', { name: 'Save' }).click()
  await expect(piece(side(ada.page, 'Supports'), 'The deal')).toContainText('Held until reveal')
  for (const page of [ben.page, await as(desk.owner)]) {
    await page.goto(`/c/${claim.id}`)
    await expect(piece(side(page, 'Not yet appraised'), 'The deal')).toBeVisible()
    expect(await page.content()).not.toContain('only Ada sees')
  }
})

test('a permanent link of evidence leads to its claim; axe finds nothing', async ({ desk, as }) => {
  const owner = await actorOf(desk.owner)
  const claim = await claimOn(desk, owner)
  const source = await makeSource(owner, desk)
  const { id } = await makeEvidence(owner, claim, webDraft({ sourceId: source.id, appraisal: appraisalDraft() }))
  await makeEvidence(owner, claim, passageDraft(claim.annotationId))
  for (const colorScheme of THEMES) {
    const page = await as(desk.owner, { colorScheme, viewport: { width: 390, height: 844 } })
    await page.goto(`/e/${id}`)
    await expect(page).toHaveURL(`/c/${claim.id}#evidence`)
    await expect(piece(page, 'The deal')).toBeVisible()
    expect(await faults(page, '#evidence'), colorScheme).toEqual([])
    await add(page)
    await expect(dialog(page, 'Add evidence').getByRole('list', { name: 'Marked passages' })).toBeVisible()
    expect(await faults(page, 'dialog'), colorScheme).toEqual([])
    await page.keyboard.press('Escape')
    await piece(page, 'The deal').getByRole('button', { name: 'Appraise again' }).click()
    expect(await faults(page, 'dialog'), colorScheme).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    await page.goto(`/p/${desk.projectId}/sources`)
    await expect(page.getByText('A wire', { exact: true })).toBeVisible()
    expect(await faults(page, 'main'), colorScheme).toEqual([])
  }
})

async function faults(page: Page, within: string): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))))
  const { violations } = await new AxeBuilder({ page }).include(within).withTags(RULES).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`))
}
