import { once } from 'node:events'
import http, { type RequestListener } from 'node:http'
import https from 'node:https'
import { createServer as createRawServer, type AddressInfo, type Server } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { parseAllowance, type Allowance } from './reachable'
import { safeFetch, type FetchLimits, type Network } from './safe-fetch'
import { AUTHORITY, EXPIRED, KEY, SECURE } from './testing/certificates'
import { nameServer } from './testing/name-server'
import { refused } from './testing/refused'

const LIMITS: FetchLimits = { bytes: 100_000, milliseconds: 20_000, idleMilliseconds: 10_000, redirects: 5 }
const MEDIA_TYPES = new Set(['text/html', 'text/plain'])
const PAGE = '<h1>A page</h1>'

/** How the web server of the tests answers to each path; `seen` is what it was asked. */
const ANSWERS: Record<string, RequestListener> = {
  '/': (_, response) => response.end(PAGE),
  '/latin': (_, response) => {
    response.setHeader('content-type', 'Text/HTML; Charset="ISO-8859-1"')
    response.end(Buffer.from('schön', 'latin1'))
  },
  '/gzip': packed('gzip', gzipSync(PAGE)),
  '/br': packed('br', brotliCompressSync(PAGE)),
  '/deflate': packed('deflate', deflateSync(PAGE)),
  '/unknown-packing': packed('zstd', Buffer.from('x')),
  '/torn-gzip': packed('gzip', gzipSync(PAGE.repeat(100)).subarray(0, 40)),
  '/no-gzip': packed('gzip', Buffer.from('not packed at all')),
  '/bomb': packed('gzip', gzipSync(Buffer.alloc(20_000_000))),
  '/twice': packed('gzip, gzip', gzipSync(gzipSync(PAGE))),
  '/long': (_, response) => {
    response.setHeader('content-length', 1_000_000_000)
    response.write('x')
  },
  '/endless': (request, response) => {
    const more = () => !request.destroyed && response.write('x'.repeat(50_000), more)
    more()
  },
  // Members of a gzip that hold nothing: what comes out of them never grows.
  '/endless-nothing': (request, response) => {
    response.setHeader('content-encoding', 'gzip')
    const nothing = gzipSync('')
    const more = () => !request.destroyed && response.write(Buffer.concat(Array<Buffer>(1000).fill(nothing)), more)
    more()
  },
  '/picture': (_, response) => response.setHeader('content-type', 'image/png').end('x'),
  '/data': (_, response) => response.setHeader('content-type', 'application/x-thing').end('x'),
  '/odd-type': (_, response) => response.setHeader('content-type', '"><script>').end('x'),
  '/silent': () => undefined,
  '/stalled': (_, response) => response.write('<p>'),
  '/torn': (_, response) => {
    response.setHeader('content-length', 100)
    response.write('x', () => response.destroy())
  },
  '/moved': moved('/'),
  '/moved-out': moved('http://inner.test/'),
  '/moved-metadata': moved('http://169.254.169.254/latest/meta-data/'),
  '/moved-file': moved('file:///etc/passwd'),
  '/moved-port': moved('http://public.test:22/'),
  '/moved-password': moved('http://me:secret@public.test/'),
  '/moved-nowhere': moved('http://'),
  '/round': moved('/round'),
  '/nowhere': (_, response) => response.writeHead(302).end(),
}

function packed(encoding: string, bytes: Buffer): RequestListener {
  return (_, response) => response.setHeader('content-encoding', encoding).end(bytes)
}

function moved(to: string): RequestListener {
  return (_, response) => response.writeHead(302, { location: to, 'set-cookie': 'a=b' }).end('moved')
}

const seen: http.IncomingMessage[] = []
const answer: RequestListener = (request, response) => {
  seen.push(request)
  response.setHeader('content-type', 'text/html')
  const path = request.url ?? ''
  const status = /^\/status\/(\d+)$/.exec(path)?.[1]
  if (status) response.writeHead(Number(status)).end('no')
  else if (path.startsWith('/hop/'))
    moved(Number(path.slice(5)) > 1 ? `/hop/${Number(path.slice(5)) - 1}` : '/')(request, response)
  else (ANSWERS[path] ?? ANSWERS['/'])?.(request, response)
}

