import { unzipSync } from 'fflate'
import { marked } from 'marked'
import { v7 } from 'uuid'
import { endpoints, type EndpointKey } from '@/domain/endpoints'
import { HOSTILE, hostileStrings } from '@/domain/hostile.cases'
import { textsOf } from '@/server/testing/digest'
import { chance, SEED, shuffled } from '../chance'
import { ask, each, type Told } from '../permissions/ask'
import { dealt } from '../permissions/wrong'
import { addressOf, PAGES } from '../permissions/pages'
import { placesOf } from '../permissions/places'
import { makeSubject } from '../permissions/subjects'
import { expect, test, type Person, type World } from '../permissions/world'
import { filesOf } from './files'
import { alike, contentOf, nameOf, sendIn, stringsIn, wrongWith, type Sent } from './send'
import { complaintsAt, watched } from './watch'

/*
 * Hostile strings in every place that takes a string, and what shows them afterwards. Strings are mixed by the seed and
 * dealt to the places in turn, so that every string is sent and every place gets some of every kind: not every string in
 * every place, which would be hundreds of thousands. Texts, files and talk take all of them at once.
 */

test.use({ purpose: 'hostile' })
test.describe.configure({ mode: 'default' })

/** What an address has room for. */
const LONGEST_QUERY = 1000

const places = (Object.keys(endpoints) as EndpointKey[]).flatMap((key) =>
  placesOf(key).flatMap((place) => (place.free || place.content ? [{ key, place }] : [])),
)
const strings = shuffled(hostileStrings, chance(SEED))
const queries = strings.filter((text) => text.length < LONGEST_QUERY)

/** How many strings a place gets: all places in bodies together get every string, and some a second time. */
const IN_EACH = {
  body: Math.ceil(strings.length / places.filter(({ place }) => place.part === 'body').length) + 1,
  query: 6,
}

/** The strings that the place at this number of its kind gets. */
const dealtTo = (part: 'body' | 'query', at: number) => dealt(part === 'body' ? strings : queries, IN_EACH[part], at)

/** A limit against hanging, not a measure: thousands of requests, and dozens of pages. */
const PATIENCE_MS = 900_000

/** What was sent, for the tests after the first. */
const sent: Sent[] = []
/** Addresses of pages that show what was written. */
const shown = new Set<string>()

test(`there are enough strings, and every one has its place (seed ${SEED})`, () => {
  expect(hostileStrings.length).toBeGreaterThan(2000)
  expect(Object.keys(HOSTILE).length).toBeGreaterThan(20)
  expect(places.length).toBeGreaterThan(150)
  expect(IN_EACH.body).toBeGreaterThan(10)
})

test('every string is taken or refused in words, wherever it is sent', async ({ world }) => {
  test.setTimeout(PATIENCE_MS)
  for (const part of ['body', 'query'] as const) {
    const those = places.filter(({ place }) => place.part === part)
    const all = await each(those, ({ key, place }, at) => sendIn(world, key, place, dealtTo(part, at)), 6)
    sent.push(...all.flat())
  }
  expect(sent.map(wrongWith).filter(Boolean)).toEqual([])
  expect(new Set(sent.map(({ text }) => text)).size).toBe(strings.length)
  expect(sent.filter(({ told }) => told.status === 200).length, 'many are taken').toBeGreaterThan(sent.length / 3)
})

/** What is never told again: only a hash of it is kept. */
const SECRET = /password|token|current|secret|code$/

/** What is taken and read nowhere again as it was, and why. */
const NOT_KEPT: Readonly<Record<string, string>> = {
  'POST /setup body.name': 'The call of the table is a retry: it gets the answer that was given, and makes nothing.',
  'POST /invitations/join body.name': 'The new account is beyond what the test looks at.',
  'POST /projects/{projectId}/documents body.content': 'It is read as Markdown or HTML.',
  'POST /findings/{findingId}/publish body.overruling': 'Kept only where a majority is overruled.',
  'POST /findings/{findingId}/correct body.overruling': 'Likewise.',
  'POST /findings/{findingId}/publish body.reason': 'Kept only where a version was published before.',
}

test('what was taken is what is read', async ({ world }) => {
  const kept = sent.filter(
    ({ key, told, place }) =>
      told.status === 200 &&
      place.part === 'body' &&
      !SECRET.test(nameOf(place)) &&
      !(`${key} ${nameOf(place)}` in NOT_KEPT),
  )
  const untold = kept.filter(({ text, told }) => {
    const said = stringsIn(told)
    return alike(text).every((form) => form !== '' && !said.has(form))
  })
  const stored = await textsOf(world.scope())
  const lost = untold.filter(({ text }) => alike(text).every((form) => form !== '' && !stored.has(form)))
  expect(lost.map(({ key, place, text }) => `${key} ${nameOf(place)} ${JSON.stringify(text.slice(0, 80))}`)).toEqual([])
})

