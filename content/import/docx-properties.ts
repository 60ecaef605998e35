import { Parser } from 'htmlparser2'
import type { Meta } from './source'

/**
 * What a Word document says of itself: its title, who wrote it, the day on which it was saved last, and the language that
 * its text is in unless it says otherwise.
 */
export function propertiesOf(
  core: Uint8Array | undefined,
  styles: Uint8Array | undefined,
): { title: string | null; meta: Meta } {
  const said = core ? textsOf(core) : new Map<string, string>()
  const day = /^\d{4}-\d\d-\d\d/.exec(said.get('dcterms:modified') ?? said.get('dcterms:created') ?? '')?.[0]
  const author = said.get('dc:creator')
  const language = said.get('dc:language') ?? (styles && languageOf(styles))
  const title = said.get('dc:title') ?? ''
  return {
    title: title === '' ? null : title,
    meta: { ...(author && { author }), ...(day && { publishedOn: day }), ...(language && { language }) },
  }
}

/** The text of each element that holds text, by its name. */
function textsOf(xml: Uint8Array): Map<string, string> {
  const texts = new Map<string, string>()
  let text = ''
  const parser = new Parser(
    {
      onopentagname: () => (text = ''),
      ontext: (more) => (text += more),
      onclosetag: (name) => {
        if (text.trim() !== '' && !texts.has(name)) texts.set(name, text.trim())
        text = ''
      },
    },
    { xmlMode: true },
  )
  parser.end(Buffer.from(xml).toString('utf8'))
  return texts
}

function languageOf(styles: Uint8Array): string | undefined {
  return /<w:lang\b[^>]*\bw:val="([\w-]{2,35})"/.exec(Buffer.from(styles).toString('utf8'))?.[1]
}
