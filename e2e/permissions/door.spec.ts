import { v7 } from 'uuid'
import { endpoints, type EndpointKey } from '@/domain/endpoints'
import type { Endpoint } from '@/domain/endpoint'
import { digest } from '@/server/testing/digest'
import { PASSWORD } from '@/server/testing/make'
import { ask, each, ORIGIN, type Asked, type Told } from './ask'
import { OTHERS } from './others'
import { FORMS, open, type Form } from './open'
import { addressOf, cookiesOf, PAGES } from './pages'
import { makeSubject } from './subjects'
import { askedOf, validRequest } from './valid'
import { expect, STANDING, test, type Person, type World } from './world'

/*
 * What is the same at every door, whoever asks: where a write comes from, what it carries, how large it may be, which
 * methods there are, and what every answer says to browsers.
 */

test.use({ purpose: 'door' })

const keys = Object.keys(endpoints) as EndpointKey[]
const writes = keys.filter((key) => !key.startsWith('GET '))

/** A call of this endpoint by an owner that would succeed, or be moot, if nothing stood in its way. */
async function callOf(world: World, key: EndpointKey): Promise<Asked> {
  return askedOf(await validRequest(world, key), world.people.owner as Person)
}

/** Makes the same bad attempt at every write, and sees that each is refused in the same way and none does anything. */
async function refuseAll(
  world: World,
  spoil: (asked: Asked, key: EndpointKey) => Asked,
  status: number,
  only = writes,
) {
  const calls = await each(only, async (key) => spoil(await callOf(world, key), key))
  const before = await digest(world.scope())
  const told = await each(calls, ask)
  const answers = told.map(({ status: got, text }, at) => (got === status ? '' : `${only[at]}: ${got} ${text}`))
  expect(answers.filter(Boolean)).toEqual([])
  expect(await digest(world.scope()), 'nothing changed').toEqual(before)
}

const { protocol, hostname, port } = new URL(ORIGIN)

/** Where a write may not come from: what a browser sends as Origin, null for none at all. */
const ORIGINS: Readonly<Record<string, readonly (string | null)[]>> = {
  absent: [null, ''],
  opaque: ['null'],
  malformed: [
    ...[`${ORIGIN}/`, ` ${ORIGIN},${ORIGIN}`, `${ORIGIN} https://evil.example`, ORIGIN.toUpperCase(), '*', '//'],
    ...[hostname, `${protocol}${hostname}`, `javascript:${ORIGIN}`, `${ORIGIN}@evil.example`, 'http://', '%00'],
  ],
  foreign: ['https://evil.example', `${ORIGIN}.evil.example`, `http://evil.example:${port}`, 'http://0.0.0.0'],
  'another port or scheme': [
    `${protocol}//${hostname}:${Number(port) + 1}`,
    `${protocol}//${hostname}`,
    ORIGIN.replace('http:', 'https:'),
  ],
  'a subdomain, or what looks like it': [`${protocol}//sub.${hostname}:${port}`, `${protocol}//x${hostname}:${port}`],
}

/** next-auth has one address for all of its own: each of its doors, those that are shut too. */
const AUTH = [
  ...['callback/credentials', 'callback/code', 'signin/oidc', 'signout'],
  ...['signin/credentials', 'signin', 'callback/other', 'session', '_log'],
]

/** Writes outside of the list of endpoints that take what comes from anywhere, and why that is right. */
const FROM_ANYWHERE: Readonly<Record<string, string>> = {
  'POST /api/unsubscribe/{token}':
    'A mail program unsubscribes its reader in one click (RFC 8058), from no page; the secret in the address allows it.',
}

/** The addresses of what writes and is no endpoint. */
function otherWrites(): string[] {
  const writes = OTHERS.filter((other) => !other.startsWith('GET ') && !(other in FROM_ANYWHERE))
  return writes.flatMap((other) => {
    const path = other.slice(other.indexOf(' ') + 1)
    return path.includes('[...nextauth]')
      ? AUTH.map((door) => path.replace('[...nextauth]', door))
      : [path.replace(/\{\w+\}/g, 'a-secret-that-nobody-has')]
  })
}

