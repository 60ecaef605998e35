import { kindOf, type Kind, type Place } from './places'

/*
 * What programs and attackers put where something else belongs. As text: some of it can't be written by JSON.stringify.
 */

/** JSON as it is sent, and what it is. */
export type Wrong = { name: string; text: string; kind: Kind }

const json = (value: unknown): Wrong => ({
  name: JSON.stringify(value).slice(0, 60),
  text: JSON.stringify(value),
  kind: kindOf(value),
})

/** Operators of databases and query languages, and names that every object has. */
const OBJECTS: readonly object[] = [
  ...[{}, { $ne: null }, { $gt: '' }, { $where: 'sleep(1)' }, { contains: 'a' }, { not: 'a' }, { in: ['a'] }],
  ...[{ equals: 'a' }, { gt: 0 }, { path: ['a'], equals: 1 }, { set: 'a' }, { increment: 1 }, { raw: 'now()' }],
  ...[{ constructor: { prototype: { admin: true } } }, { prototype: {} }, { toString: 'a' }, { toJSON: 'a' }],
  ...[{ length: 1, 0: 'a' }, { then: 'a' }, { type: 'Buffer', data: [1] }, { hasOwnProperty: 1 }],
]
const LISTS: readonly unknown[][] = [[], ['a'], [null], [['a']], [{}], [[]], Array.from({ length: 3000 }, () => 'a')]
const NUMBERS = [0, 1, -1, 1.5, 1e21, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, -(2 ** 63)]
const STRINGS = [
  '',
  'NaN',
  'Infinity',
  '0x10',
  '1',
  'true',
  'null',
  '[object Object]',
  '{"$ne":null}',
  '\u0000',
  '\ud800',
]

export const VALUES: readonly Wrong[] = [
  ...[...OBJECTS, ...LISTS, ...NUMBERS, ...STRINGS, true, false, null].map(json),
  { name: '1e400', text: '1e400', kind: 'number' },
  { name: '-0', text: '-0', kind: 'number' },
  { name: 'a number of 400 digits', text: '9'.repeat(400), kind: 'number' },
  { name: 'lists, 150 deep', text: `${'['.repeat(150)}${']'.repeat(150)}`, kind: 'array' },
  { name: 'objects, 150 deep', text: `${'{"a":'.repeat(150)}1${'}'.repeat(150)}`, kind: 'object' },
]

