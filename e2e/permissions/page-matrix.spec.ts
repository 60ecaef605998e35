import { readdirSync } from 'node:fs'
import { meant } from '@/domain/permissions/policy.cases'
import { each } from './ask'
import { leaksOf } from './leaks'
import { AHEAD, FORMS, open, type Form, type Opened } from './open'
import { addressOf, cookiesOf, PAGES, type Page } from './pages'
import { isTheirs, type Ids, type Variant } from './ids'
import { makeSubject, variantsOf } from './subjects'
import { expect, PLACES, roleIn, STANDING, test, type Where, type Who, type World } from './world'

/*
 * Every page, as HTML and as the payload that its script asks for, opened by everybody on their own and on a foreign
 * workspace: shown, led to the sign-in page, or a page that does not exist; and never a word of what is not theirs.
 */

test.use({ purpose: 'page-matrix' })

type Cell = { route: string; page: Page; who: Who; where: Where; variant: Variant; form: Form }

test('the table names every page', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?!_)(.*\/)?page\.tsx?$/.test(file),
  )
  const routes = files.map((file) => `/${file.replace(/\/?page\.tsx?$/, '').replace(/^\(\w+\)\//, '')}`)
  expect(routes.length).toBeGreaterThan(12)
  expect(routes.toSorted()).toEqual(Object.keys(PAGES).toSorted())
})

for (const [route, page] of Object.entries(PAGES)) {
  test(route, async ({ world }) => {
    const cells = cellsOf(route, page)
    const wrong = await each(cells, (cell) => check(world, cell))
    expect(wrong.filter(Boolean)).toEqual([])
    const ids = {} as Ids
    const shown = cells.filter((cell) => !/sign-in|not found/.test(String(expected(cell, '/', ids))))
    expect(shown.length, 'somebody sees it').toBeGreaterThan(0)
  })
}

function cellsOf(route: string, page: Page): Cell[] {
  const places = PLACES.filter((where) => where === 'own' || page.on !== 'nothing')
  return variantsOf(page.on).flatMap((variant, at) =>
    STANDING.filter((who) => who !== 'anonymous' || !isTheirs(variant)).flatMap((who) =>
      places.flatMap((where) => formsFor(at, who).map((form) => ({ route, page, who, where, variant, form }))),
    ),
  )
}

/** Who asks in every form: those with the least and with the most to see. */
const EXTREMES: readonly Who[] = ['anonymous', 'outsider', 'owner']

/** The page and its payload for everybody and everything; the other forms for the plainest case. */
function formsFor(variant: number, who: Who): Form[] {
  return variant === 0 && EXTREMES.includes(who) ? (Object.keys(FORMS) as Form[]) : ['page', 'payload']
}

async function check(world: World, cell: Cell): Promise<string | null> {
  const { route, page, who, where, variant, form } = cell
  const person = world.people[who]
  const ids = await subjectOf(world, cell)
  const path = addressOf(route, page, ids)
  const opened = await open(path, cookiesOf(page, person?.as ?? null, ids), form)
  const should = expected(cell, path, ids)
  const asMeant = should instanceof RegExp ? should.test(opened.outcome) : opened.outcome === should
  const wrong = asMeant || AHEAD.includes(form) ? [] : [`${opened.outcome} instead of ${should}`]
  const leaks = page.after === 'join' ? [] : leaksOf(world, { who, person }, opened.told.text, path)
  const complaints = [...wrong, ...leaks.map((word) => `it gives away ${word}`), ...wrongWords(world, cell, opened)]
  return complaints.length === 0
    ? null
    : `${who} on ${where} ${JSON.stringify(variant)}, ${form}: ${complaints.join('; ')}`
}

/** What the second table of the policy says. Of a page, what one may not open does not exist either. */
function expected({ page, who, where, variant, route }: Cell, path: string, ids: Ids): string | RegExp {
  const { gate, leads } = page
  if (route === '/sign-in' && who !== 'anonymous') return 'to /'
  if (gate !== 'public' && who === 'anonymous') return `to /sign-in?next=${encodeURIComponent(path)}`
  const open = gate === 'public' || gate === 'signed-in' || allowed(gate, who, where, variant)
  if (!open) return 'not found'
  const to = leads?.(ids) ?? null
  return to instanceof RegExp ? new RegExp(`^to ${to.source}`) : to === null ? 'shown' : `to ${to}`
}

function allowed(permission: Parameters<typeof meant>[0], who: Who, where: Where, variant: Variant): boolean {
  return meant(permission, { ...variant, role: roleIn(where, who) }) === 'allowed'
}

/** The words that stand on a page for some: there for them, and for nobody else. */
function wrongWords(world: World, { page, who, where, variant, form }: Cell, { told, outcome }: Opened): string[] {
  if (AHEAD.includes(form)) return []
  return (page.shows ?? []).flatMap(({ to, words }) => {
    const said = words(world.places[where])
    const should = outcome === 'shown' && who !== 'anonymous' && allowed(to, who, where, variant)
    return told.text.includes(said) === should ? [] : [`“${said}” ${should ? 'is missing' : 'is there'}`]
  })
}

function subjectOf(world: World, { page, where, variant, who }: Cell): Promise<Ids> {
  const name = JSON.stringify([page.on, where, variant, isTheirs(variant) ? who : null])
  const make = () => makeSubject(page.on, world.places[where], variant, world.people[who])
  const made = (world.shared.get(name) as Promise<Ids> | undefined) ?? make()
  world.shared.set(name, made)
  return made
}
