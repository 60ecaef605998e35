import { Resolver } from 'node:dns/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { config } from './config'
import { isNamed, isPortOpen, isReachable, type Allowance } from './reachable'
import { beginningOf, receive } from './receive'
import { said, tooSlow, tooManyHops, type Slow } from './fetch-refusals'

export type FetchLimits = {
  /** Of what is read, before and after decompression. */
  bytes: number
  milliseconds: number
  /** How long nothing may come. */
  idleMilliseconds: number
  redirects: number
}

/** The network as this installation sees it. Tests bring a name server and a certificate authority of their own. */
export type Network = { allow: readonly Allowance[]; nameServers?: readonly string[]; authority?: string }

export type FetchOptions = {
  /** The media types that are of use; anything else is refused before it is read. */
  mediaTypes: ReadonlySet<string>
  limits?: FetchLimits
  network?: Network
  /** Ends it early, when nobody waits any more. */
  signal?: AbortSignal
}

/** What was read: `address` is the one that answered after all redirects, without its fragment. */
export type Fetched = { bytes: Uint8Array; address: string; mediaType: string; charset: string | null }

/** Who we are, in the form that web servers expect of programs which read pages. */
const USER_AGENT = 'Mozilla/5.0 (compatible; Assay)'

/** A name server is asked twice, and may take this long each time; in ms. */
const DNS_PATIENCE = { timeout: 3_000, tries: 2 }

/** Answers that name another address, and whose method is GET in any case. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** Reads at once. More would only share the same line and memory; the rest wait their turn. */
const AT_ONCE = 8

/**
 * Reads an address of the public web: the only way in which the server asks anything of anyone (docs/decisions).
 *
 * The name is looked up once for each request, every address that it has must be public, and the connection goes to
 * those very addresses; each redirect is treated as a new address. It carries no cookies and says nothing of who asks.
 * Every failure is a `Refusal` whose sentence can be shown.
 */
export async function safeFetch(asked: string, options: FetchOptions): Promise<Fetched> {
  const { limits = config.fetch.limits, network = config.fetch.network, signal } = options
  await turn()
  const stop = new AbortController()
  const late = (how: Slow) => stop.abort(tooSlow(how))
  const clock = setTimeout(late, limits.milliseconds, 'whole')
  const until = signal ? AbortSignal.any([stop.signal, signal]) : stop.signal
  try {
    until.throwIfAborted()
    const run = { limits, network, until, onIdle: () => late('idle'), mediaTypes: options.mediaTypes }
    let url = readable(asked, network.allow)
    for (let hops = 0; ; hops++) {
      const response = await ask(url, run)
      const to = REDIRECTS.has(response.statusCode ?? 0) ? response.headers.location : undefined
      if (to === undefined) return { ...(await receive(response, run)), address: url.href }
      response.destroy()
      if (hops >= limits.redirects) throw tooManyHops()
      url = readable(to, network.allow, url)
    }
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : said(signal?.aborted ? 'stopped' : error)
  } finally {
    clearTimeout(clock)
    running -= 1
    waiting.shift()?.()
  }
}

/** An answer to what was sent: its status, how its text begins, and when it asks to be sent to again, as it says it. */
export type Sending = { status: number; answer: string; retryAfter: string | null }

type SendOptions = Sent & {
  /** How much of an answer is read, in bytes; the rest is not waited for. */
  bytes: number
  limits?: Pick<FetchLimits, 'milliseconds' | 'idleMilliseconds'>
  network?: Network
}

/**
 * Sends a text to an address of the web, with the same checks as for reading one. No redirect is followed: what is sent is
 * for one address. An answer of any status is an answer; that there is none is a `Refusal`.
 */
