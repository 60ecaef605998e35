import type { ContentNode } from '@/domain/documents/content'
import { flatten } from '@/domain/documents/flatten'
import { Refusal } from '@/domain/refusal'
import { frontMatter } from './front-matter'
import { fromHtml } from './html'
import { markdownToHtml } from './markdown-notes'
import type { Draft, Source } from './source'

/** Quotes or lists that open more levels than this on one line would exhaust the parser's stack. */
const DEEP = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])){60}/m

/** Markdown (CommonMark with tables), by way of HTML: HTML inside it goes through the same sieve as a page does. */
export function fromMarkdown({ text }: Source): Draft {
  const whole = text.replace(/\r\n?/g, '\n')
  const { title, meta, length } = frontMatter(whole)
  const body = whole.slice(length)
  if (DEEP.test(body.replace(/^[-*_ \t]+$/gm, '')))
    throw new Refusal(
      'invalid',
      'This text opens more than 60 quotes or lists on one line. Save it as .txt, or mend that line and try again.',
    )
  const { doc, notes } = fromHtml({ text: markdownToHtml(body) })
  return { doc, title: title ?? heading(doc), notes, meta }
}

function heading({ content = [] }: ContentNode): string | null {
  const found = content[0]?.type === 'heading' ? content[0] : content.find((node) => node.attrs?.level === 1)
  return (found && flatten(found).text.trim()) || null
}
