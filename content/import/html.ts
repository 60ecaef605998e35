import { getSchema } from '@tiptap/core'
import { DOMParser as ContentParser } from '@tiptap/pm/model'
import { parseHTML } from 'linkedom'
import type { ContentNode } from '@/domain/documents/content'
import { Refusal } from '@/domain/refusal'
import { isSafeLink } from '../link'
import { documentExtensions } from '../schema'
import type { Draft, Source } from './source'

/** Pages made by hand or by tools stay far below; a hundred thousand nested boxes would keep the parser busy for long. */
const DEEPEST = 256

/** What is no text of the document. */
const DROPPED =
  'script, style, noscript, template, iframe, object, embed, svg, math, canvas, video, audio, form, nav, input, select, textarea, button, [hidden]'

/** Elements whose end tag may be left out do not tell how deep we are, nor do those that have none. */
const UNCOUNTED = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup colgroup html head body area base br col embed hr img input link meta param source track wbr'.split(
    ' ',
  ),
)

/** A page of the web: its headings, paragraphs, lists, quotes, tables, code, links, bold and italic. */
export function fromHtml({ text }: Source): Draft {
  refuseDeep(text)
  const { document } = parseHTML(
    /<(html|body)[\s>]/i.test(text) ? text : `<!doctype html><html><body>${text}</body></html>`,
  )
  const title =
    document.querySelector('title')?.textContent?.trim() || document.querySelector('h1')?.textContent?.trim() || null
  for (const element of document.querySelectorAll(DROPPED)) element.remove()
  for (const link of document.querySelectorAll('a[href]'))
    if (!isSafeLink(link.getAttribute('href'))) link.removeAttribute('href')
  for (const code of document.querySelectorAll('pre')) code.textContent = code.textContent?.replace(/\n$/, '') ?? ''
  for (const styled of document.querySelectorAll('[style]')) styled.removeAttribute('style')
  const schema = getSchema(documentExtensions)
  const doc = ContentParser.fromSchema(schema)
    .parse(document.body as unknown as Node)
    .toJSON() as ContentNode
  return { doc, title: title === null ? null : title.replace(/\s+/g, ' ') }
}

/** Counts how deep the tags nest, in one pass over the characters and before anything is parsed. */
function refuseDeep(text: string): void {
  let depth = 0
  for (const [, closing, name = ''] of text.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)/g)) {
    if (UNCOUNTED.has(name.toLowerCase())) continue
    depth = Math.max(0, depth + (closing ? -1 : 1))
    if (depth > DEEPEST)
      throw new Refusal(
        'invalid',
        `This page nests its elements more than ${DEEPEST} levels deep. Save its text as .txt, or copy and paste what you need.`,
      )
  }
}
