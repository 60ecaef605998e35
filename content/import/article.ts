import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { Refusal } from '@/domain/refusal'
import { contentOf, openPage, titleOf } from './html'
import { pageMeta } from './page-meta'
import type { Draft, Source } from './source'

/** What has fewer characters is no article: a notice, a wall before the text, or a page that builds itself later. */
const LEAST = 200

/** Pages whose text is behind a sign-in show a beginning of it, and a form. */
const BEGINNING = 1000

/**
 * The article in a page of the web, without what stands around it: as Firefox's reader view finds it. Where none is found
 * the whole page is taken, and a note says so. Links become those that a browser would follow.
 */
export function fromArticle({ text, address = '' }: Source): Draft {
  const root = openPage(text)
  const { title, ...meta } = pageMeta(root)
  const walled = root.querySelector('input[type="password"]') !== null
  completeLinks(root, address)
  const canonical = meta.address && resolved(meta.address, address)
  const page = {
    title: title ?? titleOf(root, meta.source),
    meta: { ...meta, ...(canonical && { address: canonical }) },
  }
  const found = readable(root, page.title)
  const length = found?.textContent?.replace(/\s+/g, ' ').trim().length ?? 0
  if (found?.content && length >= (walled ? BEGINNING : LEAST)) {
    const author = page.meta.author ?? found.byline
    return {
      doc: contentOf(found.content),
      title: page.title ?? found.title ?? null,
      notes: [],
      meta: { ...page.meta, ...(author && { author }) },
    }
  }
  return wholePage(text, address, page, walled)
}

type Page = { title: string | null; meta: NonNullable<Draft['meta']> }

function wholePage(text: string, address: string, page: Page, walled: boolean): Draft {
  const root = openPage(text)
  completeLinks(root, address)
  const doc = contentOf(root)
  const length = root.textContent?.replace(/\s+/g, ' ').trim().length ?? 0
  if (walled && length < BEGINNING)
    throw new Refusal(
      'invalid',
      'The page at this address wants a sign-in before it shows its text. Sign in there in your browser, save the page, and upload the file, or paste its text.',
    )
  if (length < LEAST)
    throw new Refusal(
      'invalid',
      'There is hardly any text at this address: it may want a sign-in, or build itself in the browser. Open it there, and paste its text.',
    )
  return { ...page, doc, notes: ['The article could not be told from the rest, so all text of the page was taken.'] }
}

/** Readability wants a whole document of its own, whose title it knows; it takes the page apart. */
function readable(root: Element, title: string | null) {
  const { document } = parseHTML('<!doctype html><html><head><title></title></head><body></body></html>')
  document.title = title ?? ''
  for (let child = root.firstChild; child; child = root.firstChild) document.body.append(child)
  const options = { disableJSONLD: true, serializer: (node: Node) => node as Element }
  return new Readability(document as unknown as Document, options).parse()
}

function completeLinks(root: Element, address: string): void {
  const base = resolved(root.querySelector('base[href]')?.getAttribute('href') ?? '', address) ?? address
  for (const link of root.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? ''
    if (!href.startsWith('#')) link.setAttribute('href', resolved(href.trim(), base) ?? href)
  }
}

const resolved = (href: string, base: string): string | null =>
  URL.canParse(href, base) ? new URL(href, base).href : null
