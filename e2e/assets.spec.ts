import { gunzipSync, brotliDecompressSync } from 'node:zlib'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from './fixtures'

type Told = { status: number; headers: IncomingHttpHeaders; body: Buffer }

const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes }

/** Asks as it stands, without decoding what comes. */
function ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Told> {
  const { hostname, port } = new URL(process.env.BASE_URL ?? '')
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: address, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
      .on('error', reject)
      .end()
  })
}

async function addresses(): Promise<string[]> {
  const { body } = await ask('/sign-in')
  return [
    ...new Set([...body.toString().matchAll(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g)].map(([address]) => address)),
  ]
}

test('scripts and styles come as small as they were made, to be kept for good', async () => {
  const all = await addresses()
  expect(all.length).toBeGreaterThan(4)
  for (const address of all) {
    const plain = await ask(address)
    for (const [encoding, decode] of Object.entries(DECODERS)) {
      const { status, headers, body } = await ask(address, { 'accept-encoding': encoding })
      expect(status, address).toBe(200)
      expect(headers['content-encoding'] ?? 'identity', address).toBe(encoding)
      expect(decode(body).equals(plain.body), `${address} in ${encoding}`).toBe(true)
      expect(headers['cache-control']).toContain('immutable')
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', vary: 'Accept-Encoding' })
      expect(headers['content-type']).toMatch(/^text\/(javascript|css)/)
    }
    const { etag = '' } = plain.headers
    expect((await ask(address, { 'if-none-match': etag })).status).toBe(304)
  }
})

test('odd requests for them are answered, and lead nowhere else', async () => {
  const [address = ''] = await addresses()
  for (const range of ['bytes=5-1', 'bytes=-', 'bytes=0-0', 'bytes=99999999-', 'lines=1-2', 'bytes=a-b'])
    expect((await ask(address, { range })).status, range).toBe(200)
  for (const path of [
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/%',
    '/%00',
    '//',
    '',
  ])
    expect([308, 400, 404], path).toContain((await ask(`/_next/static${path}`)).status)
  expect((await ask(address, {}, 'HEAD')).body).toHaveLength(0)
  expect((await ask(address, {}, 'DELETE')).status).toBe(405)
  expect((await ask('/api/health')).status).toBe(200)
})
