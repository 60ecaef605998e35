import { marked } from 'marked'
import { fromHtml } from './html'
import type { Draft, Source } from './source'

/** Markdown (CommonMark with tables), by way of HTML: HTML inside it goes through the same sieve as a page does. */
export function fromMarkdown({ text }: Source): Draft {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '') // front matter is no text of the document
  const { doc } = fromHtml({ text: marked.parse(body, { async: false, gfm: true }) })
  const [first] = doc.content ?? []
  const title =
    first?.type === 'heading'
      ? (first.content ?? [])
          .map((node) => node.text ?? '')
          .join('')
          .trim()
      : ''
  return { doc, title: title === '' ? null : title }
}