/** What is refused wherever it stands, whatever belongs there. */
export const NOWHERE: readonly Omit<Wrong, 'kind'>[] = [
  { name: 'lists, 100,000 deep', text: `${'['.repeat(100_000)}${']'.repeat(100_000)}` },
  { name: 'objects, 100,000 deep', text: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}` },
  { name: 'a prototype', text: '{"__proto__":{"admin":true}}' },
  { name: 'a name twice', text: '{"a":1,"a":2}' },
  ...[
    'NaN',
    'Infinity',
    'undefined',
    "'a'",
    '01',
    '+1',
    '.5',
    '0x10',
    '"a',
    '"\t"',
    '"\\x41"',
    '[1,]',
    '{"a":1,}',
    'new Date()',
  ].map((text) => ({ name: text, text })),
]

/** How many of each kind are put in one place: over all places every one is. */
const OF_EACH: Readonly<Record<string, number>> = { object: 3, array: 2, number: 3, string: 3, boolean: 1, null: 1 }

/** Some of each kind of values, others for each place: `turn` counts the places. */
export const someValues = (turn: number): Wrong[] =>
  Object.entries(OF_EACH).flatMap(([kind, count]) =>
    dealt(
      VALUES.filter((value) => value.kind === kind),
      count,
      turn,
    ),
  )

/** As many of a list as are asked for, others with each turn, until all were there and it begins again. */
export function dealt<T>(items: readonly T[], count: number, turn: number): T[] {
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, at) => items[(turn * count + at) % items.length] as T,
  )
}

/** Whether a value can't stand in a place, by what the schema says of its kind alone. */
export function isWrongIn({ kinds }: Place, { kind }: Wrong): boolean {
  if (kinds === null || kinds.has(kind)) return false
  return !(kind === 'number' && kinds.has('integer'))
}

/** A body with JSON of another's choice in one place; null where the body has no such place. */
export function bodyWith(body: unknown, path: readonly string[], text: string | null): string | null {
  const copy = structuredClone(body) as Record<string, unknown>
  let holder: unknown = copy
  for (const name of path.slice(0, -1)) holder = (holder as Record<string, unknown> | null | undefined)?.[name]
  if (typeof holder !== 'object' || holder === null) return null
  const last = path.at(-1) ?? ''
  if (text === null) Reflect.deleteProperty(holder, last)
  else (holder as Record<string, unknown>)[last] = HERE
  return JSON.stringify(copy).replace(JSON.stringify(HERE), () => text ?? '')
}

const HERE = 'what is wrong stands here'

/** What is no whole, single JSON in UTF-8, or does not call itself so. */
export function brokenBodies(
  body: unknown,
): { name: string; bytes: Uint8Array; type: string | null; status: number }[] {
  const text = JSON.stringify(body)
  const utf8 = new TextEncoder().encode(text)
  const named = (name: string, bytes: Uint8Array | string, type: string | null = 'application/json', status = 422) => ({
    ...{ name, type, status },
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  })
  const first = /^\{("[^"]*":)/.exec(text)?.[1] ?? '"a":'
  return [
    ...['null', '[]', '"a"', '1', 'true', `[${text}]`, JSON.stringify(text)].map((one) => named(one.slice(0, 9), one)),
    ...[text.slice(0, -1), `${text}}`, `${text}${text}`, `${text}//`, `/**/${text}`, text.replaceAll('"', "'")].map(
      (one, at) => named(`broken ${at}`, one),
    ),
    named('a field twice', text.replace(first, `${first}null,${first}`)),
    named('a prototype', text.replace('{', '{"__proto__":{"admin":true},')),
    ...['constructor', 'prototype', 'toString', '$where', 'workspaceId', 'authorId', 'createdAt', ''].map((name) =>
      named(`one field more: ${name}`, text.replace('{', `{${JSON.stringify(name)}:{},`)),
    ),
    named('a byte order mark', `\uFEFF${text}`),
    named('UTF-16', new Uint8Array(Buffer.from(text, 'utf16le'))),
    named('a byte that is no UTF-8', Buffer.concat([utf8.slice(0, 2), Uint8Array.of(0xff), utf8.slice(2)])),
    named('half of a sign', Buffer.concat([utf8.slice(0, 2), Uint8Array.of(0xe2, 0x82), utf8.slice(2)])),
    named('an overlong slash', Buffer.concat([utf8.slice(0, 2), Uint8Array.of(0xc0, 0xaf), utf8.slice(2)])),
    named('a surrogate in UTF-8', Buffer.concat([utf8.slice(0, 2), Uint8Array.of(0xed, 0xa0, 0x80), utf8.slice(2)])),
    ...TYPES.map((type) => named(`as ${String(type)}`, utf8, type, 415)),
  ]
}

const TYPES = [
  ...[null, '', 'text/plain', 'text/html', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a'],
  ...['application/octet-stream', 'application/xml', 'application/jsonp', 'application/json; charset=utf-16'],
  ...['text/plain; application/json', 'application/json, text/plain', '*/*'],
]

/** What stands in addresses where an id, a number or a word belongs; already written for an address. */
export const IN_PATHS = [
  ...['0', '-1', 'null', 'undefined', 'NaN', 'true', '%7B%22$ne%22:null%7D', '%5Bobject%20Object%5D', '__proto__'],
  ...[
    'constructor',
    '1%20OR%201=1',
    "'%20OR%20''='",
    '%00',
    '%0A',
    '%0D%0Aset-cookie:a=b',
    '%E2%80%AE',
    '%F0%9F%98%80',
  ],
  ...[
    'a'.repeat(4000),
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '..%5c..%5cwindows',
    '%252e%252e',
    '%25',
    '*',
    '%3Cscript%3E',
  ],
  ...[
    '00000000-0000-0000-0000-00000000000',
    '00000000-0000-0000-0000-0000000000000',
    '%7B00000000-0000-7000-8000-000000000000%7D',
  ],
  ...['urn:uuid:00000000-0000-7000-8000-000000000000', '00000000000070008000000000000000'],
]

/** Escapes that stand for nothing: no server can read them. */
export const BROKEN_ESCAPES = ['%', '%f', '%ff', '%c0%ae', '%zz', '%u0041', '%ed%a0%80']

/** What stands in queries where numbers, words of a list or ids belong; already written for an address. */
export const IN_QUERIES = [
  ...['NaN', 'Infinity', '1e400', '%5Bobject%20Object%5D', '%7B%22$ne%22:null%7D', '1,2', 'null', 'undefined', '%00'],
  ...['%F0%9F%98%80', "'%20OR%201=1--", '1;DROP', 'a'.repeat(4000), '-99999999999999999999', '%E2%80%AE', '1%00'],
]
