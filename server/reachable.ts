import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Range = [Address, number]

/** What an installation lets itself read beside the public web: a name or a range of addresses, and perhaps a port. */
export type Allowance = { host: string | null; range: Range | null; port: number | null }

/** Where the web is. Other ports belong to other programs, which might take a request for a command. */
const WEB_PORTS: ReadonlySet<number> = new Set([80, 443])

/** The part of IPv6 from which public addresses are given out (RFC 4291): whatever else there is leads elsewhere. */
const GLOBAL: Range = [ipaddr.parse('2000::'), 3]

/** Networks in which every IPv4 address has this before it (RFC 6052), so that it has to be judged by its end. */
const NAT64: Range = [ipaddr.parse('64:ff9b::'), 96]

/** Looks public, and is where Azure tells its machines what only they should know; other clouds use link-local ones. */
const METADATA: ReadonlySet<string> = new Set(['168.63.129.16'])

/** What an allowed name may stand for beside public addresses; this machine itself and its neighbours need their range. */
const INTRANET: ReadonlySet<string> = new Set(['private', 'uniqueLocal', 'carrierGradeNat'])

/** Whether an address belongs to the public internet: not to this machine, its network, its cloud, or to nobody. */
export function isPublic(address: string): boolean {
  const it = bare(address)
  const global = it.kind() === 'ipv4' || it.match(GLOBAL)
  return global && it.range() === 'unicast' && !METADATA.has(it.toString())
}

/** Whether anything at all may be read on this port. */
export function isPortOpen(port: number, allowed: readonly Allowance[]): boolean {
  return WEB_PORTS.has(port) || allowed.some((each) => each.port === port)
}

/** Whether `host`, whose address this is, may be read from. */
export function isReachable(
  { host, address, port }: { host: string; address: string; port: number },
  allowed: readonly Allowance[],
): boolean {
  const open = isPublic(address)
  if (open && WEB_PORTS.has(port)) return true
  const it = bare(address)
  return allowed.some((each) => {
    const fits = each.range
      ? it.kind() === each.range[0].kind() && it.match(each.range)
      : each.host === host && (open || INTRANET.has(it.range()))
    return fits && (each.port === null ? WEB_PORTS.has(port) : each.port === port)
  })
}

/** Whether an allowance names this host, or the range of its address, with this port. */
export function isNamed({ host, port }: { host: string; port: number }, allowed: readonly Allowance[]): boolean {
  const address = ipaddr.isValid(host) ? bare(host) : null
  return allowed.some((each) => {
    const fits = each.range
      ? address !== null && address.kind() === each.range[0].kind() && address.match(each.range)
      : each.host === host
    return fits && (each.port === null ? WEB_PORTS.has(port) : each.port === port)
  })
}

/** `wiki.example.org`, `10.2.0.0/16`, `10.2.3.4:8080`, `[fd00::/8]:8080`: one allowance; null for anything else. */
export function parseAllowance(text: string): Allowance | null {
  const parts = /^(?:\[([^[\]]+)\]|([^:[\]]+)|([\da-f:.]*:[\da-f:.]*:[\da-f:./]*))(?::(\d{1,5}))?$/i.exec(text)
  const what = parts?.[1] ?? parts?.[2] ?? parts?.[3]
  if (what === undefined) return null
  const port = parts?.[4] === undefined ? null : Number(parts[4])
  if (port !== null && (port < 1 || port > 65_535)) return null
  const range = rangeOf(what)
  if (range) return { host: null, range, port }
  const isName = /^(?=.*[a-z])[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(what)
  return isName ? { host: what.toLowerCase(), range: null, port } : null
}

function rangeOf(text: string): Range | null {
  const [address = '', bits, ...rest] = text.split('/')
  const written = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
  if (!written || rest.length > 0 || !/^\d{1,3}$/.test(bits ?? '0')) return null
  const base = ipaddr.parse(address)
  const most = base.kind() === 'ipv4' ? 32 : 128
  return Number(bits ?? most) <= most ? [base, Number(bits ?? most)] : null
}

function bare(text: string): Address {
  const address = ipaddr.parse(text)
  if (address.kind() === 'ipv4' || !address.match(NAT64)) return address
  return new ipaddr.IPv4(address.toByteArray().slice(-4))
}
