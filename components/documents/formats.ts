/** What people call the formats that documents come from. */
export const FORMATS: Readonly<Record<string, string>> = { txt: 'Text', md: 'Markdown', html: 'HTML' }

/** What the file chooser offers; the server decides. */
export const ACCEPTED = '.txt,.text,.md,.markdown,.html,.htm,.xhtml'
