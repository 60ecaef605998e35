import { z } from 'zod'
import { endpoints, type EndpointKey } from '@/domain/endpoints'
import type { Endpoint } from '@/domain/endpoint'
import { meant, type Verdict } from '@/domain/permissions/policy.cases'
import { STATUS } from '@/domain/refusal'
import { ask, type Asked, type Told } from './ask'
import { CALLS, pathOf, requestOf, type Requested } from './calls'
import type { Call } from './calls/call'
import { isTheirs, type Ids, type Variant } from './ids'
import { leaksOf } from './leaks'
import { NOUNS } from './nouns'
import { makeSubject, variantsOf } from './subjects'
import { PLACES, roleIn, STANDING, type Person, type Where, type Who, type World } from './world'

/** One call by one person, and what should become of it. */
export type Cell = { key: EndpointKey; call: Call; who: Who; where: Where; variant: Variant; status: number }

const VERDICT: Readonly<Record<Verdict, number>> = {
  allowed: 200,
  forbidden: STATUS.forbidden,
  'not-found': STATUS['not-found'],
}

/** Every call of an endpoint by everybody, on things in their own workspace and in a foreign one. */
export function cellsOf(key: EndpointKey): Cell[] {
  return (CALLS[key] as readonly Call[]).flatMap((call) =>
    variantsOf(call.on).flatMap((variant) =>
      STANDING.flatMap((who) =>
        PLACES.filter(() => (who !== 'anonymous' || !isTheirs(variant)) && (call.only?.(variant, who) ?? true)).map(
          (where) => {
            const status = expected(key, call, { who, where, variant })
            return { key, call, who, where, variant, status }
          },
        ),
      ),
    ),
  )
}

/** What the second table of the policy says, never the policy itself, in the words of HTTP. */
function expected(key: EndpointKey, call: Call, { who, where, variant }: Pick<Cell, 'who' | 'where' | 'variant'>) {
  const { permission } = endpoints[key] as Endpoint
  const moot = call.moot?.(variant, who, where) ? STATUS.conflict : 200
  if (permission === 'public') return moot
  if (who === 'anonymous') return STATUS['signed-out']
  if (permission === 'signed-in') return where === 'foreign' && isOnesOwn(call) ? STATUS['not-found'] : moot
  const verdict = meant(permission, { ...variant, role: roleIn(where, who) })
  if (verdict === 'forbidden' && call.hidden) return STATUS['not-found']
  return verdict === 'allowed' ? moot : VERDICT[verdict]
}

/** What everybody has of their own, and nobody else can touch. */
const isOnesOwn = ({ on }: Call): boolean => ['session', 'notification', 'linked account', 'token'].includes(on)

export type Prepared = { cell: Cell; person: Person | null; ids: Ids; request: Requested }

/** Makes the person, where the call uses them up, and what it is about. */
export async function prepare(world: World, cell: Cell): Promise<Prepared> {
  const { key, call, who, where, variant, status } = cell
  const spent = call.spends && (status === 200 || variant.own)
  const person = spent ? await world.someone(who) : world.people[who]
  const place = world.places[where]
  const subject = isOnesOwn(call) && where === 'foreign' ? world.foreigner : (person ?? world.people.owner)
  const make = () => makeSubject(call.on, place, variant, subject, call.state)
  const ids = await (isLook(cell) ? together(world, cell, make) : make())
  return { cell, person, ids, request: requestOf(key, call, ids, variant) }
}

/** Whether the call changes nothing, so that others can look at the same thing. */
function isLook({ key, call, status }: Cell): boolean {
  return !call.spends && NOUNS[call.on].varies.length > 0 && (status !== 200 || key.startsWith('GET '))
}

function together(world: World, { call, who, where, variant }: Cell, make: () => Promise<Ids>): Promise<Ids> {
  const name = JSON.stringify([call.on, call.state, where, variant, isTheirs(variant) ? who : null])
  const made = (world.shared.get(name) as Promise<Ids> | undefined) ?? make()
  world.shared.set(name, made)
  return made
}

/** How a caller says who they are, where that is not by their session. */
export type Credentials = Pick<Asked, 'as' | 'headers'>

/** Makes the call, and says what is wrong with the answer; null if nothing is. */
export async function check(
  world: World,
  { cell, person, request }: Prepared,
  by: Credentials = { as: person?.as ?? null },
): Promise<string | null> {
  const { method, body } = request
  const path = pathOf(request)
  const told = await ask({ method, path, body, ...by })
  const wrong = wrongIn(cell, told)
  const sent = `${path} ${JSON.stringify(body) ?? ''}`
  const leaks = invited(cell, told) ? [] : leaksOf(world, { who: cell.who, person }, told.text, sent)
  const complaints = [...wrong, ...leaks.map((word) => `it gives away ${word}`)]
  if (complaints.length === 0) return null
  const { who, where, variant } = cell
  return `${who} on ${where} ${JSON.stringify(variant)}: ${complaints.join('; ')}: ${told.text.slice(0, 300)}`
}

/** Whoever holds a good link is told where it leads. */
function invited({ call }: Cell, { status }: Told): boolean {
  return status === 200 && (call.on === 'link' || call.on === 'setup')
}

function wrongIn({ key, status }: Cell, { status: got, headers, text }: Told): string[] {
  if (got !== status) return [`${got} instead of ${status}`]
  const type = headers.get('content-type') ?? ''
  if (got !== 200) return type === 'application/problem+json' ? [] : [`a refusal as ${type}`]
  const { answer } = endpoints[key] as Endpoint
  if (!(answer instanceof z.ZodType)) {
    const fits = [answer].flat().some((mediaType) => type.startsWith(mediaType))
    return fits ? [] : [`${type} instead of ${String(answer)}`]
  }
  const parsed = answer.safeParse(JSON.parse(text))
  return parsed.success ? [] : [z.prettifyError(parsed.error)]
}
