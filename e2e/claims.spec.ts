import AxeBuilder from '@axe-core/playwright'
import { db } from '@/server/testing/database'
import { actorOf, makeAnnotation } from '@/server/testing/make'
import { makeSeal } from '@/server/testing/make-claim'
import { makeClaim, makeRelation } from '@/server/testing/make-claims'
import { makeDocument, makeProject } from '@/server/testing/make-world'
import { expect, test, type Page } from './fixtures'
import { openSample, SAMPLE_TITLE, selectWords } from './gestures'
import { card, open, painted } from './reader/page'

const NOBODY = 'nobody had announced an agreement on rare earths between the United States and Russia'
const NONE = 'there is no confirmed agreement between Washington and Moscow'
const WILL = 'the United States and Russia will sign a minerals agreement before the end of 2026'
const COMMON = SAMPLE_TITLE
const APART = 'the two economies are drifting apart in critical minerals, not together'

/** The card of a passage; its name holds only so many words. */
const cardOf = (page: Page, words: string) => card(page, words.slice(0, 50))
const toast = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })

/** Presses X on the one passage, then on the other. */
async function oppose(page: Page, one: string, other: string): Promise<void> {
  await selectWords(page, one)
  await page.keyboard.press('x')
  await expect(page.getByRole('region', { name: 'A conflict' })).toContainText('now select the other passage')
  await selectWords(page, other)
  await page.keyboard.press('x')
}

