import type { EndpointKey } from '@/domain/endpoints'
import { CALLS, pathOf, requestOf, type Requested } from './calls'
import type { Call } from './calls/call'
import type { Asked } from './ask'
import { makeSubject } from './subjects'
import type { Person, World } from './world'

/** How the subject stands to an owner in a call that succeeds, or is moot, if nothing stands in its way. */
const standing = (key: EndpointKey) => ({ own: false, trashed: key.endsWith('/restore'), bound: 'viewer' }) as const

/** A valid request of an endpoint by an owner, on something made for it. */
export async function validRequest(world: World, key: EndpointKey, call = firstOf(key)): Promise<Requested> {
  const variant = standing(key)
  const ids = await makeSubject(call.on, world.places.own, variant, world.people.owner as Person, call.state)
  return requestOf(key, call, ids, variant)
}

const firstOf = (key: EndpointKey): Call => (CALLS[key] as readonly [Call])[0]

/** The same as it is sent. */
export function askedOf(request: Requested, { as }: Person): Asked {
  return { method: request.method, path: pathOf(request), as, body: request.body }
}
