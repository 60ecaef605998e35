import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { paint } from './peer-paint'

/** What the peer sends, by path; bodies in base64. */
export type Site = Record<string, { type: string; gzip: boolean; body: string }>

// The peer: everything in memory and compressed, one look-up for each request, nothing asked and nothing checked.
const site = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Site
const files = new Map(
  Object.entries(site).map(([path, { type, gzip, body }]) => [
    path,
    { type, gzip, bytes: Buffer.from(body, 'base64') },
  ]),
)
files.set('/paint.js', { type: 'text/javascript', gzip: false, bytes: Buffer.from(`(${paint.toString()})()`) })

const server = createServer((request, response) => {
  const file = files.get(request.url ?? '')
  if (!file) return response.writeHead(404).end()
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.bytes.byteLength,
    ...(file.gzip && { 'content-encoding': 'gzip' }),
    // As ours: browsers keep scripts, styles and fonts.
    ...(/script|css|font/.test(file.type) && { 'cache-control': 'public, max-age=31536000, immutable' }),
  })
  return response.end(file.bytes)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
