/** More levels than any body has that is taken: content may have 60, of a list and an object each. */
const DEEPEST = 200

/** A text that is JSON, and says something that two readers could understand differently, or none at all. */
export class DoubtfulJson extends Error {
  override readonly name = 'DoubtfulJson'
}

/**
 * Reads JSON that can be read in one way only: no object names something twice (RFC 8259 leaves open which of the two
 * holds), none names `__proto__`, which some code takes for more than a name, and nothing is nested so deeply that what
 * walks it would come to the end of the stack. Throws `DoubtfulJson` with a sentence, and a SyntaxError for what is no JSON.
 */
export function strictJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  const named: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '{' || sign === '[') {
      if (named.push(sign === '{' ? new Set() : null) > DEEPEST)
        throw new DoubtfulJson(`The body is nested more than ${DEEPEST} levels deep.`)
    } else if (sign === '}' || sign === ']') named.pop()
    else if (sign === '"') {
      const end = endOf(text, at)
      if (isName(text, end)) takeName(named.at(-1), JSON.parse(text.slice(at, end)) as string)
      at = end - 1
    }
  }
  return value
}

/** Where a string ends that begins at `at`: behind the next quotation mark that no backslash stands for. */
function endOf(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); ; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text[end - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return end + 1
  }
}

/** In JSON a string is a name if a colon follows, and nothing else. */
function isName(text: string, end: number): boolean {
  let at = end
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++
  return text[at] === ':'
}

function takeName(names: Set<string> | null | undefined, name: string): void {
  if (name === '__proto__') throw new DoubtfulJson('The body names “__proto__”, which is not taken here.')
  if (names?.has(name)) throw new DoubtfulJson(`The body names “${name.slice(0, 40)}” twice in one place.`)
  names?.add(name)
}
