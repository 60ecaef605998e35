import type { Browser, BrowserContext, Page } from '@playwright/test'
import { ORIGIN } from '../permissions/ask'
import type { Person } from '../permissions/world'

/** What must not happen in a page, whatever was written there. */
export type Watched = { context: BrowserContext; page: Page; seen: string[] }

/**
 * A browser in which someone is signed in, and that notes whatever happens that no page of ours does: a call of the canary,
 * a dialog, a window, a request to elsewhere, a page that leads away, something that the policy stopped. Without the policy
 * it shows that nothing relies on it.
 */
export async function watched(browser: Browser, { as }: Person, bypassCSP: boolean): Promise<Watched> {
  const context = await browser.newContext({ bypassCSP, viewport: { width: 1280, height: 900 } })
  const [name = '', value = ''] = as.split('=')
  await context.addCookies([{ name, value, url: ORIGIN }])
  const seen: string[] = []
  await context.exposeBinding('canary', ({ frame }) => void seen.push(`something ran at ${frame.url()}`))
  await context.exposeBinding('stopped', (_, what: string) => void seen.push(`the policy stopped ${what}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const report = (window as unknown as { stopped: (what: string) => void }).stopped
      report(`${violatedDirective} ${blockedURI} ${sample}`)
    })
  })
  context.on('dialog', (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', (request) => {
    if (!request.url().startsWith(`${ORIGIN}/`) && !/^(data|blob):/.test(request.url()))
      seen.push(`asked ${request.url()}`)
  })
  const page = await context.newPage()
  context.on('page', (other) => seen.push(`a window: ${other.url()}`))
  page.on('pageerror', (error) => seen.push(`an error: ${error.message}`))
  return { context, page, seen }
}

/** Opens a page and says all that is wrong with it, wide and narrow. */
export async function complaintsAt({ page, seen }: Watched, path: string): Promise<string[]> {
  seen.length = 0
  await page.setViewportSize({ width: 1280, height: 900 })
  const answer = await page.goto(path)
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  const found = [...((answer?.status() ?? 0) < 500 ? [] : [`answered ${answer?.status()}`]), ...(await livingIn(page))]
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    found.push(...(await brokenIn(page, width)))
  }
  const at = new URL(page.url())
  const there = at.origin === ORIGIN && at.pathname === new URL(path, ORIGIN).pathname
  return [...found, ...seen, ...(there ? [] : [`led to ${page.url()}`])].map((what) => `${path}: ${what}`)
}

/** What would run or lead away when someone points at it, clicks or types: it need not be tried. */
function livingIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const led = new Set(['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'poster', 'srcdoc', 'background'])
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        const plain = value.replace(/[\u0000-\u0020]/g, '').toLowerCase()
        if (name.startsWith('on')) found.push(`<${element.localName} ${name}>`)
        if (name === 'srcdoc' || (led.has(name) && /^(javascript|vbscript|data:(?!image\/))/.test(plain)))
          found.push(`<${element.localName} ${name}="${plain.slice(0, 40)}">`)
      }
      if (['object', 'embed', 'base', 'applet', 'frame'].includes(element.localName))
        found.push(`<${element.localName}>`)
      if (element.localName === 'iframe') found.push('<iframe>')
    }
    if (({} as { admin?: unknown }).admin !== undefined) found.push('the prototype of all objects was changed')
    return [...new Set(found)].slice(0, 10)
  })
}

/** A page that can be pushed sideways, or whose head is not where it belongs. */
function brokenIn(page: Page, width: number): Promise<string[]> {
  return page.evaluate((wide) => {
    const { scrollWidth, clientWidth } = document.documentElement
    const found = scrollWidth > clientWidth ? [`${wide}: it is ${scrollWidth} wide`] : []
    const head = document.querySelector('body header')?.getBoundingClientRect()
    if (head && (head.left !== 0 || Math.abs(head.width - clientWidth) > 1 || head.height > 200 || head.top > 60))
      found.push(`${wide}: its head is at ${head.left}, ${head.top}, ${head.width} × ${head.height}`)
    const sticking = [...document.querySelectorAll('main *')].filter((element) => {
      const box = element.getBoundingClientRect()
      return box.width > 0 && box.right > clientWidth + 1 && scrollWidth > clientWidth
    })
    const [outermost] = sticking
    return found.length > 0 && outermost
      ? [...found, `by <${outermost.localName} class="${outermost.className}">`]
      : found
  }, width)
}
