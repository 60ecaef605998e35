import { actorOf } from '@/server/testing/make'
import { makeClaim } from '@/server/testing/make-claims'
import { makeEvidence, makeSource, webDraft } from '@/server/testing/make-evidence'
import { dissent, makeRevealed, makeWritten, publish } from '@/server/testing/make-findings'
import { judge, makeReview } from '@/server/testing/make-reviews'
import { says } from '@/server/testing/make-world'
import { expect, test } from './fixtures'

/* What happens around a finding meanwhile. */

test('a source that is retracted marks the finding that rests on it, as long as it stands', async ({
  desk,
  member,
}) => {
  const ada = await actorOf((await member('analyst', 'Ada Analyst')).user)
  const edda = await member('editor', 'Edda Editor')
  const vera = await member('viewer', 'Vera Viewer')
  const owner = await actorOf(desk.owner)
  const claim = await makeClaim(ada, desk)
  const source = await makeSource(ada, desk, { name: 'The Gazette' })
  const evidence = await makeEvidence(ada, claim, webDraft({ sourceId: source.id }))
  await judge(ada, await makeReview(owner, claim, [ada]), { evidenceIds: [evidence.id] })
  const finding = await publish(owner, await makeWritten(ada, claim))
  await vera.page.goto(`/f/${finding.id}`)
  await expect(vera.page.getByRole('article', { name: 'Finding', exact: true })).toBeVisible()
  await expect(vera.page.getByText(/retracted since/)).toHaveCount(0)

  await edda.page.goto(`/p/${desk.projectId}/sources`)
  await edda.page.getByRole('button', { name: 'Actions for The Gazette' }).click()
  await edda.page.getByRole('menuitem', { name: /^Retract/ }).click()
  const dialog = edda.page.getByRole('dialog', { name: 'Retract “The Gazette”?' })
  await dialog.getByLabel('Reason').fill('It withdrew the report.')
  await dialog.getByRole('button', { name: 'Retract' }).click()
  await expect(dialog).toHaveCount(0)
  for (const path of [`/f/${finding.id}`, `/c/${claim.id}`]) {
    await vera.page.goto(path)
    await expect(vera.page.getByText('It rests on a source that was retracted since: The Gazette.')).toBeVisible()
  }
})

test('a dissent that was changed elsewhere meanwhile shows both texts, and nothing is overwritten unasked', async ({
  desk,
  member,
  as,
}) => {
  const ben = await member('analyst', 'Ben Brewer')
  const by = await actorOf(ben.user)
  const owner = await actorOf(desk.owner)
  const claim = await makeRevealed(owner, desk, [[by, {}]])
  const finding = await makeWritten(owner, claim)
  await dissent(by, finding, { rating: 'false', json: says('I read it otherwise.') })
  const desktop = ben.page
  const laptop = await as(ben.user)
  const writeOn = async (page: typeof desktop, words: string) => {
    const dialog = page.getByRole('dialog', { name: 'Change my dissent' })
    await dialog.getByRole('textbox', { name: 'Why' }).click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(words)
    await dialog.getByRole('button', { name: 'Save and sign' }).click()
    return dialog
  }
  for (const page of [desktop, laptop]) {
    await page.goto(`/f/${finding.id}`)
    await page.getByRole('button', { name: 'Change my dissent' }).click()
  }
  await expect(await writeOn(desktop, 'The annex is a draft.')).toHaveCount(0)
  const dialog = await writeOn(laptop, 'Nobody has seen the annex.')
  await expect(dialog.getByRole('alert')).toContainText('meanwhile')
  await expect(dialog).toContainText('The annex is a draft.')
  await expect(dialog.getByRole('textbox', { name: 'Why' })).toHaveText('Nobody has seen the annex.')
  await dialog.getByRole('button', { name: 'Save and sign' }).click()
  await expect(laptop.getByRole('article', { name: 'Dissent by Ben Brewer' })).toContainText(
    'Nobody has seen the annex.',
  )
})
