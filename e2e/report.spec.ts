import AxeBuilder from '@axe-core/playwright'
import type { Actor } from '@/domain/permissions/policy'
import { actorOf, makeAnnotation, makeMember, signIn } from '@/server/testing/make'
import { dissent, makeRevealed, makeWritten, publish } from '@/server/testing/make-findings'
import { draftOn, says } from '@/server/testing/make-world'
import { v7 } from 'uuid'
import { expect, test, type Page } from './fixtures'
import { ask } from './permissions/ask'

const STATEMENT = 'A deal on rare earths was signed in the capital.'
const SUMMARY = 'An intention was signed; the deal is not.'
const DISSENT = 'What was signed is a deal.'
const PASSAGE = 'signed a deal on rare earths'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Desk = Parameters<typeof makeAnnotation>[1] & { workspaceId: string; projectId: string }
type Judges = { ada: Actor; ben: Actor; cai: Actor }

/** Three who judge. */
async function judges({ workspaceId }: Desk): Promise<Judges> {
  const judge = async (name: string) => actorOf(await makeMember(workspaceId, 'analyst', name))
  return { ada: await judge('Ada Analyst'), ben: await judge('Ben Brewer'), cai: await judge('Cai Chen') }
}

/** A claim in a passage over which they are far apart, and one over which they agree; `owner` opens the reviews. */
async function twoClaims(desk: Desk, owner: Actor, { ada, ben, cai }: Judges) {
  const { id } = await makeAnnotation(ada, desk, PASSAGE)
  const apart = await makeRevealed(
    owner,
    desk,
    [
      [ada, { rating: 'mostly-true', likelihood: 75 }],
      [ben, { rating: 'mostly-true', likelihood: 60 }],
      [cai, { rating: 'false', likelihood: 10 }],
    ],
    { statement: STATEMENT, annotationIds: [id] },
  )
  const agreed = { rating: 'true', likelihood: 90 }
  const alike = await makeRevealed(owner, desk, [[ada, agreed], [ben, agreed], [cai, agreed]], { statement: 'It was on a Monday.' }) // prettier-ignore
  return { apart, alike, annotationId: id }
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))))
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`))
}

/** That a page is sound in both themes, on a wide and on a narrow screen, with all that it hides shown. */
async function expectSound(page: Page, path: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(path)
      await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)))
      expect(await faults(page), `${path}, ${colorScheme}, ${width} px`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    }
  }
}

test('a report shows a finding and its dissent beside each other; a click on a passage lands on it', async ({
  desk,
  as,
}) => {
  const people = await judges(desk)
  const owner = await actorOf(desk.owner)
  const { apart, annotationId } = await twoClaims(desk, owner, people)
  const written = await makeWritten(owner, apart, { rating: 'mostly-true', basis: 'majority', assumptions: SUMMARY })
  await dissent(people.cai, written, { rating: 'false', likelihood: 10, json: says(DISSENT) })
  await publish(owner, written)
  const page = await as(desk.owner)
  await page.goto(`/p/${desk.projectId}`)
  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Report' }).click()

  const claim = page.getByRole('article').getByRole('article').filter({ hasText: STATEMENT })
  const finding = claim
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Finding' }) })
    .last()
  const dissenting = claim
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Dissent by Cai Chen' }) })
  await expect(finding).toContainText('Mostly true')
  await expect(finding).toContainText(SUMMARY)
  await expect(dissenting).toContainText(DISSENT)
  await expect(dissenting).toContainText('Very unlikely (10 %)')
  const [one, other] = [await finding.boundingBox(), await dissenting.boundingBox()]
  expect(other).toMatchObject({ width: one?.width, height: one?.height, y: one?.y })

  await expectSound(page, `/p/${desk.projectId}/report`)
  await page.setViewportSize({ width: 1280, height: 844 })
  await claim.getByRole('link', { name: PASSAGE }).click()
  await expect(page).toHaveURL(new RegExp(`/d/${desk.documentId}\\?a=${annotationId}$`))
  await expect(page.locator('.document')).toBeVisible()
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('focus')?.size ?? 0)).toBe(1)
})

test('a report is printed without what only works on a screen, and leaves as Markdown, as Word, and as ClaimReview', async ({
  desk,
  as,
}) => {
  const owner = await actorOf(desk.owner)
  const { apart } = await twoClaims(desk, owner, await judges(desk))
  const { id } = await publish(owner, await makeWritten(owner, apart, { rating: 'mostly-true', basis: 'majority' }))
  const page = await as(desk.owner)
  await page.goto(`/p/${desk.projectId}/report`)
  await page.evaluate(() => (window.print = () => (document.title = 'printed')))
  await page.getByRole('button', { name: 'Print' }).click()
  await expect(page).toHaveTitle('printed')

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: STATEMENT })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Project' })).toBeHidden()
  const addresses = page
    .locator('a[data-address]')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content))
  expect((await addresses).join()).toContain(`/d/${desk.documentId}?a=`)
  await page.emulateMedia({ media: null })

  for (const [name, type, says] of [
    ['Markdown', /^text\/markdown/, `### [${STATEMENT}`],
    ['Word', new RegExp(`^${WORD}$`), 'PK'],
  ] as const) {
    const link = page.getByRole('link', { name, exact: true })
    const answer = await page.request.get((await link.getAttribute('href')) ?? '')
    expect(answer.headers()['content-type']).toMatch(type)
    expect(answer.headers()['content-disposition']).toMatch(/^attachment/)
    expect((await answer.body()).toString('latin1')).toContain(says)
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(await download.failure()).toBeNull()
  }

  const review = await page.request.get(
    (await page.getByRole('link', { name: 'ClaimReview (JSON-LD)' }).getAttribute('href')) ?? '',
  )
  expect(review.headers()['content-type']).toMatch(/^application\/ld\+json/)
  expect(await review.json()).toMatchObject({
    '@type': 'ClaimReview',
    claimReviewed: STATEMENT,
    url: expect.stringContaining(id),
  })
})

