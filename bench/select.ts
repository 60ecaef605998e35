import type { Browser, Page } from '@playwright/test'
import { withBrowser, withPage } from './browser'
import type { Bench } from './section'
import type { Row, Section } from './table'
import type { World } from './world'

/** Passages that are marked in one page, after one that warms up. */
const PASSAGES = 10

/** How long a mark may take to be made, shown and saved; in ms. */
const PATIENCE_MS = 15_000

/** What a person waits for when they mark a passage; in ms. */
type Marked = { toolbar: number; painted: number; saved: number }

/**
 * (b) Selecting and marking a passage with mouse and key in a browser: from the button's release to the toolbar, and from
 * the label's key to the highlight on the screen and to the server's word that it is kept. What the person thinks in
 * between doesn't count.
 */
export async function select({ base, world, browser: path, rounds }: Bench): Promise<Section[]> {
  const rows: Row[] = []
  for (const size of world.opened) {
    const marked = await withBrowser(path, (browser) =>
      marking(browser, { base, world, size }, PASSAGES * (rounds > 3 ? 2 : 1)),
    )
    const row = (what: string, of: (one: Marked) => number): Row => ({
      what: `${size.name}: ${what}`,
      unit: 'ms',
      ours: marked.map(of),
    })
    rows.push(
      row('selected to toolbar', ({ toolbar }) => toolbar),
      row('select to painted', ({ toolbar, painted }) => toolbar + painted),
      row('select to saved', ({ toolbar, saved }) => toolbar + saved),
    )
  }
  return [{ title: '(b) Mark a passage', theirs: '', rows }]
}

type Where = { base: string; world: World; size: World['opened'][number] }

async function marking(browser: Browser, { base, world, size }: Where, count: number): Promise<Marked[]> {
  const cookie = world.people[0]?.cookie ?? ''
  return withPage(browser, { base, cookie }, async (page) => {
    await page.goto(`${base}/d/${size.documentId}`)
    await waitFor(page, 'assay:painted', 0)
    const marked: Marked[] = []
    for (let number = 0; number <= count; number++) {
      const one = await mark(page, number)
      if (number > 0) marked.push(one)
    }
    return marked
  })
}

/** Drags over some words of a paragraph without links (which would be dragged along) and presses the key of the first label. */
async function mark(page: Page, number: number): Promise<Marked> {
  const { x, y } = await page.evaluate(atRest, number)
  const since = await page.evaluate(() => performance.now())
  await page.mouse.move(x + 4, y + 12)
  await page.mouse.down()
  await page.mouse.move(x + 180, y + 12, { steps: 4 })
  await page.mouse.up()
  const selected = await waitFor(page, 'assay:selected', since)
  await page.getByRole('toolbar', { name: 'Annotate the selection' }).waitFor()
  const released = await lastInput(page, 'pointerup')
  await page.keyboard.press('1')
  const highlighted = await waitFor(page, 'assay:highlighted', since)
  const saved = await waitFor(page, 'assay:saved', since)
  const pressed = await lastInput(page, 'keydown')
  return { toolbar: selected.shown - released, painted: highlighted.shown - pressed, saved: saved.at - pressed }
}

/**
 * Brings a paragraph without links to the middle of the screen, and says where it is once it has stayed there for some
 * frames. Runs in the page: the test tool's own selectors take seconds in a document of twenty thousand blocks.
 */
async function atRest(number: number): Promise<{ x: number; y: number }> {
  const element = document.querySelectorAll('article.document section > p:not(:has(a))').item(number)
  element.scrollIntoView({ block: 'center' })
  let { x, y } = element.getBoundingClientRect()
  for (let still = 0; still < 10; still++) {
    await new Promise(requestAnimationFrame)
    const now = element.getBoundingClientRect()
    if (now.y !== y) still = 0
    ;({ x, y } = now)
  }
  return { x, y }
}

/** The first mark of this name since then, once its frame was shown. */
async function waitFor(page: Page, name: string, since: number): Promise<{ at: number; shown: number }> {
  const found = await page.waitForFunction(
    ({ name, since }) =>
      globalThis.benchWatched.marks.find((mark) => mark.name === name && mark.at > since && mark.shown > 0) ?? null,
    { name, since },
    { timeout: PATIENCE_MS },
  )
  const mark = await found.jsonValue()
  if (!mark) throw new Error(`${name} did not come`)
  return mark
}

const lastInput = (page: Page, type: string) =>
  page.evaluate((type) => globalThis.benchWatched.inputs.findLast((input) => input.type === type)?.at ?? NaN, type)
