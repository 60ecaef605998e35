import type { Actor } from '@/domain/permissions/policy'
import { db } from '@/server/testing/database'
import { actorOf, makeAnnotation } from '@/server/testing/make'
import { makeClaim, makeRelation } from '@/server/testing/make-claims'
import { dissent, makeWritten } from '@/server/testing/make-findings'
import { decline, judge, makeFurther, makeReview } from '@/server/testing/make-reviews'
import { makeProject, says } from '@/server/testing/make-world'
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

/** Claims a passage by keyboard, as the form proposes it. */
async function claimByKeyboard(page: Page, words: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press('a')
  await expect(page.getByRole('dialog', { name: 'New claim' }).getByLabel('Statement')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card(page, words.slice(0, 50))).toContainText('Proposed')
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

/**
 * What a team does with a contested text: it reads independently, claims, opposes, judges under a seal, revises, finds with
 * a dissent, publishes and reports.
 */
test('the sample document, from independent reading to a published finding with its dissent', async ({
  desk,
  as,
  member,
}) => {
  test.setTimeout(180_000)
  const edda = await member('editor', 'Edda Editor')
  const [ada, ben, cai] = [
    await member('analyst', 'Ada Analyst'),
    await member('analyst', 'Ben Brewer'),
    await member('analyst', 'Cai Chen'),
  ]
  const actors = { edda: await actorOf(edda.user), ada: await actorOf(ada.user), ben: await actorOf(ben.user), cai: await actorOf(cai.user) } // prettier-ignore
  const { projectId } = await makeProject(desk.workspaceId, await actorOf(desk.owner))
  const owner = await as(desk.owner)
  await openSample(owner, projectId)
  const documentId = new URL(owner.url()).pathname.slice('/d/'.length)
  const { id: versionId, text } = await db.documentVersion.findFirstOrThrow({ where: { documentId } })
  const document = { documentId, versionId, text }
  const found = async (by: Actor, words: string, statement: string, type: Parameters<typeof makeClaim>[3]) => {
    const { id } = await makeAnnotation(by, document, words)
    return { annotationId: id, ...(await makeClaim(by, { projectId }, [id], { statement, ...type })) }
  }

  await test.step('two read independently, and neither sees the other’s claims', async () => {
    await edda.page.goto(`/p/${projectId}/phases`)
    await edda.page.getByRole('button', { name: 'Open a phase' }).click()
    const dialog = edda.page.getByRole('dialog', { name: 'Open an independent phase' })
    await expect(dialog.getByRole('checkbox', { name: SAMPLE_TITLE })).toBeChecked()
    await dialog.getByLabel('Name').fill('First reading')
    await dialog.getByRole('button', { name: 'Open the phase' }).click()
    const phase = edda.page.getByRole('article', { name: 'First reading' })
    await open(ada.page, documentId)
    for (const words of [NOBODY, WILL]) await claimByKeyboard(ada.page, words)
    await open(ben.page, documentId)
    await expect(ben.page.locator('[data-annotation]')).toHaveCount(0)
    await claimByKeyboard(ben.page, NORM)
    await phase.getByRole('button', { name: 'Reveal…' }).click()
    await edda.page.getByRole('button', { name: 'Reveal to everyone' }).click()
    await expect(phase).toContainText('Marked by Ada Analyst, Ben Brewer')
  })

  const converge = await found(actors.ada, SAMPLE_TITLE, 'Washington and Moscow find common ground on rare earths.', { type: 'characterisation' }) // prettier-ignore
  const apart = await found(actors.ben, APART, 'The two economies drift apart in critical minerals.', { type: 'fact' })
  const includes = await found(actors.cai, INCLUDES, 'The rivalry includes an arrangement with Russia.', { type: 'fact' }) // prettier-ignore
  const looks = await found(actors.cai, LOOKS, 'The rivalry looks like an arrangement with Russia.', { type: 'fact' })
  const none = await found(actors.ada, NONE, 'No agreement is confirmed.', { type: 'negative' })
  const share = await found(actors.ben, SHARE, 'Two fifths of Ukraine’s mineral wealth lie in contested areas.', { type: 'fact' }) // prettier-ignore
  await found(actors.ben, SAID, 'Kolotashov said that American firms want nothing but cash.', { type: 'quotation' })
  await found(actors.cai, CHEAP, 'Russian palladium has been sold too cheaply since 2022.', { type: 'cause' })

  await test.step('ten claims and three conflicts: one real, one apparent, one of wording', async () => {
    const ends = (from: typeof apart, to: typeof apart) => ({ fromAnnotationId: from.annotationId, toAnnotationId: to.annotationId }) // prettier-ignore
    await makeRelation(actors.ada, converge, apart, { strength: 'contradiction', ...ends(converge, apart) })
    await makeRelation(actors.ben, none, includes, { strength: 'tension', ...ends(none, includes) })
    await makeRelation(actors.cai, includes, looks, { strength: 'drift', ...ends(includes, looks) })
    await ada.page.goto(`/p/${projectId}/ledger`)
    await expect(ada.page.getByRole('article', { name: /conflicts with/ })).toHaveCount(3)
    await settle(ada.page, APART, 'Real', 'The body shows the opposite of the headline.')
    await settle(ada.page, NONE, 'Apparent: another definition', 'An arrangement that is discussed is not one that is confirmed.') // prettier-ignore
    await ada.page.goto(`/p/${projectId}/claims?view=table`)
    await expect(ada.page.getByRole('rowheader')).toHaveCount(11)
  })

  await test.step('three judge under a seal, one recuses themselves, one revises in the open', async () => {
    const round = await makeReview(actors.edda, share, [actors.ada, actors.ben, actors.cai])
    await judge(actors.ada, round, { rating: 'mostly-true', likelihood: 80, rationale: says('The survey says so.') })
    await judge(actors.ben, round, { rating: 'false', likelihood: 20 })
    await edda.page.goto(`/c/${share.id}`)
    await expect(edda.page.getByText('2 of 3 have submitted.')).toBeVisible()
    expect(await edda.page.content()).not.toContain('The survey says so.')
    await decline(actors.cai, round)
    await edda.page.reload()
    await expect(edda.page.getByRole('article', { name: 'Verdict of Ben Brewer' })).toContainText('False')
    await expect(edda.page.getByRole('article', { name: 'Verdict of Cai Chen' })).toContainText('Recused')
    const again = await makeFurther(actors.edda, share, [actors.ada])
    await judge(actors.ada, again, { rating: 'mixed', likelihood: 55 })
    await edda.page.reload()
    await expect(edda.page.getByRole('article', { name: 'Verdict of Ada Analyst' }).first()).toContainText(
      'In round 1: Mostly true, at 80 %',
    )
  })

  const findingId = await test.step('a finding is published with its dissent', async () => {
    const written = await makeWritten(actors.ada, share, { rating: 'mixed', basis: 'majority', gaps: 'By value or by count?' }) // prettier-ignore
    await dissent(actors.ben, written, { rating: 'false', likelihood: 15, json: says('Coal is counted in.') })
    await edda.page.goto(`/f/${written.id}?view=draft`)
    await edda.page.getByRole('button', { name: 'Publish', exact: true }).click()
    const publishing = edda.page.getByRole('dialog', { name: 'Publish the finding' })
    await publishing.getByLabel('Why you adjudicate').fill('It is urgent.')
    await publishing.getByLabel('To those whom it does not follow').fill('The survey counts deposits.')
    await publishing.getByRole('button', { name: 'Publish' }).click()
    await expect(toast(edda.page, 'published').or(edda.page.getByText('Adjudicated by Edda Editor')).first()).toBeVisible() // prettier-ignore
    return written.id
  })

  await test.step('the report says it all, and the ClaimReview says it to machines', async () => {
    await ben.page.goto(`/p/${projectId}/report`)
    const report = ben.page.getByRole('article').filter({ hasText: share.statement }).first()
    await expect(report.getByRole('heading', { name: 'Dissent by Ben Brewer' })).toBeVisible()
    await expect(report).toContainText('Coal is counted in.')
    const answer = await ben.page.request.get(`/api/v1/findings/${findingId}/claim-review`)
    expect(await answer.json()).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: share.statement,
      reviewRating: { alternateName: 'Mixed' },
    })
  })
})