test('files of every format, pasted texts and talk take all strings at once', async ({ world }) => {
  const { projectId, claimId } = world.places.own
  const owner = world.people.owner as Person
  const short = strings.filter(({ length }) => length < 6000)
  const took = (what: string, told: Told) => {
    // A text with control characters in it is data, not a text: that is said, and is the end of it.
    if (told.status === 415) return null
    expect(told.status, `${what}: ${told.text.slice(0, 300)}`).toBe(200)
    return JSON.parse(told.text) as { document?: { id: string }; id?: string }
  }
  const at = `/api/v1/projects/${projectId}`
  for (const [format, bytes] of Object.entries(await filesOf(short))) {
    const name = `${strings[3]?.slice(0, 40).replace(/[\ud800-\udfff]/g, '')}.${format}`
    const path = `${at}/uploads?${new URLSearchParams({ id: v7(), name })}`
    shownDocument(took(format, await ask({ method: 'POST', path, as: owner.as, body: bytes })))
  }
  for (const format of ['txt', 'md', 'html']) {
    const body = { id: v7(), title: null, format, content: short.join('\n\n') }
    shownDocument(took(`pasted ${format}`, await ask({ method: 'POST', path: `${at}/documents`, as: owner.as, body })))
  }
  // What content can't hold is refused, in a sentence, by the place of its own above.
  const sayable = short.filter((text) => !/[\u0000\r]|\p{Cs}/u.test(text) && text !== '')
  for (let from = 0; from < sayable.length; from += 150) {
    const json = contentOf(sayable.slice(from, from + 150))
    const body = { id: v7(), parentId: null, json }
    took('a comment', await ask({ method: 'POST', path: `/api/v1/threads/${claimId}/comments`, as: owner.as, body }))
  }
})

function shownDocument(made: { document?: { id: string }; id?: string } | null): void {
  if (made) shown.add(`/d/${made.document?.id ?? made.id}`)
}

/** How many of each page are opened, of those with something of their own. */
const OF_EACH_PAGE = 3

/** Each page on what all share, and on some of the things that strings were written on. */
async function addresses(world: World): Promise<string[]> {
  const owner = world.people.owner as Person
  const found = new Set(shown)
  for (const [route, page] of Object.entries(PAGES)) {
    if (page.leads || page.gate === 'public') continue
    found.add(addressOf(route, page, await makeSubject('nothing', world.places.own, { own: false }, owner)))
    const written = sent.filter(
      ({ on, told }) => told.status === 200 && on === page.on && /claimId|findingId/.test(route),
    )
    const own = [...new Set(written.map(({ ids }) => addressOf(route, page, ids)))]
    own.slice(-OF_EACH_PAGE).forEach((address) => found.add(address))
  }
  found.add(`/p/${world.places.own.projectId}/claims?q=${encodeURIComponent('"><img src=x onerror=canary(1)>')}`)
  for (const text of dealt(
    strings.filter(({ length }) => length < 300),
    6,
    1,
  ))
    found.add(`/search?${new URLSearchParams({ q: text.replace(/[\ud800-\udfff]/g, '') })}`)
  return [...found]
}

for (const bypassCSP of [true, false]) {
  test(`nothing that was written runs or breaks a page, ${bypassCSP ? 'without' : 'with'} the policy`, async ({
    browser,
    world,
  }) => {
    test.setTimeout(PATIENCE_MS)
    const visitor = await watched(browser, world.people.owner as Person, bypassCSP)
    const complaints: string[] = []
    for (const path of await addresses(world)) complaints.push(...(await complaintsAt(visitor, path)))
    await visitor.context.close()
    expect(complaints).toEqual([])
  })
}

test('what leaves the house carries nothing that would run, or that a spreadsheet would reckon', async ({
  browser,
  world,
}) => {
  const owner = world.people.owner as Person
  const { projectId, findingId } = world.places.own
  const get = (path: string) => ask({ method: 'GET', path: `/api/v1${path}`, as: owner.as })
  const markdown = await get(`/projects/${projectId}/report.md`)
  expect(markdown.status).toBe(200)
  const visitor = await watched(browser, owner, true)
  await visitor.page.setContent(await marked(markdown.text))
  expect(visitor.seen, 'the report as a page').toEqual([])
  const docx = await fetch(`${process.env.BASE_URL}/api/v1/projects/${projectId}/report.docx`, {
    headers: { cookie: owner.as },
  })
  const parts = unzipSync(new Uint8Array(await docx.arrayBuffer()))
  for (const [name, bytes] of Object.entries(parts).filter(([each]) => /\.(xml|rels)$/.test(each))) {
    const xml = new TextDecoder().decode(bytes)
    const broken = await visitor.page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'application/xml')
      const targets = [...parsed.querySelectorAll('[Target]')].map((each) => each.getAttribute('Target') ?? '')
      return [
        parsed.querySelector('parsererror')?.textContent,
        ...targets.filter((to) => /^\s*(javascript|data|file|vbscript):/i.test(to)),
      ].filter(Boolean)
    }, xml)
    expect(broken, name).toEqual([])
  }
  await visitor.context.close()
  for (const what of ['verdicts', 'evidence', 'agreement']) {
    const csv = await get(`/projects/${projectId}/exports/${what}`)
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(
      cellsOf(csv.text).filter((cell) => /^[\s\u200b]*[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-?\d/.test(cell)),
    ).toEqual([])
    const json = await get(`/projects/${projectId}/exports/${what}?as=json`)
    expect(() => JSON.parse(json.text) as unknown).not.toThrow()
  }
  const review = await get(`/findings/${findingId}/claim-review`)
  expect(review.status).toBe(200)
  expect(review.text, 'it may stand in a script').not.toMatch(/<\/script|<!--/i)
})

/** The cells of a CSV (RFC 4180), as a spreadsheet reads them. */
function cellsOf(text: string): string[] {
  return [...text.replace(/^\uFEFF/, '').matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  )
}
