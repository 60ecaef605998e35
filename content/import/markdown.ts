import type { ContentNode } from '@/domain/documents/content'
import { flatten } from '@/domain/documents/flatten'
import { Refusal } from '@/domain/refusal'
import { fromHtml } from './html'
import { markdownToHtml } from './markdown-notes'
import type { Draft, Source } from './source'

/** Metadata that many programs put first: between two lines of dashes, no text of the document. */
const FRONT = /^---\n([\s\S]*?)\n---(?:\n|$)/

/** Quotes or lists that open more levels than this on one line would exhaust the parser's stack. */
const DEEP = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])){60}/m

/** Markdown (CommonMark with tables), by way of HTML: HTML inside it goes through the same sieve as a page does. */
export function fromMarkdown({ text }: Source): Draft {
  const whole = text.replace(/\r\n?/g, '\n')
  const front = FRONT.exec(whole)
  const body = whole.slice(front?.[0].length ?? 0)
  if (DEEP.test(body.replace(/^[-*_ \t]+$/gm, '')))
    throw new Refusal(
      'invalid',
      'This text opens more than 60 quotes or lists on one line. Save it as .txt, or mend that line and try again.',
    )
  const { doc, notes } = fromHtml({ text: markdownToHtml(body) })
  return { doc, title: named(front?.[1]) ?? heading(doc), notes }
}

/** `title: …` in the metadata. */
function named(front: string | undefined): string | null {
  const title = /^title:[ \t]*(.+)$/m.exec(front ?? '')?.[1]?.trim()
  return title?.replace(/^(["'])(.*)\1$/, '$2') || null
}

function heading({ content = [] }: ContentNode): string | null {
  const found = content[0]?.type === 'heading' ? content[0] : content.find((node) => node.attrs?.level === 1)
  return (found && flatten(found).text.trim()) || null
}
