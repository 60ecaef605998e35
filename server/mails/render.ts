/** A mail as it is thought of: paragraphs, and things that lead somewhere. Every text in it is plain. */
export type Part = { say: string } | { say: string; href: string } | { item: Item }

/** Something that happened: its words, what it is about, what was written there, and where that is. */
export type Item = { say: string; about: string; excerpt: string; href: string }

/** The words of a mail in both forms that it is sent in. */
export function render(parts: readonly Part[]): { text: string; html: string } {
  const body = parts.map(htmlOf).join('\n')
  return {
    text: `${parts.map(textOf).join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="font-family:system-ui,sans-serif;font-size:15px;line-height:1.5;max-width:36em;margin:1.5em auto;padding:0 1em">
${body}
</body></html>
`,
  }
}

function textOf(part: Part): string {
  if ('item' in part) {
    const { say, about, excerpt, href } = part.item
    const quoted = excerpt === '' ? [] : excerpt.split('\n').map((line) => `> ${line}`)
    return [say, about, ...quoted, href].filter(Boolean).join('\n')
  }
  return 'href' in part ? `${part.say}:\n${part.href}` : part.say
}

function htmlOf(part: Part): string {
  if ('item' in part) {
    const { say, about, excerpt, href } = part.item
    const quoted =
      excerpt === ''
        ? ''
        : `<blockquote style="margin:.4em 0;padding-left:.8em;border-left:3px solid #bbb">${lines(excerpt)}</blockquote>`
    return `<p style="margin:1.2em 0"><a href="${escape(href)}"><strong>${escape(say)}</strong></a><br><em>${escape(about)}</em></p>${quoted}`
  }
  return 'href' in part ? `<p><a href="${escape(part.href)}">${escape(part.say)}</a></p>` : `<p>${lines(part.say)}</p>`
}

const lines = (text: string): string => escape(text).replaceAll('\n', '<br>')

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in HTML, between tags and in attributes alike. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