export async function safeSend(address: string, options: SendOptions): Promise<Sending> {
  const { headers, body, bytes, limits = config.fetch.limits, network = config.fetch.network } = options
  const stop = new AbortController()
  const late = (how: Slow) => stop.abort(tooSlow(how))
  const clock = setTimeout(late, limits.milliseconds, 'whole')
  try {
    const run = { limits, network, until: stop.signal, onIdle: () => late('idle') }
    const packed = { ...headers, 'accept-encoding': 'identity', 'content-length': String(Buffer.byteLength(body)) }
    const response = await ask(sendable(address, network.allow), run, { headers: packed, body })
    const retryAfter = response.headers['retry-after'] ?? null
    return { status: response.statusCode ?? 0, answer: await beginningOf(response, bytes), retryAfter }
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : said(error)
  } finally {
    clearTimeout(clock)
  }
}

/** An address that may be sent to: by https, or by http what an allowance of this installation names. */
export function sendable(text: string, allow: readonly Allowance[]): URL {
  const url = readable(text, allow)
  const [host, port] = [hostOf(url), portOf(url)]
  if (url.protocol === 'http:' && !isNamed({ host, port }, allow)) throw said('plain')
  return url
}

const waiting: (() => void)[] = []
let running = 0

async function turn(): Promise<void> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
}

/** An address as it may be asked: of the web, without a password in it, on a port of the web. */
function readable(text: string, allow: readonly Allowance[], base?: URL): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null
  if (!url || !/^https?:$/.test(url.protocol)) throw said('address')
  if (url.username !== '' || url.password !== '') throw said('credentials')
  if (!isPortOpen(portOf(url), allow)) throw said('port')
  url.hostname = url.hostname.replace(/\.$/, '')
  url.hash = ''
  return url
}

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

const portOf = ({ port, protocol }: URL) => Number(port || (protocol === 'https:' ? 443 : 80))

type Run = { limits: Pick<FetchLimits, 'idleMilliseconds'>; network: Network; until: AbortSignal; onIdle: () => void }

/** What is sent with a request, where that is not just a question. */
type Sent = { headers: Record<string, string>; body: string }

async function ask(url: URL, { limits, network, until, onIdle }: Run, sent?: Sent): Promise<IncomingMessage> {
  const host = hostOf(url)
  const addresses = isIP(host) ? [host] : await lookUp(host, network, until)
  const port = portOf(url)
  if (!addresses.every((address) => isReachable({ host, address, port }, network.allow))) throw said('private')
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const asking = request(url, {
      agent: false, // a connection of its own, which nobody else's request can come across
      lookup: pinned(addresses),
      signal: until,
      timeout: limits.idleMilliseconds,
      ...(sent && { method: 'POST' }),
      headers: { 'user-agent': USER_AGENT, accept: '*/*', 'accept-encoding': 'gzip, br', ...sent?.headers },
      rejectUnauthorized: true,
      ...(isIP(host) ? {} : { servername: host }),
      ...(network.authority && { ca: network.authority }),
    })
    asking.on('response', resolve).on('error', reject).on('timeout', onIdle).end(sent?.body)
  })
}

/** All addresses of a name, asked of the name servers at this moment. */
async function lookUp(host: string, { nameServers }: Network, until: AbortSignal): Promise<string[]> {
  if (host === 'localhost' || host.endsWith('.localhost')) throw said('private') // never a name of the net (RFC 6761)
  const resolver = new Resolver(DNS_PATIENCE)
  if (nameServers) resolver.setServers(nameServers)
  const cancel = () => resolver.cancel()
  until.addEventListener('abort', cancel, { once: true })
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  until.removeEventListener('abort', cancel)
  until.throwIfAborted()
  const addresses = answers.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
  if (addresses.length > 0) return addresses
  throw answers.find((each) => each.status === 'rejected')?.reason
}

/** Answers with the addresses that were checked, whatever the name has come to stand for meanwhile. */
function pinned(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_host, options, done) => {
    const [first] = all
    if (options.all) done(null, all)
    else done(null, first?.address ?? '', first?.family)
  }
}