const servers: Server[] = []
async function listen(server: Server): Promise<number> {
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

let names: Awaited<ReturnType<typeof nameServer>>
let port: number
let network: Network

beforeAll(async () => {
  port = await listen(http.createServer(answer))
  names = await nameServer({
    'public.test': ['127.0.0.1'],
    'both.test': ['127.0.0.1', '::1'],
    'inner.test': ['10.1.2.3'],
    'mixed.test': ['93.184.215.14', '192.168.1.1'],
    'turning.test': [['127.0.0.1'], ['10.9.9.9']],
    'secure.test': ['127.0.0.1'],
    'expired.test': ['127.0.0.1'],
    'other.test': ['127.0.0.1'],
    'empty.test': [],
    ...Object.fromEntries(PRIVATE.map((address, at) => [`n${at}.test`, [address]])),
  })
  network = { allow: allow(`127.0.0.1:${port}`), nameServers: [names.address] }
})
afterAll(() => {
  names.stop()
  for (const server of servers) server.close()
})
beforeEach(() => seen.splice(0))

const allow = (...texts: string[]) => texts.map((text) => parseAllowance(text) as Allowance)
const read = (url: string, more: Partial<FetchLimits> = {}, on: Partial<Network> = {}, signal?: AbortSignal) =>
  safeFetch(url, {
    mediaTypes: MEDIA_TYPES,
    limits: { ...LIMITS, ...more },
    network: { ...network, ...on },
    ...(signal && { signal }),
  })
const at = (path: string, more: Partial<FetchLimits> = {}) => read(`http://public.test:${port}${path}`, more)
const text = async (path: string) => Buffer.from((await at(path)).bytes).toString()

/** Addresses that are nobody's on the public internet, or that only look so. */
const PRIVATE = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.100.100.200', '100.127.255.255'],
  ...['127.0.0.1', '127.255.255.254', '168.63.129.16', '169.254.0.1', '169.254.169.254', '169.254.170.2'],
  ...['172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.0.192', '192.0.2.1', '192.88.99.1', '192.168.0.1'],
  ...['198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.250', '240.0.0.1'],
  ...['255.255.255.255', '::', '::1', '::127.0.0.1', '::10.0.0.1', '::ffff:127.0.0.1', '::ffff:169.254.169.254'],
  ...['::ffff:8.8.8.8', '::ffff:0:127.0.0.1', '64:ff9b::127.0.0.1', '64:ff9b::10.0.0.1', '64:ff9b::a9fe:a9fe'],
  ...['64:ff9b:1::1', '100::1', '2001::1', '2001:2::1', '2001:10::1', '2001:20::1', '2001:db8::1', '2002:7f00:1::'],
  ...['2002:a9fe:a9fe::1', '3fff::1', '4000::1', '5f00::1', 'fc00::1', 'fd00:ec2::254', 'fd12:3456::1', 'fe80::1'],
  ...['fec0::1', 'ff02::1', 'ff05::2'],
]