test('no write is taken from anywhere but our own pages, with a session or without one', async ({ world }) => {
  const owner = world.people.owner as Person
  const calls = await each(writes, (key) => callOf(world, key))
  const others = otherWrites().map((path) => ({ method: 'POST', path, as: owner.as, body: {} }))
  expect(others.length).toBeGreaterThan(5)
  const asked = [...calls, ...others].flatMap((call) => [call, { ...call, as: null }])
  const before = await digest(world.scope())
  for (const [name, origins] of Object.entries(ORIGINS)) {
    // Each write in each of the six ways; of the spellings of one, each in turn.
    const told = await each(
      asked.map((call, at) => ({ ...call, headers: { origin: origins[at % origins.length] ?? null } })),
      ask,
    )
    const taken = told.flatMap(({ status, text }, at) =>
      status === 403 && text.includes('did not come from our pages')
        ? []
        : [`${asked[at]?.method} ${asked[at]?.path}: ${status} ${text.slice(0, 100)}`],
    )
    expect(taken, name).toEqual([])
  }
  expect(await digest(world.scope()), 'nothing changed').toEqual(before)
})

test('what takes a write from anywhere does so for a reason that is written down', async () => {
  for (const [other, reason] of Object.entries(FROM_ANYWHERE)) {
    expect(OTHERS, reason).toContain(other)
    const [method = '', path = ''] = other.split(' ')
    const address = path.replace('{token}', 'a-secret-that-nobody-has')
    const told = await ask({ method, path: address, as: null, headers: { origin: 'https://evil.example' } })
    expect(told.status, 'it is the secret that is asked for').toBe(404)
  }
})

test('a page is no door for writes: sent to, it changes nothing and signs nobody in or out', async ({ world }) => {
  const owner = world.people.owner as Person
  const addresses = await each(Object.entries(PAGES), async ([route, page]) =>
    addressOf(route, page, await makeSubject(page.on, world.places.own, { own: false }, owner)),
  )
  const before = await digest(world.scope())
  for (const path of addresses) {
    for (const headers of [{}, { 'next-action': 'a'.repeat(42) }]) {
      const told = await ask({ method: 'POST', path, as: owner.as, headers, body: {} })
      expect(told.headers.getSetCookie(), path).toEqual([])
      expect(told.status, path).toBeLessThan(500)
    }
  }
  expect(await digest(world.scope()), 'nothing changed').toEqual(before)
})

test('no write by someone signed in is taken without an Idempotency-Key', async ({ world }) => {
  const bound = writes.filter((key) => (endpoints[key] as Endpoint).permission !== 'public')
  for (const key of ['', 'short', 'with spaces in it'])
    await refuseAll(world, (asked) => ({ ...asked, headers: { 'idempotency-key': key } }), 422, bound)
})

test('a key is one person’s own, for one request: a retry has one effect and the same answer', async ({ world }) => {
  const key = `key-of-two-${Date.now()}`
  const [ada, ben] = [(await world.someone('owner')) as Person, (await world.someone('viewer')) as Person]
  const make = ({ as }: Person, body: object) =>
    ask({ method: 'POST', path: '/api/v1/workspaces', as, body, headers: { 'idempotency-key': key } })
  const [hers, his] = [
    { id: v7(), name: 'Hers' },
    { id: v7(), name: 'His' },
  ]
  const first = await make(ada, hers)
  expect(JSON.parse(first.text)).toMatchObject(hers)
  expect(JSON.parse((await make(ben, his)).text)).toMatchObject(his)
  const before = await digest(world.scope())
  const again = await make(ada, hers)
  expect({ status: again.status, text: again.text }).toEqual({ status: 200, text: first.text })
  expect((await make(ada, { ...hers, name: 'Another' })).status).toBe(409)
  expect(
    (
      await ask({
        method: 'POST',
        path: '/api/v1/workspaces',
        as: null,
        body: hers,
        headers: { 'idempotency-key': key },
      })
    ).status,
  ).toBe(401)
  expect(await digest(world.scope())).toEqual(before)
})

test('no body is larger than its endpoint takes', async ({ world }) => {
  const small = writes.filter((key) => {
    const { body, large } = endpoints[key] as Endpoint
    return body !== 'bytes' && !large
  })
  expect(small.length).toBeGreaterThan(20)
  const body = new Uint8Array(1024 * 1024 + 1).fill(32)
  await refuseAll(world, (asked) => ({ ...asked, body }), 413, small)
  const sign = await ask({
    method: 'POST',
    path: '/api/auth/callback/credentials',
    as: null,
    body: body.slice(0, 10_001),
  })
  expect(sign.status).toBe(413)
})

