/** With these a receiver says that it would take the message later, and may say when (RFC 9110, 10.2.3). */
const LATER: ReadonlySet<number | null> = new Set([429, 503])

/** A date as HTTP writes it now (RFC 9110, 5.6.7). */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/

/**
 * For how many seconds a receiver asks to be left alone: at most `most`, so that nobody puts a message off for ever, and 0
 * where it asks for nothing, or for what can't be read.
 */
export function askedToWait(status: number | null, retryAfter: string | null, now: Date, most: number): number {
  const said = retryAfter?.trim() ?? ''
  if (!LATER.has(status)) return 0
  const until = HTTP_DATE.test(said) ? Date.parse(said) : NaN
  const seconds = /^\d+$/.test(said) ? Number(said) : Math.ceil((until - now.getTime()) / 1000)
  return Number.isNaN(seconds) ? 0 : Math.min(Math.max(seconds, 0), most)
}
