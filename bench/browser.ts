import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'

/** What lets a system's Chromium run as root and without reaching for the network. */
const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]

/** Runs `work` with a browser: the system's at `path`, or Playwright's own. */
export async function withBrowser<T>(path: string | null, work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ args: QUIET, ...(path ? { executablePath: path } : {}) })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

/** Runs `work` in a page of a fresh profile, so that nothing is kept from before; with a session's cookie if given. */
export async function withPage<T>(
  browser: Browser,
  { base, cookie }: { base: string; cookie: string | null },
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const [name = '', value = ''] = cookie?.split('=') ?? []
    if (cookie) await context.addCookies([{ name, value, url: base }])
    const page = await context.newPage()
    await page.addInitScript(watch)
    return await work(page)
  } finally {
    await context.close()
  }
}

/** When things were done, in ms since the page was asked for: marks, and when the frame after each was on the screen. */
export type Watched = { marks: { name: string; at: number; shown: number }[]; inputs: { type: string; at: number }[] }

declare global {
  // eslint does not know that globals are declared with var
  var benchWatched: Watched
}

/** Runs in the page before everything else. */
function watch() {
  const watched: Watched = { marks: [], inputs: [] }
  globalThis.benchWatched = watched
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime: at } of list.getEntries()) {
      const mark = { name, at, shown: 0 }
      watched.marks.push(mark)
      // What an animation frame has queued runs when that frame is drawn.
      requestAnimationFrame(() => setTimeout(() => (mark.shown = performance.now()), 0))
    }
  })
  observer.observe({ type: 'mark', buffered: true })
  for (const type of ['pointerup', 'keydown'])
    addEventListener(type, ({ timeStamp }) => watched.inputs.push({ type, at: timeStamp }), { capture: true })
}
