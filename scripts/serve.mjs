import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer } from 'node:http'
import { BlockList, isIP } from 'node:net'
import next from 'next'
import { listen } from './listen.mjs'
import { root } from './run.mjs'
import { Stop } from './say.mjs'

/** A slow client may take this long for its request (20 MB on a phone), and this long for the headers; in ms. */
const REQUEST_MS = 120_000
const HEADERS_MS = 15_000

/** How long requests under way may still take once the server is told to stop; in ms. */
const GRACE_MS = 5_000

const peers = new AsyncLocalStorage()
globalThis[Symbol.for('assay.peer')] = peers

/**
 * Serves the application, and tells it where each request came from: the address of the socket, which no client can
 * forge, or, behind a trusted proxy, the last address in x-forwarded-for that is not one of ours.
 *
 * @returns {Promise<{ close: () => Promise<void> }>}
 */
export async function serve({ port, host, dev = false, proxies = [] }) {
  const server = createServer()
  server.requestTimeout = REQUEST_MS
  server.headersTimeout = HEADERS_MS
  const trusted = blockList(proxies)
  // The port is taken first, so that a port in use is known at once; who comes early waits for the application.
  let open
  const opened = new Promise((resolve) => (open = resolve))
  server.on('request', async (request, response) => {
    const handle = await opened
    peers.run({ address: addressOf(request, trusted) }, () => void handle(request, response))
  })
  await listen(server, port, host)
  const app = next({ dev, dir: root, port, hostname: host, httpServer: server })
  await app.prepare()
  open(app.getRequestHandler())
  return {
    close: async () => {
      server.close()
      server.closeIdleConnections()
      const finished = new Promise((resolve) => server.once('close', resolve))
      const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS)
      await finished
      clearTimeout(impatience)
      await app.close()
    },
  }
}

function addressOf(request, trusted) {
  const plain = (address) => address.trim().replace(/^::ffff:/, '')
  const family = (address) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
  const ours = (address) => isIP(address) !== 0 && trusted.check(address, family(address))
  let address = plain(request.socket.remoteAddress ?? 'unknown')
  const claimed = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(plain)
  while (ours(address) && claimed.length > 0) address = claimed.pop() || address
  return address
}

/** Parses TRUSTED_PROXIES: addresses and ranges such as 10.0.0.0/8. */
export function blockList(ranges) {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const most = family === 'ipv6' ? 128 : 32
    const prefix = bits === undefined ? most : Number(bits)
    if (isIP(address) === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > most) {
      throw new Stop(
        `TRUSTED_PROXIES holds ${JSON.stringify(range)}, which is no address or range. Use for example 127.0.0.1,10.0.0.0/8`,
      )
    }
    list.addSubnet(address, prefix, family)
  }
  return list
}
