import type { z } from 'zod'
import { activityEndpoints } from './activity/endpoints'
import { annotationEndpoints } from './annotations/endpoints'
import { auditEndpoints } from './audit/endpoints'
import { claimEndpoints } from './claims/endpoints'
import { documentEndpoints } from './documents/endpoints'
import type { Endpoint } from './endpoint'
import { evidenceEndpoints } from './evidence/endpoints'
import { findingEndpoints } from './findings/endpoints'
import { notificationEndpoints } from './notifications/endpoints'
import { peopleEndpoints } from './people/endpoints'
import { projectEndpoints } from './projects/endpoints'
import { reviewEndpoints } from './reviews/endpoints'
import { searchEndpoints } from './search/endpoints'
import { sealEndpoints } from './seals/endpoints'
import { takeoutEndpoints } from './takeout/endpoints'
import { threadEndpoints } from './threads/endpoints'
import { tokenEndpoints } from './tokens/endpoints'
import { waitingEndpoints } from './waiting/endpoints'
import { webhookEndpoints } from './webhooks/endpoints'

/** The whole API below /api/v1: 'METHOD /path/{param}' and what each takes, gives and asks for. */
export const endpoints = {
  ...peopleEndpoints,
  ...projectEndpoints,
  ...documentEndpoints,
  ...annotationEndpoints,
  ...threadEndpoints,
  ...sealEndpoints,
  ...claimEndpoints,
  ...evidenceEndpoints,
  ...reviewEndpoints,
  ...findingEndpoints,
  ...notificationEndpoints,
  ...waitingEndpoints,
  ...searchEndpoints,
  ...activityEndpoints,
  ...auditEndpoints,
  ...takeoutEndpoints,
  ...tokenEndpoints,
  ...webhookEndpoints,
} satisfies Record<string, Endpoint>

export type Endpoints = typeof endpoints
export type EndpointKey = keyof Endpoints

type Out<T> = T extends z.ZodType ? z.output<T> : T
type In<T> = T extends z.ZodType ? z.input<T> : T

/** What a service gets: parsed. A body of bytes arrives as them. */
export type Input<K extends EndpointKey> = {
  params: Out<Endpoints[K]['params']>
  query: Out<Endpoints[K]['query']>
  body: Endpoints[K]['body'] extends 'bytes' ? Uint8Array : Out<Endpoints[K]['body']>
}

/** What a caller sends: before parsing, so that defaults can be left out. */
export type Request<K extends EndpointKey> = {
  params: In<Endpoints[K]['params']>
  query: In<Endpoints[K]['query']>
  body: Endpoints[K]['body'] extends 'bytes' ? Blob : In<Endpoints[K]['body']>
}

/** The JSON that comes back; endpoints with another media type answer with a Response. */
export type Answer<K extends EndpointKey> = Endpoints[K]['answer'] extends z.ZodType
  ? z.output<Endpoints[K]['answer']>
  : Response
