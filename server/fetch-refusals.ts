import { Refusal, type RefusalKind } from '@/domain/refusal'

/** What to do instead, wherever a page can't be had: what a person sees in their browser can always be brought. */
const BY_HAND = 'You can save it in your browser and upload the file, or paste its text.'

type Saying = readonly [RefusalKind, string]

/** Why an address is not read. Each begins with what happened. */
const SAYINGS = {
  address: ['invalid', 'This is no address of the web. Give one that starts with http:// or https://.'],
  credentials: ['invalid', 'This address has a name or a password in it. Leave out what stands before the @.'],
  plain: ['invalid', 'Messages are sent over https, so that nobody on the way can read or change them.'],
  port: ['invalid', `This address names a port other than those of the web, 80 and 443. ${BY_HAND}`],
  private: [
    'invalid',
    `This address leads to this machine, to a private network or to nobody, and Assay reads the public web only. ${BY_HAND}`,
  ],
  unknown: ['invalid', 'There is no site of this name. Check how the address is written.'],
  names: ['unavailable', 'The name servers did not answer. Check your connection, or try again later.'],
  unreachable: ['unavailable', `The site could not be reached. Try again later. ${BY_HAND}`],
  broken: ['unavailable', `The site broke off in the middle of its answer. Try again later. ${BY_HAND}`],
  garbled: ['invalid', `The site answered in a way that can't be understood. ${BY_HAND}`],
  packed: ['unsupported', `The site packs its answer in a way that Assay doesn't know. ${BY_HAND}`],
  stopped: ['unavailable', 'This was stopped before it was read.'],
  certificate: [
    'invalid',
    `The site can't prove who it is: its certificate is not valid. Somebody may be in between. ${BY_HAND}`,
  ],
} as const satisfies Readonly<Record<string, Saying>>

export type Why = keyof typeof SAYINGS

/** Why an address was not read, for those who say it in other words. */
export class FetchRefusal extends Refusal {
  constructor(
    readonly why: Why | 'slow',
    kind: RefusalKind,
    sentence: string,
  ) {
    super(kind, sentence)
  }
}

/** What the network's errors mean for people; those that begin alike are alike. */
const ERRORS: readonly (readonly [RegExp, Why])[] = [
  [/^(ENOTFOUND|ENODATA|EBADNAME|EBADQUERY|EFORMERR)$/, 'unknown'],
  [/^(ETIMEOUT|ESERVFAIL|EREFUSED|ENOTIMP|ECANCELLED|EBADRESP|EDESTRUCTION|ENONAME)$/, 'names'],
  [
    /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|ETIMEDOUT|EADDRNOTAVAIL|EPERM|EACCES|EINVAL)$/,
    'unreachable',
  ],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE|Z_BUF_ERROR)$/, 'broken'],
  [/^(HPE_|Z_|ERR__|ERR_BROTLI|ERR_ZLIB)/, 'garbled'],
  [/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS_CERT|ERR_SSL|EPROTO|HOSTNAME_MISMATCH|INVALID_)/, 'certificate'],
]

/** A refusal for a reason or for an error of the network. What is neither is a bug, and stays what it is. */
export function said(why: Why): Refusal
export function said(error: unknown): unknown
export function said(what: unknown): unknown {
  if (typeof what === 'string' && what in SAYINGS) return refusalFor(what as Why)
  const codes = codesOf(what)
  const found = ERRORS.find(([begins]) => codes.some((code) => begins.test(code)))?.[1]
  return found ? refusalFor(found) : what
}

function refusalFor(why: Why): Refusal {
  const [kind, sentence] = SAYINGS[why]
  return new FetchRefusal(why, kind, sentence)
}

/** Where a name has several addresses and all fail, Node throws their errors together. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error) || error instanceof Refusal) return []
  const { code, errors = [] } = error as Error & { code?: unknown; errors?: unknown[] }
  return [...(typeof code === 'string' ? [code] : []), ...errors.flatMap(codesOf)]
}

export type Slow = 'whole' | 'idle'

export function tooSlow(how: Slow): Refusal {
  const what = how === 'whole' ? 'The site took too long to send this' : 'The site stopped sending'
  return new FetchRefusal('slow', 'unavailable', `${what}, so reading was given up. Try again later. ${BY_HAND}`)
}

export const tooManyHops = () =>
  new Refusal('invalid', `This address sends its readers from one address to the next and never arrives. ${BY_HAND}`)

export function tooLong(most: number): Refusal {
  const size = `${Math.round(most / 100_000) / 10} MB`
  return new Refusal(
    'too-large',
    `What stands at this address is larger than ${size}, the most that is read. ${BY_HAND}`,
  )
}

/** Media types begin with what they are. */
const KINDS: Readonly<Record<string, string>> = {
  image: 'a picture',
  audio: 'a recording',
  video: 'a film',
  font: 'a font',
}

export function wrongKind(mediaType: string): Refusal {
  const named = /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/.test(mediaType) ? `data (${mediaType})` : 'data of an unknown kind'
  const what = KINDS[mediaType.split('/')[0] ?? ''] ?? named
  return new Refusal('unsupported', `At this address is ${what}, and no text that Assay can read. ${BY_HAND}`)
}

/** What an answer other than "here it is" means; null for that one. */
export function saidOfStatus(status: number): Refusal | null {
  if (status === 200 || status === 203) return null
  if (status === 404 || status === 410)
    return new Refusal('invalid', `The site has nothing at this address (${status}). Check how it is written.`)
  if (status === 401 || status === 402 || status === 403 || status === 407 || status === 451)
    return new Refusal(
      'invalid',
      `The site shows this to nobody who isn't signed in there, or to no programs (${status}). ${BY_HAND}`,
    )
  if (status === 429 || status === 503)
    return new Refusal(
      'unavailable',
      `The site is busy or wants no more readers for now (${status}). Try again later. ${BY_HAND}`,
    )
  if (status >= 500) return new Refusal('unavailable', `The site is at fault (${status}). Try again later. ${BY_HAND}`)
  return new Refusal('invalid', `The site answered with a status that gives no text (${status}). ${BY_HAND}`)
}
