import type { EndpointKey, Request } from '@/domain/endpoints'
import type { Ids, State, Variant } from '../ids'
import type { NounName } from '../nouns'
import type { Where, Who } from '../world'

/**
 * A valid call of an endpoint. What stands in its path comes from the ids by name; query and body are made here, for a
 * subject made for this call.
 */
export type Call<K extends EndpointKey = EndpointKey> = {
  /** What the permission is asked about. */
  on: NounName
  state?: State
  query?: (ids: Ids, variant: Variant) => Request<K>['query']
  body?: (ids: Ids, variant: Variant) => Request<K>['body'] | Uint8Array
  /** What is deleted does not exist for those who may not bring it back: they are not told that they may not. */
  hidden?: true
  /** Allowed, and refused all the same, as nothing is left to do: a conflict. */
  moot?: (variant: Variant, who: Who, where: Where) => boolean
  /** Whom the call uses up: someone new makes it. */
  spends?: true
  only?: (variant: Variant, who: Who) => boolean
}

/** At least one call of each of these endpoints that succeeds for somebody. */
export type CallsOf<K extends EndpointKey> = { [Key in K]: readonly Call<Key>[] }
