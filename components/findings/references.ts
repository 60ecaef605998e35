/** What a text can refer to: it stands in it as a link to the permanent address of the thing, so that it is one everywhere. */
export type Reference = { kind: 'claim' | 'passage' | 'evidence'; id: string }

const LETTERS = { claim: 'c', passage: 'a', evidence: 'e' } as const
const KINDS: Readonly<Record<string, Reference['kind']>> = { c: 'claim', a: 'passage', e: 'evidence' }

const ADDRESS = /^\/([cae])\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** What an address refers to, if it is one of ours; `origin` is that of this Assay. */
export function referenceOf(href: string, origin: string): Reference | null {
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  const [, letter = '', id = ''] = (url.origin === origin && ADDRESS.exec(url.pathname)) || []
  const kind = KINDS[letter]
  return kind ? { kind, id } : null
}

/** The permanent address of a thing. */
export const addressOf = ({ kind, id }: Reference, origin: string): string => `${origin}/${LETTERS[kind]}/${id}`

/** As many characters of a text as a reference shows of it. */
const SHOWN = 80

/** The words of a reference in a text. */
export function namedShortly(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  if (characters.length <= SHOWN) return line
  const beginning = characters.slice(0, SHOWN).join('')
  return `${beginning.replace(/\s\S*$/, '')}…`
}