test('from passages to claims, a conflict, the ledger, the map, and what was looked at', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const { projectId } = await makeProject(desk.workspaceId, actor)
  const page = await as(desk.owner)
  await openSample(page, projectId)
  const address = page.url()

  await test.step('one claim gathers two passages', async () => {
    await selectWords(page, NOBODY)
    await page.keyboard.press('Shift+A')
    await expect(page.getByRole('region', { name: 'Collected passages' })).toContainText('1 passage collected')
    await selectWords(page, NONE)
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: 'New claim' })
    await expect(dialog.getByLabel('Statement')).toBeFocused()
    await expect(dialog.getByLabel('Statement')).toHaveValue(/obody had announced an agreement/)
    await expect(dialog.getByLabel('Type')).toHaveValue('negative')
    await expect(dialog.getByRole('list', { name: '2 passages' }).getByRole('listitem')).toHaveCount(2)
    await dialog.getByLabel('Statement').fill('No agreement on rare earths was announced.')
    await page.keyboard.press('Enter')
    await expect(toast(page, 'The claim is saved.')).toBeVisible()
    await expect(cardOf(page, NOBODY)).toContainText('No agreement on rare earths was announced.')
    await expect(cardOf(page, NOBODY)).toContainText('Proposed')
    await expect.poll(async () => (await painted(page, 'claim-open')).sort()).toEqual([NOBODY, NONE])
  })

  await test.step('what is said again is offered as the same claim', async () => {
    await selectWords(page, NOBODY)
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: 'New claim' })
    await expect(dialog.getByText('in the same passage')).toBeVisible()
    await dialog.getByRole('button', { name: 'Discard' }).click()
  })

  await test.step('a prediction', async () => {
    await selectWords(page, WILL)
    await page.keyboard.press('a')
    await expect(page.getByRole('dialog').getByLabel('Type')).toHaveValue('prediction')
    await page.keyboard.press('Enter')
    await expect(cardOf(page, WILL)).toContainText('Proposed')
  })

  await test.step('two passages are opposed by two keys', async () => {
    await oppose(page, COMMON, APART)
    const dialog = page.getByRole('dialog', { name: 'These two conflict' })
    await expect(dialog.getByRole('group', { name: 'One passage' })).toContainText(COMMON)
    await expect(dialog.getByRole('group', { name: 'The other passage' })).toContainText(APART)
    await expect(dialog.getByRole('radio', { name: 'Contradiction' })).toBeFocused()
    await page.keyboard.press('Enter')
    await toast(page, 'The conflict is in the ledger.').getByRole('button', { name: 'Open' }).last().click()
    await expect(page).toHaveURL(`/p/${projectId}/ledger`)
  })

  await test.step('the ledger: both in their surroundings, settled with a reason, disputed', async () => {
    const entry = page.getByRole('article', { name: /conflicts with/ })
    await expect(entry.locator('mark')).toHaveText([COMMON, APART])
    await expect(entry).toContainText('The petition shows that')
    await entry.getByRole('button', { name: 'Settle' }).click()
    await entry.getByText('Apparent: another scope').click()
    await expect(entry.getByRole('button', { name: 'Save' })).toBeDisabled()
    await entry.getByLabel('Why').fill('The headline is about talks, the petition about trade.')
    await entry.getByRole('button', { name: 'Save' }).click()
    await expect(entry).toContainText('Settled by Olga Owner')
    await expect(entry).toContainText('The headline is about talks, the petition about trade.')
    await entry.getByRole('button', { name: 'Dispute it' }).click()
    await entry.getByRole('button', { name: 'What is there to say about it?' }).click()
    await entry.getByRole('textbox', { name: 'Comment' }).fill('Trade is an interest too.')
    await entry.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(entry.getByRole('button', { name: '1 comment' })).toBeVisible()
    await page.getByLabel('What became of it').selectOption('Open')
    await expect(page.getByText('No conflict fits this.')).toBeVisible()
    await page.getByLabel('What became of it').selectOption('Apparent: another scope')
    await expect(entry).toBeVisible()
  })

  await test.step('the map, and the same as a table', async () => {
    await page.getByRole('link', { name: 'Map', exact: true }).click()
    const map = page.getByRole('region', { name: 'Map of claims' })
    await expect(map.getByRole('link')).toHaveCount(4)
    await map.focus()
    await page.keyboard.press('+')
    await expect(page.getByRole('group', { name: 'Size of the map' })).toContainText('125 %')
    await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('Apparent: another scope')
    await page.getByRole('link', { name: 'Table', exact: true }).click()
    await expect(page.getByRole('rowheader')).toHaveCount(4)
    await expect(page.getByRole('row', { name: /No agreement on rare earths was announced/ })).toContainText('Negative')
  })

  await test.step('which sentences were looked at', async () => {
    await page.goto(address)
    await page.locator('html[data-ready]').waitFor()
    await page.keyboard.press('u')
    const sentences = page.getByRole('list', { name: 'Sentences' })
    await expect(page.getByRole('toolbar', { name: 'Annotate the selection' })).toBeVisible()
    const cleared = await page.evaluate(() => String(getSelection()))
    await page.keyboard.press('n')
    await expect(sentences).toContainText('Nothing to check 1')
    await expect.poll(() => painted(page, 'covered-cleared')).toEqual([cleared])
    await expect.poll(() => painted(page, 'covered-claimed')).toContain(`${COMMON}`)
    await page.getByRole('link', { name: 'As a list' }).click()
    await expect(page.getByRole('row', { name: cleared })).toContainText('Olga Owner')
  })
})

