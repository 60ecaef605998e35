import { getSchema } from '@tiptap/core'
import { DOMParser as ContentParser } from '@tiptap/pm/model'
import { DOMParser } from 'linkedom'
import type { ContentNode } from '@/domain/documents/content'
import { documentExtensions } from '../document-extensions'
import { refuseDeep } from './depth'
import { sieve } from './sieve'
import { readWordMarkup } from './word-markup'
import type { Draft, Source } from './source'

/** An element that no page has, around everything: pages leave out, close twice or misplace `<html>` and `<body>`. */
const ROOT = 'assay-page'

const schema = getSchema(documentExtensions)

/** A page of the web: its headings, paragraphs, lists, quotes, tables, code, links, bold and italic. */
export function fromHtml({ text }: Source): Draft {
  const html = `<${ROOT}>${text}</${ROOT}>`
  refuseDeep(html)
  const root = new DOMParser().parseFromString(html, 'text/html').documentElement as unknown as Element
  const title = words(root.querySelector('title')) ?? words(root.querySelector('h1'))
  const pictures = root.querySelectorAll('img').length
  readWordMarkup(root)
  sieve(root)
  const doc = ContentParser.fromSchema(schema).parse(root).toJSON() as ContentNode
  return { doc, title, notes: pictures === 0 ? [] : [`Only the text is kept; pictures left out: ${pictures}.`] }
}

function words(element: Element | null): string | null {
  const text = element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  return text === '' ? null : text
}
