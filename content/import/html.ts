import { getSchema } from '@tiptap/core'
import { DOMParser as ContentParser } from '@tiptap/pm/model'
import { DOMParser } from 'linkedom'
import type { ContentNode } from '@/domain/documents/content'
import { documentExtensions } from '../document-extensions'
import { refuseDeep } from './depth'
import { pageMeta } from './page-meta'
import { sieve } from './sieve'
import { readWordMarkup } from './word-markup'
import type { Draft, Source } from './source'

/** An element that no page has, around everything: pages leave out, close twice or misplace `<html>` and `<body>`. */
const ROOT = 'assay-page'

const schema = getSchema(documentExtensions)

/** A page of the web: its headings, paragraphs, lists, quotes, tables, code, links, bold and italic. */
export function fromHtml({ text }: Source): Draft {
  const root = openPage(text)
  const { title: said, ...meta } = pageMeta(root)
  const title = said ?? titleOf(root, meta.source)
  const pictures = root.querySelectorAll('img').length
  const doc = contentOf(root)
  return { doc, title, notes: pictures === 0 ? [] : [`Only the text is kept; pictures left out: ${pictures}.`], meta }
}

/** A page as a tree, unless it nests too deep for one. */
export function openPage(text: string): Element {
  const html = `<${ROOT}>${text}</${ROOT}>`
  refuseDeep(html)
  return new DOMParser().parseFromString(html, 'text/html').documentElement as unknown as Element
}

/** What a page or a part of it says, as a document can have it. Takes the tree apart. */
export function contentOf(root: Element): ContentNode {
  readWordMarkup(root)
  sieve(root)
  return ContentParser.fromSchema(schema).parse(root).toJSON() as ContentNode
}

/** What stands between the title of an article and the name of the site, at the end of a page's title. */
const BETWEEN = [' | ', ' – ', ' — ', ' - ', ' · ', ' :: ']

/** The title of a page, without the name of its site where that is known; or its first heading. */
export function titleOf(root: Element, site = ''): string | null {
  const title = words(root.querySelector('title'))
  const end = BETWEEN.map((between) => between + site).find((end) => site !== '' && title?.endsWith(end))
  return (end ? title?.slice(0, -end.length) : title) || words(root.querySelector('h1'))
}

function words(element: Element | null): string | null {
  const text = element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  return text === '' ? null : text
}
