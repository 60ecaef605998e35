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
  const { title = titleOf(root), ...meta } = pageMeta(root)
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

export function titleOf(root: Element): string | null {
  return words(root.querySelector('title')) ?? words(root.querySelector('h1'))
}

function words(element: Element | null): string | null {
  const text = element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  return text === '' ? null : text
}
