import { fromHtml } from './html'
import { fromMarkdown } from './markdown'
import type { Draft, Source } from './source'
import { fromText } from './text'

export type Format = {
  name: string
  noun: string
  extensions: readonly string[]
  mediaType: string
  convert: (source: Source) => Draft
}

/** What can be imported. A new format is a row here. */
export const FORMATS: readonly Format[] = [
  { name: 'txt', noun: 'plain text', extensions: ['txt', 'text'], mediaType: 'text/plain', convert: fromText },
  { name: 'md', noun: 'Markdown', extensions: ['md', 'markdown'], mediaType: 'text/markdown', convert: fromMarkdown },
  { name: 'html', noun: 'a web page', extensions: ['html', 'htm', 'xhtml'], mediaType: 'text/html', convert: fromHtml },
]
