import { ask, type Told } from './ask'

/**
 * How a page can be asked for: as a browser does, and as its script does on the way from page to page. What is fetched
 * ahead holds the outline of a page and must hold nothing of anybody.
 */
export const FORMS = {
  page: {},
  'page with a stray _rsc': {},
  payload: { rsc: '1' },
  'payload, fetched ahead': { rsc: '1', 'next-router-prefetch': '1' },
  'outline, fetched ahead': { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
} as const satisfies Record<string, Record<string, string>>
export type Form = keyof typeof FORMS

export const AHEAD: readonly Form[] = ['payload, fetched ahead', 'outline, fetched ahead']

/** What became of it: shown, no such page, or led on to an address. */
export type Opened = { outcome: 'shown' | 'not found' | `to ${string}`; told: Told }

/** Asks for a page in one of the forms. A payload has an address of its own (`_rsc`), to which Next leads first. */
export async function open(path: string, as: string | null, form: Form): Promise<Opened> {
  const request = (address: string) => ask({ method: 'GET', path: address, as, headers: FORMS[form] })
  const stray = form === 'page with a stray _rsc' ? `${path.includes('?') ? '&' : '?'}_rsc=1a2b3` : ''
  const told = await request(path + stray)
  const to = told.headers.get('location') ?? ''
  if ('rsc' in FORMS[form] && told.status === 307 && /[?&]_rsc/.test(to)) return payload(await request(to))
  return { outcome: OUTCOME[told.status]?.(to) ?? 'shown', told }
}

const OUTCOME: Readonly<Record<number, (to: string) => Opened['outcome']>> = {
  404: () => 'not found',
  307: (to) => `to ${to}`,
}

/** In a payload the answer stands among the rest: its status is 200 whatever it says. */
function payload(told: Told): Opened {
  const type = told.headers.get('content-type') ?? ''
  if (told.status !== 200 || !type.startsWith('text/x-component')) throw new Error(`${told.status} ${type}`)
  if (told.text.includes('NEXT_HTTP_ERROR_FALLBACK;404')) return { outcome: 'not found', told }
  const [, to] = /NEXT_REDIRECT;\w+;([^;]+);/.exec(told.text) ?? []
  return { outcome: to === undefined ? 'shown' : `to ${to}`, told }
}
