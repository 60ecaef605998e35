/** What people call the formats that documents come from. */
export const FORMATS: Readonly<Record<string, string>> = {
  txt: 'Text',
  md: 'Markdown',
  html: 'HTML',
  docx: 'Word',
  pdf: 'PDF',
}

/** What the file chooser offers; the server decides. */
export const ACCEPTED = '.docx,.pdf,.txt,.text,.md,.markdown,.html,.htm,.xhtml'