/** The same addresses in the spellings that people and parsers know. */
const SPELLINGS = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0x7F.1',
    '0177.0.0.1',
    '017700000001',
  ],
  ...['127.0.0.1.', '0', '0.0.0.0', '0x0', '%31%32%37.0.0.1', '①②⑦.⓪.⓪.①', '１２７.０.０.１', '127。0。0。1'],
  ...['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'loc%61lhost', 'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ'],
  ...['2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '169.254.43518', '10.1', '0xa.1', '012.0.0.1', '192.168.257'],
  ...['[::1]', '[0:0:0:0:0:0:0:1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:7f00:0001]'],
  ...['[::7f00:1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b::169.254.169.254]', '[2002:7f00:0001::]'],
  ...['[fe80::1]', '[fc00::1]', '[FD00:EC2::254]', '[ff02::1]', '[2001:db8::1]'],
]

test(`${SPELLINGS.length + PRIVATE.length} ways to name what is not public`, () => {
  expect(SPELLINGS.length + PRIVATE.length).toBeGreaterThanOrEqual(60)
})

test.each(SPELLINGS)('http://%s/ is refused before anything is sent', async (host) => {
  for (const scheme of ['http', 'https'])
    await expect(read(`${scheme}://${host}/`)).rejects.toEqual(refused('invalid', /public web only/))
})

test.each(PRIVATE.map((address, at) => [address, `n${at}.test`]))(
  'a name that stands for %s is refused',
  async (_, name) => {
    await expect(read(`http://${name}/`)).rejects.toEqual(refused('invalid', /public web only/))
  },
)

test('one private address among public ones is enough', async () => {
  await expect(read('http://mixed.test/')).rejects.toEqual(refused('invalid', /public web only/))
})

test.each([
  ['', /no address of the web/],
  ['public.test', /no address of the web/],
  ['file:///etc/passwd', /no address of the web/],
  ['ftp://public.test/', /no address of the web/],
  ['gopher://127.0.0.1:6379/_x', /no address of the web/],
  ['data:text/html,x', /no address of the web/],
  ['javascript:alert(1)', /no address of the web/],
  ['http://[::1', /no address of the web/],
  ['http://256.256.256.256/', /no address of the web/],
  ['http://me@public.test/', /password/],
  ['http://me:secret@public.test/', /password/],
  ['http://public.test@127.0.0.1/', /password/],
  ['http://public.test:22/', /port/],
  ['http://public.test:6379/', /port/],
  ['https://public.test:8443/', /port/],
])('%j is refused: %s', async (url, words) => {
  await expect(read(url)).rejects.toEqual(refused('invalid', words))
})

test('a page is read, and nothing is told of who asks', async () => {
  const page = await read(`http://Public.Test.:${port}/#a-place`)
  expect(Buffer.from(page.bytes).toString()).toBe(PAGE)
  expect(page).toMatchObject({ address: `http://public.test:${port}/`, mediaType: 'text/html', charset: null })
  const [{ headers, method } = { headers: {}, method: '' }] = seen
  expect(method).toBe('GET')
  expect(headers).toEqual({
    host: `public.test:${port}`,
    'user-agent': 'Mozilla/5.0 (compatible; Assay)',
    accept: '*/*',
    'accept-encoding': 'gzip, br',
    connection: 'close',
  })
})

test('the charset that the server names is told', async () => {
  expect(await at('/latin')).toMatchObject({ mediaType: 'text/html', charset: 'iso-8859-1' })
})

test.each(['/gzip', '/br', '/deflate', '/moved', '/hop/5'])('%s arrives as the page', async (path) => {
  expect(await text(path)).toBe(PAGE)
  expect(seen.every(({ headers }) => headers.cookie === undefined && headers.referer === undefined)).toBe(true)
})

test.each<[string, string, RegExp]>([
  ['/moved-out', 'invalid', /public web only/],
  ['/moved-metadata', 'invalid', /public web only/],
  ['/moved-file', 'invalid', /no address of the web/],
  ['/moved-port', 'invalid', /port/],
  ['/moved-password', 'invalid', /password/],
  ['/moved-nowhere', 'invalid', /no address of the web/],
  ['/round', 'invalid', /never arrives/],
  ['/hop/6', 'invalid', /never arrives/],
  ['/nowhere', 'invalid', /302/],
  ['/bomb', 'too-large', /larger than 0.1 MB/],
  ['/long', 'too-large', /larger than/],
  ['/endless', 'too-large', /larger than/],
  ['/endless-nothing', 'too-large', /larger than/],
  ['/unknown-packing', 'unsupported', /packs its answer/],
  ['/twice', 'unsupported', /packs its answer/],
  ['/torn-gzip', 'unavailable', /broke off/],
  ['/no-gzip', 'invalid', /can't be understood/],
  ['/torn', 'unavailable', /broke off/],
  ['/picture', 'unsupported', /a picture/],
  ['/data', 'unsupported', /application\/x-thing/],
  ['/odd-type', 'unsupported', /data of an unknown kind/],
  ['/status/401', 'invalid', /signed in/],
  ['/status/403', 'invalid', /signed in/],
  ['/status/404', 'invalid', /nothing at this address/],
  ['/status/410', 'invalid', /nothing at this address/],
  ['/status/429', 'unavailable', /busy/],
  ['/status/500', 'unavailable', /at fault/],
  ['/status/204', 'invalid', /204/],
])('%s is refused as %s', async (path, kind, words) => {
  await expect(at(path)).rejects.toEqual(refused(kind as 'invalid', words))
})

test('a name that stands for something else a moment later is read where it was checked, and checked anew', async () => {
  const asked = () => names.asked.filter((name) => name === 'turning.test').length
  expect(Buffer.from((await read(`http://turning.test:${port}/`)).bytes).toString()).toBe(PAGE)
  expect(asked()).toBe(1)
  await expect(read(`http://turning.test:${port}/`)).rejects.toEqual(refused('invalid', /public web only/))
  expect(asked()).toBe(2)
  expect(seen).toHaveLength(1)
})

test('a redirect to the same name looks it up again', async () => {
  const turned = await nameServer({ 'turning.test': [['127.0.0.1'], ['10.9.9.9']] })
  const reading = read(`http://turning.test:${port}/moved`, {}, { nameServers: [turned.address] })
  await expect(reading).rejects.toEqual(refused('invalid', /public web only/))
  expect(seen.map(({ url }) => url)).toEqual(['/moved'])
  turned.stop()
})

test('what says nothing, or stops, or drips, is given up', async () => {
  await expect(at('/silent', { idleMilliseconds: 50 })).rejects.toEqual(refused('unavailable', /stopped sending/))
  await expect(at('/stalled', { idleMilliseconds: 50 })).rejects.toEqual(refused('unavailable', /stopped sending/))
  await expect(at('/silent', { milliseconds: 50 })).rejects.toEqual(refused('unavailable', /took too long/))
  const drip = createRawServer((socket) => {
    const timer = setInterval(() => socket.write('x'), 5)
    socket.on('error', () => undefined).on('close', () => clearInterval(timer))
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n')
  })
  const slow = await listen(drip)
  const dripping = read(`http://public.test:${slow}/`, { milliseconds: 100 }, { allow: allow(`127.0.0.1:${slow}`) })
  await expect(dripping).rejects.toEqual(refused('unavailable', /took too long/))
})

test('a name server that is silent is not waited for beyond the time', async () => {
  const { createSocket } = await import('node:dgram')
  const mute = createSocket('udp4').bind(0, '127.0.0.1')
  await once(mute, 'listening')
  const reading = read(
    'http://public.test/',
    { milliseconds: 100 },
    { nameServers: [`127.0.0.1:${mute.address().port}`] },
  )
  await expect(reading).rejects.toEqual(refused('unavailable', /took too long/))
  mute.close()
})

test('whoever no longer waits ends it', async () => {
  const stop = new AbortController()
  const reading = read(`http://public.test:${port}/silent`, {}, {}, stop.signal)
  stop.abort()
  await expect(reading).rejects.toEqual(refused('unavailable', /stopped/))
})

test('what is not there is told apart from what does not answer', async () => {
  await expect(read('http://nobody.test/')).rejects.toEqual(refused('invalid', /no site of this name/))
  await expect(read('http://empty.test/')).rejects.toEqual(refused('invalid', /no site of this name/))
  const gone = http.createServer()
  const free = await listen(gone)
  gone.close()
  const reading = read(`http://public.test:${free}/`, {}, { allow: allow(`127.0.0.1:${free}`) })
  await expect(reading).rejects.toEqual(refused('unavailable', /could not be reached/))
})

test('what is no HTTP is refused', async () => {
  const raw = await listen(createRawServer((socket) => socket.on('error', () => undefined).end('220 mail ready\r\n')))
  const reading = read(`http://public.test:${raw}/`, {}, { allow: allow(`127.0.0.1:${raw}`) })
  await expect(reading).rejects.toEqual(refused('invalid', /can't be understood/))
})

test('TLS is verified for the name that was asked for', async () => {
  const good = await listen(https.createServer({ key: KEY, cert: SECURE }, answer))
  const old = await listen(https.createServer({ key: KEY, cert: EXPIRED }, answer))
  const plain = { allow: allow(`127.0.0.1:${good}`, `127.0.0.1:${old}`, `127.0.0.1:${port}`) }
  const trusting = { ...plain, authority: AUTHORITY }
  expect((await read(`https://secure.test:${good}/`, {}, trusting)).address).toBe(`https://secure.test:${good}/`)
  const bad: [string, Partial<Network>][] = [
    [`https://secure.test:${good}/`, plain], // an authority that nobody knows
    [`https://other.test:${good}/`, trusting], // a certificate for another name
    [`https://expired.test:${old}/`, trusting],
    [`https://127.0.0.1:${good}/`, trusting],
    [`https://public.test:${port}/`, trusting], // no TLS at all
  ]
  for (const [url, on] of bad)
    await expect(read(url, {}, on)).rejects.toEqual(refused('invalid', /certificate is not valid/))
})

test('more than can be read at once wait for their turn, and all are read', async () => {
  const pages = await Promise.all(Array.from({ length: 20 }, () => text('/gzip')))
  expect(new Set(pages)).toEqual(new Set([PAGE]))
})