test('disagreement: the largest split first and in names, then who judges alike, then figures; and in the text', async ({
  desk,
  as,
}) => {
  await twoClaims(desk, await actorOf(desk.owner), await judges(desk))
  const page = await as(desk.owner)
  const home = `/p/${desk.projectId}/disagreement`
  await page.goto(home)
  const claims = page.getByRole('region', { name: 'Claims by split' })
  await expect(claims.getByRole('heading', { level: 3 })).toHaveText([STATEMENT, 'It was on a Monday.'])
  const first = claims.locator('ol > li').first()
  await expect(first.getByRole('listitem').filter({ hasText: /^False/ })).toContainText('Cai Chen')
  await expect(first.getByRole('img', { name: /^Likelihoods/ })).toHaveAccessibleName(/Cai Chen.*10 %/)
  await first.getByText('As a table').click()
  await expect(first.getByRole('row', { name: /Cai Chen/ })).toContainText('10 %, very unlikely')
  await expect(page.getByRole('region', { name: 'Who judges alike' })).toContainText('Ben Brewer and Ada Analyst')
  await page.getByText('Methods').click()
  await expect(page.getByText('Too few to interpret').first()).toBeVisible()
  await expectSound(page, home)

  await page.goto(home)
  await page.getByRole('link', { name: 'In a document' }).click()
  await expect(page.locator('mark').filter({ hasText: PASSAGE })).toHaveAttribute('title', 'far apart')
  await expectSound(page, `${home}?document=${desk.documentId}`)
})

test('a revealed phase: how far its annotators marked the same, with the passages that they did not', async ({
  desk,
  as,
}) => {
  const people = await judges(desk)
  const owner = await cookieOf(desk.owner)
  const phase = { id: v7(), name: 'First reading', documentIds: [desk.documentId], dueAt: null }
  await send(owner, `/projects/${desk.projectId}/phases`, phase)
  const marks = [
    [people.ada, 'a deal on rare earths'],
    [people.ada, '40,000 tonnes a year'],
    [people.ben, 'a deal on rare earths'],
    [people.ben, 'the annex names 14,000'],
  ] as const
  for (const [person, words] of marks)
    await send(await cookieOf(person), `/documents/${desk.documentId}/annotations`, draftOn(desk, words))

  const page = await as(desk.owner)
  await page.goto(`/p/${desk.projectId}/disagreement?phase=${phase.id}`)
  await expect(page.getByText('This phase is not revealed yet.')).toBeVisible()
  await send(owner, `/phases/${phase.id}/reveal`, {})
  await page.reload()
  await expect(page.getByText('Read by Ada Analyst, Ben Brewer.')).toBeVisible()
  await page.getByText('What causes the disagreement').first().click()
  await expectSound(page, `/p/${desk.projectId}/disagreement?phase=${phase.id}`)
  await page.getByRole('link', { name: 'the annex names 14,000' }).first().click()
  await expect(page).toHaveURL(new RegExp(`/d/${desk.documentId}\\?at=\\d+-\\d+$`))
})

test('without anything to show, both pages say what to do', async ({ desk, as }) => {
  const page = await as(desk.owner)
  await page.goto(`/p/${desk.projectId}/report`)
  await expect(page.getByRole('heading', { name: 'Nothing to report yet' })).toBeVisible()
  await page.goto(`/p/${desk.projectId}/disagreement`)
  await expect(page.getByRole('heading', { name: 'Nothing has been revealed yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Independent phases' }).click()
  await expect(page.getByRole('heading', { name: 'No independent phase yet' })).toBeVisible()
  await page.getByRole('link', { name: 'In a document' }).click()
  await expect(page.getByText('No claim is made in this document yet.')).toBeVisible()
})

async function cookieOf(person: { id: string }): Promise<string> {
  const { name, value } = await signIn(person)
  return `${name}=${value}`
}

async function send(as: string, path: string, body: unknown): Promise<void> {
  const { status, text } = await ask({ method: 'POST', path: `/api/v1${path}`, as, body })
  expect(status, text).toBe(200)
}
