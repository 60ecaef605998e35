import type { Told } from './ask'

/**
 * Status, headers and body, as they came, but for what differs between any two answers to the same request: the date, the
 * nonce of a page, Next's own id of a request, and the order in which the rows of a payload were ready.
 */
export function bytesOf({ status, headers, text }: Told): string {
  const { date: _, ...rest } = Object.fromEntries(headers)
  const [, nonce] = /'nonce-([^']+)'/.exec(rest['content-security-policy'] ?? '') ?? []
  const isPage = nonce !== undefined
  const answer = JSON.stringify([status, rest, isPage ? inOrder(text) : text])
  return isPage ? answer.replaceAll(nonce, 'nonce').replace(REQUEST_ID, '"id') : answer
}

/** In a payload, quoted once or (in HTML, in JSON) more often. */
const REQUEST_ID = /\\+"[\w-]{21}(?=[vm]\\+")/g

/** A page with the rows of its payload sorted; in HTML they stand in scripts, cut anywhere. */
function inOrder(text: string): string {
  const scripts = /self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g
  const rows = [...text.matchAll(scripts)].map(([, quoted = '']) => JSON.parse(quoted) as string).join('')
  const html = text.replace(/<script[^>]*>self\.__next_f\.push\(\[1,"(?:[^"\\]|\\.)*"\]\)<\/script>/g, '')
  return rows === '' ? sorted(text) : `${html}\n${sorted(rows)}`
}

/** The rows of a payload without their numbers, which are given as they become ready, in an order that doesn't vary. */
function sorted(payload: string): string {
  const rows = payload.split('\n').map((row) => row.replace(/^[0-9a-f]+:/, '').replace(REFERENCE, '"$"'))
  return rows.toSorted().join('\n')
}

/** What a row says for another by its number: "$1d", "$L1d", "$@1d". */
const REFERENCE = /"\$[A-Z@]?[0-9a-f]+"/g
