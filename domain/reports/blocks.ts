/** A stretch of a line that looks the same throughout. `link` is http, https or mailto. */
export type Run = { text: string; strong?: boolean; emphasis?: boolean; code?: boolean; link?: string }

/** A report as a text processor knows it: what Markdown and Word are both written from. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'code'; text: string }
  /** Two columns: what, and what there is to say about it. */
  | { kind: 'facts'; rows: { name: string; runs: Run[] }[] }
  | { kind: 'rule' }

export const heading = (level: 1 | 2 | 3 | 4, ...runs: (Run | string)[]): Block => ({
  kind: 'heading',
  level,
  runs: runsOf(runs),
})
export const paragraph = (...runs: (Run | string)[]): Block => ({ kind: 'paragraph', runs: runsOf(runs) })
export const quote = (...blocks: Block[]): Block => ({ kind: 'quote', blocks })
export const list = (items: Block[][]): Block => ({ kind: 'list', ordered: false, items })

/** Rows of two columns, those without anything to say left out; none if that are all. */
export function facts(rows: readonly (readonly [name: string, says: string | Run[] | null])[]): Block[] {
  const said = rows.flatMap(([name, says]) => {
    const runs = typeof says === 'string' ? runsOf([says]) : (says ?? [])
    return runs.some(({ text }) => text !== '') ? [{ name, runs }] : []
  })
  return said.length === 0 ? [] : [{ kind: 'facts', rows: said }]
}

export const strong = (text: string): Run => ({ text, strong: true })
export const emphasis = (text: string): Run => ({ text, emphasis: true })

/** A link where it leads to what may be linked to; the bare words elsewhere. */
export const linked = (text: string, address: string): Run => (mayLink(address) ? { text, link: address } : { text })

const LINKED = new Set(['http:', 'https:', 'mailto:'])

/** Whether a report may link to it: absolute, and http, https or mailto. */
export const mayLink = (address: string): boolean => URL.canParse(address) && LINKED.has(new URL(address).protocol)

const runsOf = (runs: readonly (Run | string)[]): Run[] =>
  runs.map((run) => (typeof run === 'string' ? { text: run } : run))

/**
 * Text without what no document can hold: control characters other than tabs and line feeds, halves of characters, and
 * U+FFFE and U+FFFF, all of which XML refuses; and without the invisible characters that turn the order of text around.
 */
export const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|\p{Cs}|[\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu, '')
