export type FormatName = 'txt' | 'md' | 'html' | 'docx' | 'pdf'

export type Format = {
  name: FormatName
  noun: string
  extensions: readonly string[]
  mediaType: string
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What can be imported. A new format is a row here, and its reader one in `readers.ts`, which only the child loads. */
export const FORMATS: readonly Format[] = [
  { name: 'txt', noun: 'plain text', extensions: ['txt', 'text'], mediaType: 'text/plain' },
  { name: 'md', noun: 'Markdown', extensions: ['md', 'markdown'], mediaType: 'text/markdown' },
  { name: 'html', noun: 'a web page', extensions: ['html', 'htm', 'xhtml'], mediaType: 'text/html' },
  { name: 'docx', noun: 'a Word document', extensions: ['docx'], mediaType: WORD },
  { name: 'pdf', noun: 'a PDF', extensions: ['pdf'], mediaType: 'application/pdf' },
]
