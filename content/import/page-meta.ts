import type { Meta } from './source'

type Said = Meta & { title?: string }

/** Names of `<meta>` under which pages say a thing, the surest first. */
const NAMES = {
  title: ['og:title', 'twitter:title', 'citation_title', 'dc.title', 'dcterms.title'],
  author: ['author', 'citation_author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'article:author'],
  source: [
    'og:site_name',
    'citation_journal_title',
    'dc.publisher',
    'dcterms.publisher',
    'publisher',
    'application-name',
  ],
  publishedOn: [
    ...['article:published_time', 'datepublished', 'citation_publication_date', 'dcterms.issued', 'dc.date.issued'],
    ...['parsely-pub-date', 'dc.date', 'pubdate', 'publish-date', 'date'],
  ],
  language: ['content-language', 'dc.language', 'dcterms.language', 'og:locale'],
  address: ['og:url'],
} as const satisfies Record<keyof Required<Said>, readonly string[]>

/** JSON-LD of this length and no longer is read: it describes a page, and does not repeat it. */
const LONGEST_JSON = 200_000

/**
 * What a page says of itself in its head: JSON-LD of schema.org, then `<meta>`, then attributes. It is the page's word,
 * not ours: cleaned later, shown as text, and for people to correct.
 */
export function pageMeta(root: Element): Said {
  const found: Said = {}
  const said = { ...inMeta(root), ...inJson(root) }
  const language = attribute(root, 'html', 'lang') ?? attribute(root, 'html', 'xml:lang') ?? said.language
  const day = dayOf(said.publishedOn ?? attribute(root, '[itemprop~="datePublished"], time[pubdate]', 'datetime'))
  const author = said.author && !/^https?:/i.test(said.author) ? said.author.replace(/^by\s+/i, '') : undefined
  const address = attribute(root, 'link[rel~="canonical"]', 'href') ?? said.address
  if (said.title) found.title = said.title
  if (author) found.author = author
  if (said.source) found.source = said.source
  if (day) found.publishedOn = day
  if (language) found.language = language.replace('_', '-')
  if (address) found.address = address
  return found
}

function inMeta(root: Element): Said {
  const contents = new Map<string, string[]>()
  for (const element of root.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim() ?? ''
    const name = ['property', 'name', 'itemprop', 'http-equiv'].map((each) => element.getAttribute(each)).find(Boolean)
    if (!name || content === '') continue
    const key = name.trim().toLowerCase()
    contents.set(key, [...(contents.get(key) ?? []), content])
  }
  const said: Said = {}
  for (const [field, names] of Object.entries(NAMES) as [keyof Said, readonly string[]][]) {
    const all = names.map((name) => contents.get(name)).find(Boolean)
    // A paper names its authors in one element each.
    if (all) said[field] = field === 'author' ? [...new Set(all)].join(', ') : (all[0] ?? '')
  }
  return said
}

type Json = { [name: string]: unknown }

function inJson(root: Element): Said {
  const article = [...root.querySelectorAll('script[type="application/ld+json"]')]
    .flatMap((script) => graphOf(script.textContent ?? ''))
    .find((thing) => [thing['@type']].flat().some((type) => /(Article|Report|Posting|WebPage)$/.test(String(type))))
  if (!article) return {}
  const said: Said = {}
  const fields = {
    title: nameOf(article.headline),
    author: nameOf(article.author),
    source: nameOf(article.publisher),
    publishedOn: nameOf(article.datePublished),
    language: nameOf(article.inLanguage),
  }
  for (const [field, value] of Object.entries(fields)) if (value) said[field as keyof Said] = value
  return said
}

/** The things in one piece of JSON-LD: it may be one, a list, or a graph. Broken JSON says nothing. */
function graphOf(text: string): Json[] {
  if (text.length > LONGEST_JSON) return []
  try {
    const things = [JSON.parse(text) as unknown].flat() as (Json | null)[]
    return things.flatMap((thing) => [thing, ...([thing?.['@graph'] ?? []].flat() as Json[])]).filter(isThing)
  } catch {
    return []
  }
}

const isThing = (thing: unknown): thing is Json => typeof thing === 'object' && thing !== null

/** A text, the name of a thing, or those of several. */
function nameOf(value: unknown): string {
  const names = [value].flat().map((each) => (isThing(each) ? (each.name ?? each['@value']) : each))
  return names.filter((name): name is string => typeof name === 'string' && name.trim() !== '').join(', ')
}

function attribute(root: Element, selector: string, name: string): string | undefined {
  return root.querySelector(selector)?.getAttribute(name)?.trim() || undefined
}

/** The day of a date, as its writer's calendar has it: `2026-11-12T23:30:00-05:00` is the twelfth. */
export function dayOf(date: string | undefined): string | null {
  const text = date?.trim() ?? ''
  const iso = /^\d{4}(?:[-/]\d{2}(?:[-/]\d{2})?)?(?![\d-])/.exec(text)?.[0]
  if (iso) return iso.replaceAll('/', '-')
  const moment = /\b\d{4}\b/.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(moment) ? null : new Date(moment).toISOString().slice(0, 10)
}
