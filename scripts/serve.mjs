import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer } from 'node:http'
import next from 'next'
import { assets } from './assets.mjs'
import { listen } from './listen.mjs'
import { addressOf, blockList } from './peer.mjs'
import { root } from './run.mjs'

/** A slow client may take this long for its request (20 MB on a phone), and this long for the headers; in ms. */
const REQUEST_MS = 120_000
const HEADERS_MS = 15_000

/**
 * A connection without a request is closed after so long: later than proxies and other clients stop using theirs (two minutes
 * at most), or one would now and then be closed under a request that is just being sent; in ms.
 */
const IDLE_MS = 125_000

/** How long requests under way may still take once the server is told to stop; in ms. */
const GRACE_MS = 5_000

/**
 * Headers that are the same on every answer. The policy for content is per page (proxy.ts); what the API answers is data,
 * and has a policy of its own (next.config.mjs).
 */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Behind TLS: a browser that was here once never asks without it again. */
const HSTS = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }

const peers = new AsyncLocalStorage()
globalThis[Symbol.for('assay.peer')] = peers

/**
 * Serves the application, and tells it where each request came from: the address of the socket, which no client can
 * forge, or, behind a trusted proxy, the last address in x-forwarded-for that is not one of ours. It also sends as they
 * are the answers that are compressed already.
 *
 * It listens when the application is ready to answer, so that nobody waits for one that then fails to start.
 *
 * @returns {Promise<{ close: () => Promise<void> }>}
 */
export async function serve({ port, host, dev = false, config }) {
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS, keepAliveTimeout: IDLE_MS })
  const app = next({ dev, dir: root, port, hostname: host, httpServer: server })
  await app.prepare()
  const handle = app.getRequestHandler()
  const trusted = blockList(config.trustedProxies)
  const always = Object.entries(config.secureCookies ? { ...HEADERS, ...HSTS } : HEADERS)
  const sendAsset = dev ? () => false : assets()
  server.on('request', (request, response) => {
    for (const [name, value] of always) response.setHeader(name, value)
    if (!isReadable(request.url)) return refuse(response)
    if (sendAsset(request, response)) return
    // Next takes Content-Encoding off what routes answer, and would compress again; on the response itself it stays.
    const encoded = (encoding) => response.setHeader('Content-Encoding', encoding)
    peers.run({ address: addressOf(request, trusted), encoded }, () => {
      handle(request, response).catch((error) => {
        process.stderr.write(`${error?.stack ?? error}\n`)
        response.destroy()
      })
    })
  })
  // The server no longer counts a connection that became a web socket (hot reloading does), and would wait for its end.
  const sockets = new Set()
  server.on('upgrade', (_, socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await listen(server, port, host)
  return { close: () => close(server, app, sockets) }
}

/**
 * Whether an address can be read at all. Next takes broken escapes in the path for a fault of its own, and U+0000 is in no
 * text that the database can look for.
 */
function isReadable(url) {
  try {
    decodeURIComponent(url.split('?', 1)[0])
    return !url.includes('%00')
  } catch {
    return false
  }
}

function refuse(response) {
  const title = 'This address can not be read: it has a broken escape, or U+0000 (%00) in it.'
  response.writeHead(400, {
    'Content-Type': 'application/problem+json',
    'Content-Security-Policy':
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
    'Cache-Control': 'private, no-store',
  })
  response.end(JSON.stringify({ type: 'urn:assay:problem:invalid', title, status: 400 }))
}

/** Takes no more requests, lets those under way finish, and gives the database's connections back. */
async function close(server, app, sockets) {
  const finished = new Promise((resolve) => server.close(resolve))
  for (const socket of sockets) socket.destroy()
  const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await finished
  clearTimeout(impatience)
  await app.close()
  await globalThis.assayDb?.$disconnect()
}
