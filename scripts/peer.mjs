import { BlockList, isIP } from 'node:net'

/** An address alone: IPv4 in IPv6 clothes is the same machine, and some proxies add a port. */
const plain = (address) =>
  address
    .trim()
    .replace(/^\[(.+)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/^::ffff:(?=[\d.]+$)/i, '')

const family = (address) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/**
 * Where a request came from: the socket's address, or, if that is a trusted proxy's, the last one in x-forwarded-for that
 * is not. What a client itself writes there stands further to the left and is never reached.
 */
export function addressOf(request, trusted) {
  const ours = (address) => isIP(address) !== 0 && trusted.check(address, family(address))
  const claimed = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(plain)
  let address = plain(request.socket.remoteAddress ?? 'unknown')
  while (ours(address) && claimed.length > 0) address = claimed.pop() || address
  return address
}

/** A list of addresses and ranges such as 10.0.0.0/8, checked by the configuration. */
export function blockList(ranges) {
  const list = new BlockList()
  for (const range of ranges) {
    const [address, bits] = range.split('/')
    list.addSubnet(address, Number(bits ?? (isIP(address) === 6 ? 128 : 32)), family(address))
  }
  return list
}