test('what is no JSON, or says more than the schema, is refused and changes nothing', async ({ world }) => {
  const json = writes.filter(
    (key) => typeof (endpoints[key] as Endpoint).body === 'object' && (endpoints[key] as Endpoint).body,
  )
  const headers = { 'content-type': 'application/json' }
  await refuseAll(world, (asked) => ({ ...asked, headers, body: new TextEncoder().encode('{"a":') }), 422, json)
  await refuseAll(world, (asked) => ({ ...asked, body: { ...(asked.body as object), workspaceId: 'x' } }), 422, json)
  await refuseAll(world, (asked) => ({ ...asked, body: [asked.body] }), 422, json)
})

test('an address answers to the methods that are declared for it, and to no other', async ({ world }) => {
  const paths = [...new Set(keys.map((key) => key.slice(key.indexOf(' ') + 1)))]
  for (const path of paths) {
    const declared = keys.filter((key) => key.endsWith(` ${path}`))
    const { path: address, as } = await callOf(world, declared[0] as EndpointKey)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
      (name) => !declared.some((key) => key.startsWith(`${name} `)),
    )) {
      const told = await ask({ method, path: address, as })
      expect(told.status, `${method} ${path}`).toBe(405)
    }
  }
})

test('HEAD is answered as GET is, without the body', async ({ world }) => {
  for (const key of keys.filter((each) => each.startsWith('GET '))) {
    const asked = await callOf(world, key)
    const [get, head] = [await ask(asked), await ask({ ...asked, method: 'HEAD' })]
    expect({ key, status: head.status, text: head.text }).toEqual({ key, status: get.status, text: '' })
    expect((await ask({ ...asked, method: 'HEAD', as: null })).status, key).toBe(401)
  }
})