test('a passage that conflicts in itself, and two passages of two documents', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const words = 'Moscow is ready, yet it is not.'
  const second = await makeDocument(desk.projectId, desk.workspaceId, actor, [words])
  const page = await as(desk.owner)
  await open(page, second.documentId)
  await oppose(page, words, words)
  const dialog = page.getByRole('dialog', { name: 'This passage conflicts in itself' })
  const sides = [dialog.getByRole('group', { name: 'One passage' }), dialog.getByRole('group', { name: 'The other passage' })] // prettier-ignore
  await expect(dialog.getByRole('button', { name: 'Save conflict' })).toBeDisabled()
  await sides[0]?.getByLabel('It claims').fill('Moscow is ready.')
  await sides[1]?.getByLabel('It claims').fill('Moscow is not ready.')
  await dialog.getByRole('button', { name: 'Save conflict' }).click()
  await expect(toast(page, 'The conflict is in the ledger.')).toBeVisible()
  await expect(card(page, words)).toContainText('Moscow is not ready.')

  await selectWords(page, words)
  await page.keyboard.press('x')
  await open(page, desk.documentId)
  await selectWords(page, 'signed a deal on rare earths')
  await page.keyboard.press('x')
  const across = page.getByRole('dialog', { name: 'These two conflict' })
  await expect(across).toContainText(words)
  await across.getByRole('radio', { name: 'Tension' }).check()
  await across.getByRole('button', { name: 'Save conflict' }).click()
  await expect(toast(page, 'The conflict is in the ledger.')).toBeVisible()

  await page.goto(`/p/${desk.projectId}/ledger`)
  const entries = page.getByRole('article', { name: /conflicts with/ })
  await expect(entries).toHaveCount(2)
  await expect(entries.last()).toContainText('Within one passage')
  await expect(entries.last().locator('mark')).toHaveText([words])
  await expect(entries.first().locator('mark')).toHaveText([words, 'signed a deal on rare earths'])
  await entries.first().getByRole('button', { name: 'Actions for this conflict' }).click()
  await page.getByRole('menuitem', { name: 'Take it back' }).click()
  await expect(entries).toHaveCount(1)
  await toast(page, 'The conflict is taken back.').getByRole('button', { name: 'Undo' }).last().click()
  await expect(entries).toHaveCount(2)
  await page.getByLabel('Document').selectOption({ value: desk.documentId })
  await expect(entries).toHaveCount(1)
})

test('a private annotation becomes an occurrence only with consent', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const words = 'signed a deal on rare earths'
  const { id } = await makeAnnotation(actor, desk, words, { visibility: 'private' })
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  await selectWords(page, words)
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'New claim' })
  await expect(dialog.getByRole('button', { name: 'Save claim' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: /The team will see this annotation/ }).check()
  await dialog.getByRole('button', { name: 'Save claim' }).click()
  await expect(toast(page, 'The claim is saved.')).toBeVisible()
  expect(await db.annotation.findUniqueOrThrow({ where: { id } })).toMatchObject({ visibility: 'team' })
})

