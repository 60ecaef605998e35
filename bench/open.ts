import type { Browser, Page } from '@playwright/test'
import { withBrowser, withPage } from './browser'
import { takeTurns } from './measure'
import { startPeer } from './start-peer'
import type { Bench } from './section'
import type { Row, Section } from './table'
import type { World } from './world'

/** How long everything may take to be painted; in ms. */
const PATIENCE_MS = 60_000

/** What is loaded after everything is painted still belongs to opening: code and links that are fetched ahead. In ms. */
const SETTLE_MS = 500

/** One opening: times in ms since the address was asked for, sizes in bytes as they were sent. */
type Opened = { server: number; firstPaint: number; painted: number; bytes: number; script: number; highlights: number }

type Size = World['opened'][number]

/** (a) Opening a document in a browser, signed in, beside a bare server that sends the same text and highlights. */
export async function open(bench: Bench): Promise<Section[]> {
  const sections: Section[] = []
  for (const size of bench.world.opened) sections.push(await openSize(bench, size))
  return sections
}

async function openSize({ base, world, browser: path, rounds, root }: Bench, size: Size): Promise<Section> {
  const cookie = world.people[0]?.cookie ?? ''
  const url = `${base}/d/${size.documentId}`
  const first = await withBrowser(path, (browser) => opening(browser, { base, url, cookie }))
  const peer = await startPeer(root, { base, cookie, size })
  const before = `${base}/d/${world.opened.find((other) => other !== size)?.documentId}`
  const ourAddress = { base, url, cookie }
  const theirAddress = { base: peer.base, url: `${peer.base}/`, cookie: null }
  try {
    const { ours, theirs, oursAgain, theirsAgain } = await withBrowser(path, (browser) =>
      takeTurns(rounds, {
        ours: () => opening(browser, ourAddress),
        theirs: () => opening(browser, theirAddress),
        oursAgain: () => opening(browser, { ...ourAddress, before }),
        theirsAgain: () => opening(browser, { ...theirAddress, before: theirAddress.url }),
      }),
    )
    for (const { highlights } of [...ours, ...theirs, ...oursAgain, ...theirsAgain])
      if (highlights < size.annotations)
        throw new Error(
          `Only ${highlights} of ${size.annotations} were painted (${ours.map((o) => o.highlights).join()} by us, ${theirs.map((o) => o.highlights).join()} by the peer)`,
        )
    return sectionOf(size, first, { ours, theirs }, { ours: oursAgain, theirs: theirsAgain })
  } finally {
    peer.stop()
  }
}

type Both = { ours: Opened[]; theirs: Opened[] }

function sectionOf(size: Size, first: Opened, fresh: Both, again: Both): Section {
  const large = size.name === '3 MB'
  const rowOf =
    ({ ours, theirs }: Both) =>
    (what: string, unit: string, of: (opened: Opened) => number, atMost?: number): Row => ({
      ...{ what, unit, ours: ours.map(of), theirs: theirs.map(of) },
      ...(atMost !== undefined && large ? { target: { atMost } } : {}),
    })
  const [row, rowAgain] = [rowOf(fresh), rowOf(again)]
  return {
    title: `(a) Open ${size.name} with ${size.annotations.toLocaleString('en-GB')} annotations`,
    theirs: 'bare http',
    rows: [
      { what: 'First byte, not yet in memory', unit: 'ms', ours: [first.server] },
      row('First byte', 'ms', ({ server }) => server),
      row('First contentful paint', 'ms', ({ firstPaint }) => firstPaint, 2),
      row('Everything painted', 'ms', ({ painted }) => painted, 1.5),
      rowAgain('First contentful paint, again', 'ms', ({ firstPaint }) => firstPaint, 2),
      rowAgain('Everything painted, again', 'ms', ({ painted }) => painted, 1.5),
      row('Sent, all in all', 'KB', ({ bytes }) => bytes / 1000),
      {
        what: 'JavaScript sent',
        unit: 'KB',
        ours: fresh.ours.map(({ script }) => script / 1000),
        target: { atMost: 200 },
      },
    ],
  }
}

/** What is opened; `before` is opened in the same profile first, and leaves there what browsers keep. */
type Address = { base: string; url: string; cookie: string | null; before?: string }

async function opening(browser: Browser, { base, url, cookie, before }: Address): Promise<Opened> {
  return withPage(browser, { base, cookie }, async (page) => {
    if (before) await openAndPaint(page, before)
    await openAndPaint(page, url)
    return read(page)
  })
}

async function openAndPaint(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(
    () => globalThis.benchWatched.marks.some(({ name, shown }) => name === 'assay:painted' && shown > 0),
    undefined,
    { timeout: PATIENCE_MS },
  )
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), SETTLE_MS)
}

/** Reads the browser's own timelines. */
function read(page: Page): Promise<Opened> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const sum = (entries: PerformanceResourceTiming[]) =>
      entries.reduce((all, { transferSize }) => all + transferSize, 0)
    const painted = globalThis.benchWatched.marks.find(({ name }) => name === 'assay:painted')
    let highlights = 0
    for (const [name, ranges] of CSS.highlights) if (!name.startsWith('overlap')) highlights += ranges.size
    return {
      server: (navigation?.responseStart ?? NaN) - (navigation?.requestStart ?? NaN),
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      painted: painted?.shown ?? NaN,
      bytes: (navigation?.transferSize ?? 0) + sum(resources),
      script: sum(resources.filter(({ name }) => /\.js(\?|$)/.test(name))),
      highlights,
    }
  })
}