/** What every answer tells browsers. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

function headersOf({ headers }: Told): Record<string, string> {
  return Object.fromEntries(headers)
}

test('every answer of the API carries the headers that keep browsers out of trouble', async ({ world }) => {
  const others = [
    '/api/health',
    '/api/ready',
    '/api/metrics',
    '/api/v1/openapi.json',
    '/api/auth/csrf',
    '/api/v1/nowhere',
    '/api/auth/x',
  ]
  const looks = await each(
    keys.filter((key) => key.startsWith('GET ')),
    (key) => callOf(world, key),
  )
  const asked = [
    ...looks,
    ...looks.map((look) => ({ ...look, as: null })),
    ...others.map((path) => ({ method: 'GET', path, as: null })),
  ]
  for (const one of asked) {
    const headers = headersOf(await ask(one))
    expect(headers, one.path).toMatchObject(ALWAYS)
    expect(headers['content-security-policy'], one.path).toContain("default-src 'none'; frame-ancestors 'none'")
    expect(headers['x-powered-by'], one.path).toBeUndefined()
    expect(headers['access-control-allow-origin'], one.path).toBeUndefined()
    if (!others.includes(one.path)) expect(headers['cache-control'], one.path).toMatch(/^private, no-(store|cache)$/)
  }
})

test('every page carries them too, and a policy with a nonce that is new each time', async ({ world }) => {
  const owner = world.people.owner as Person
  const nonces = new Set<string>()
  let pages = 0
  for (const [route, page] of [...Object.entries(PAGES), ['/nowhere', { gate: 'public', on: 'nothing' }] as const]) {
    const ids = await makeSubject(page.on, world.places.own, { own: false }, owner)
    for (const form of Object.keys(FORMS) as Form[]) {
      for (const as of [owner.as, null]) {
        const { told } = await open(addressOf(route, page, ids), cookiesOf(page, as, ids), form)
        const headers = headersOf(told)
        expect(headers, `${route} as ${form}`).toMatchObject(ALWAYS)
        const policy = headers['content-security-policy'] ?? ''
        expect(policy).toContain("default-src 'none'")
        expect(policy).toContain("frame-ancestors 'none'")
        expect(policy).not.toMatch(/unsafe|https?:/)
        const [, nonce = ''] = /script-src 'nonce-([\w+/=]{40,})' 'strict-dynamic';/.exec(policy) ?? []
        nonces.add(nonce)
        pages++
        expect(headers['cache-control'], `${route} as ${form}`).toMatch(/no-store|no-cache/)
      }
    }
  }
  expect(nonces.size).toBe(pages)
})

test('the way back after signing in leads nowhere else', async ({ world }) => {
  const { as } = world.people.owner as Person
  const away = [
    ...[
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      'javascript:canary(1)',
    ],
    ...[
      '/%0d%0aset-cookie:a=b',
      '/..//evil.example',
      '@evil.example',
      '/a\r\nlocation: https://evil.example',
      'data:text/html,a',
    ],
  ]
  for (const next of [...away.map(encodeURIComponent), '/a&next=//evil.example', '/%5Cevil.example']) {
    const told = await ask({ method: 'GET', path: `/sign-in?next=${next}`, as })
    expect(told.status, next).toBe(307)
    const to = new URL(told.headers.get('location') ?? '', ORIGIN)
    expect(to.origin, next).toBe(ORIGIN)
    expect(told.headers.getSetCookie(), next).toEqual([])
  }
})

test('of next-auth what we use is open, to everybody; signing in and out does what it says', async ({ world }) => {
  for (const who of STANDING) {
    const person = await world.someone(who)
    const csrf = await ask({ method: 'GET', path: '/api/auth/csrf', as: person?.as ?? null })
    expect(csrf.status, who).toBe(200)
    const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string }
    const cookie = csrf.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const form = (fields: Record<string, string>) =>
      new TextEncoder().encode(new URLSearchParams({ csrfToken, json: 'true', ...fields }).toString())
    const post = (path: string, as: string, fields: Record<string, string>) =>
      ask({
        method: 'POST',
        path: `/api/auth/${path}`,
        as,
        body: form(fields),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    const email = (person ?? (world.people.viewer as Person)).email

    const wrong = await post('callback/credentials', cookie, { email, password: 'not their password' })
    expect(wrong.status, who).toBe(401)
    expect(sessionIn(wrong)).toBeUndefined()
    const callbackUrl = 'https://evil.example/sign-in'
    const right = await post('callback/credentials', cookie, { email, password: PASSWORD, callbackUrl })
    expect(right.status, who).toBe(200)
    expect(new URL((JSON.parse(right.text) as { url: string }).url).origin, 'it leads nowhere else').toBe(ORIGIN)
    const session = sessionIn(right) ?? ''
    expect(session, who).toMatch(/; Path=\/.*; HttpOnly; SameSite=Lax/)
    const as = session.split(';')[0] ?? ''
    expect(await me(as), who).toBe(200)
    const forged = await ask({
      method: 'POST',
      path: '/api/auth/signout',
      as,
      body: form({ csrfToken: 'forged' }),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(forged.status).toBeLessThan(400)
    expect(await me(as), 'signing out asks for the token').toBe(200)
    await post('signout', `${cookie}; ${as}`, {})
    expect(await me(as), 'signed out').toBe(401)
  }
  const shut = [
    '',
    'signin',
    'signout',
    'session',
    'providers',
    'error',
    'verify-request',
    '_log',
    'callback/credentials',
    'callback/code',
    'callback/github',
    'signin/oidc',
    'signin/credentials',
  ]
  for (const path of shut) {
    const told = await ask({ method: 'GET', path: `/api/auth/${path}`, as: null })
    expect([404, 308], path).toContain(told.status)
  }
  for (const path of [
    ...['csrf', 'session', '_log', 'signin/credentials', 'signin/github'],
    ...['callback/other', 'callback/oidc'],
  ]) {
    expect((await ask({ method: 'POST', path: `/api/auth/${path}`, as: null, body: {} })).status, path).toBe(404)
  }
})

test('who comes back from an issuer without having left for it is refused, and gets no session', async () => {
  const told = await ask({ method: 'GET', path: '/api/auth/callback/oidc?code=made-up&state=made-up', as: null })
  expect([told.status, told.headers.get('location')]).toEqual([302, `${ORIGIN}/sign-in?refused=failed&issuer=oidc`])
  expect(sessionIn(told)).toBeUndefined()
})

function sessionIn({ headers }: Told): string | undefined {
  return headers.getSetCookie().find((line) => /^assay\.session=[\w-]{20,};/.test(line))
}

async function me(as: string): Promise<number> {
  return (await ask({ method: 'GET', path: '/api/v1/me', as })).status
}