test('on a phone: a claim and a conflict by the toolbar at the foot', async ({ desk, as }) => {
  const page = await as(desk.owner, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await open(page, desk.documentId)
  const tools = page.getByRole('toolbar', { name: 'Annotate the selection' })
  await selectByHand(page, 'signed a deal on rare earths')
  await tools.getByRole('button', { name: 'Claim' }).click()
  await page.getByRole('dialog', { name: 'New claim' }).getByRole('button', { name: 'Save claim' }).click()
  await expect(toast(page, 'The claim is saved.')).toBeVisible()
  await selectByHand(page, 'signed a deal on rare earths')
  await tools.getByRole('button', { name: 'Conflict' }).click()
  await selectByHand(page, 'a promise of a promise')
  await tools.getByRole('button', { name: 'Conflict' }).click()
  await page.getByRole('dialog', { name: 'These two conflict' }).getByRole('button', { name: 'Save conflict' }).click()
  await expect(toast(page, 'The conflict is in the ledger.')).toBeVisible()
  for (const path of ['claims', 'claims?view=table', 'claims/map', 'ledger', 'phases']) {
    await page.goto(`/p/${desk.projectId}/${path}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }
})

/** Selects words as a finger does, which leaves the browser's own handles on them. */
const selectByHand = (page: Page, words: string) =>
  page.locator('.document').evaluate((root, said) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode as Text
      const start = text.data.indexOf(said)
      if (start < 0) continue
      getSelection()?.setBaseAndExtent(text, start, text, start + said.length)
      return
    }
    throw new Error('not there')
  }, words)

test('an independent phase: neither sees what the other writes, the reveal shows both', async ({ desk, member }) => {
  const edda = await member('editor', 'Edda Editor')
  const ada = await member('analyst', 'Ada Analyst')
  const ben = await member('analyst', 'Ben Brewer')
  await edda.page.goto(`/p/${desk.projectId}`)
  await edda.page.getByRole('link', { name: 'Independent phases' }).click()
  await edda.page.getByRole('button', { name: 'Open a phase' }).click()
  const dialog = edda.page.getByRole('dialog', { name: 'Open an independent phase' })
  await expect(dialog.getByRole('checkbox', { name: 'Briefing' })).toBeChecked()
  await dialog.getByLabel('Name').fill('First reading')
  await dialog.getByLabel('Due').fill('2030-01-15')
  await dialog.getByRole('button', { name: 'Open the phase' }).click()
  const phase = edda.page.getByRole('article', { name: 'First reading' })
  await expect(phase).toContainText('due 15 Jan 2030')

  const read = [
    { ...ada, words: 'signed a deal on rare earths' },
    { ...ben, words: 'a promise of a promise' },
  ]
  for (const { page, words } of read) {
    await page.goto(`/p/${desk.projectId}`)
    await expect(page.getByRole('note')).toContainText('until the reveal on 15 Jan 2030: First reading.')
    await open(page, desk.documentId)
    await expect(page.getByRole('note')).toContainText('What you and others write here is held.')
    await selectWords(page, words)
    await page.keyboard.press('1')
    await expect(card(page, words)).toContainText('Held until reveal')
    await selectWords(page, words)
    await page.keyboard.press('a')
    await page.getByRole('dialog', { name: 'New claim' }).getByRole('button', { name: 'Save claim' }).click()
    await expect(toast(page, 'The claim is saved.')).toBeVisible()
  }
  for (const { page, words } of read) {
    await open(page, desk.documentId)
    await expect(card(page, words)).toBeVisible()
    await expect(page.locator('[data-annotation]')).toHaveCount(1)
    await page.goto(`/p/${desk.projectId}/claims`)
    await expect(page.locator('main').getByRole('article')).toHaveCount(1)
    await expect(page.locator('main').getByRole('article')).toContainText('Held until reveal')
  }

  await expect(phase.getByText('Marked by')).toHaveCount(0)
  await phase.getByRole('button', { name: 'Reveal…' }).click()
  await edda.page.getByRole('button', { name: 'Reveal to everyone' }).click()
  await expect(phase).toContainText('Marked by Ada Analyst, Ben Brewer')
  await expect(phase.getByRole('link', { name: 'Compare the readings' })).toHaveAttribute(
    'href',
    /disagreement\?phase=/,
  )
  for (const { page } of read) {
    await open(page, desk.documentId)
    for (const { words } of read) await expect(card(page, words)).toBeVisible()
    await expect(page.getByText('Held until reveal')).toHaveCount(0)
  }
})

test('the pages about claims: axe finds nothing in both themes', async ({ desk, as }) => {
  const actor = await actorOf(desk.owner)
  const one = await makeAnnotation(actor, desk, 'signed a deal on rare earths')
  const other = await makeAnnotation(actor, desk, 'a promise of a promise')
  const claim = await makeClaim(actor, desk, [one.id])
  const conflicting = await makeClaim(actor, desk, [other.id], { statement: 'Nothing was signed.' })
  await makeRelation(actor, claim, conflicting, { fromAnnotationId: one.id, toAnnotationId: other.id })
  await makeSeal(desk, actor, [desk.documentId])
  const home = `/p/${desk.projectId}`
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await as(desk.owner, { colorScheme })
    for (const path of ['/claims', '/claims?view=table', '/claims/map', '/ledger', '/phases']) {
      await page.goto(home + path)
      await page.locator('html[data-ready]').waitFor()
      expect(await faults(page), `${path}, ${colorScheme}`).toEqual([])
    }
    await page.goto(`${home}/ledger`)
    await page.getByRole('button', { name: 'Settle' }).click()
    await page.getByRole('button', { name: 'Dispute it' }).click()
    expect(await faults(page), `settling, ${colorScheme}`).toEqual([])
    await page.goto(`/d/${desk.documentId}/coverage`)
    expect(await faults(page), `coverage, ${colorScheme}`).toEqual([])
  }
})

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`))
}
