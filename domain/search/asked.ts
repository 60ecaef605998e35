/** One word or "phrase" of what someone looks for. */
export type Term = { text: string; phrase: boolean; excluded: boolean }

/** What someone looks for, taken apart. */
export type Asked = {
  terms: Term[]
  /** The same as PostgreSQL's websearch_to_tsquery takes it. */
  web: string
  /**
   * Parts of words, all of which are to be found anywhere in a text, and those which are not; null where looking for parts
   * would not help: there is an "or", or no part is long enough for an index.
   */
  parts: { all: string[]; none: string[] } | null
}

/** Letters of scripts that put no spaces between words: the index has each on its own, so a word of them is a phrase. */
export const UNSPACED = /[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}]/u

/** An index over parts knows them by three characters. */
const LEAST_PART = 3

/** More parts than these narrow nothing down. */
const MOST_PARTS = 8

/** -"phrase" or -word; a phrase that nobody closed goes on to the end. */
const TERM = /(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))/gu

/** Reads what someone typed: words, "phrases", -excluded, or. Whatever it is, it means something, and nothing is wrong. */
export function readAsked(typed: string): Asked {
  const terms: Term[] = []
  const web: string[] = []
  let either = false
  for (const [, minus = '', quoted, word = ''] of typed.normalize('NFC').matchAll(TERM)) {
    if (quoted === undefined && /^or$/i.test(word) && minus === '') {
      if (terms.length > 0) web.push('or')
      either = true
      continue
    }
    const text = (quoted ?? word).trim()
    if (!/[\p{L}\p{N}]/u.test(text)) continue
    const term = { text, phrase: quoted !== undefined, excluded: minus !== '' }
    terms.push(term)
    web.push(`${minus}${term.phrase || UNSPACED.test(text) ? `"${text}"` : text}`)
  }
  return { terms, web: web.join(' '), parts: either ? null : partsOf(terms) }
}

function partsOf(terms: readonly Term[]): Asked['parts'] {
  const all = terms.filter(({ excluded }) => !excluded).map(({ text }) => text)
  const none = terms.filter(({ excluded }) => excluded).map(({ text }) => text)
  if (!all.some((text) => [...text].length >= LEAST_PART) || terms.length > MOST_PARTS) return null
  return { all, none }
}

/** Whether there is a word to look for: what is only excluded would find everything else. */
export const looksForSomething = ({ terms }: Asked): boolean => terms.some(({ excluded }) => !excluded)

/** What is looked for, as queries that any one of the words fulfils: of those outside of phrases, and of those in them. */
export function meaningOf({ terms }: Asked): { words: string; inPhrases: string } {
  const any = (phrase: boolean) =>
    terms
      .filter((term) => !term.excluded && term.phrase === phrase)
      .flatMap(({ text }) => wordsIn(text))
      .join(' or ')
  return { words: any(false), inPhrases: any(true) }
}

/** The words of a text, but for those in scripts that put no spaces between them: these are found as they stand. */
export function wordsIn(text: string): string[] {
  return [...text.matchAll(WORD)].map(([word]) => word).filter((word) => !UNSPACED.test(word))
}

/** A word: letters, digits and what belongs to them. */
export const WORD = /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*/gu
