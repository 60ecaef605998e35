import { z } from 'zod'
import { Id, Moment, Version } from '../endpoint'
import { EVENT_KINDS } from '../event'
import { Person } from '../people/person'
import { DELIVERY_STATES, TEST_KIND, type DeliveryState } from './words'

export const HookAddress = z
  .string()
  .trim()
  .min(1, 'Please give an address.')
  .max(2000)
  .describe('Where messages are sent to.')

/** Which events are sent; none named is all. */
export const HookKinds = z
  .array(z.enum(EVENT_KINDS))
  .max(EVENT_KINDS.length)
  .transform((kinds) => [...new Set(kinds)])
  .describe('Which kinds of events are sent; an empty list is all.')

/** An address that is told what happens in a workspace. Its secret is shown once, when it is made or renewed. */
export const Webhook = z.strictObject({
  id: Id,
  address: z.string(),
  kinds: z.array(z.string()),
  active: z.boolean(),
  version: Version,
  createdBy: Person,
  createdAt: Moment,
  failingSince: Moment.nullable().describe('Since when nothing has arrived; null while all is well.'),
  disabledAt: Moment.nullable().describe('When it was switched off after failing for days; null if it was not.'),
})
export type Webhook = z.infer<typeof Webhook>

const states = Object.keys(DELIVERY_STATES) as [DeliveryState, ...DeliveryState[]]

/** One message, and what became of it. */
export const Delivery = z.strictObject({
  id: Id,
  kind: z.enum([...EVENT_KINDS, TEST_KIND]),
  stream: z.strictObject({ kind: z.enum(['workspace', 'project', 'document', 'claim']), id: Id }).nullable(),
  seq: z.int().nullable().describe('The place of the event in its stream, from 1.'),
  subject: Id,
  actorId: Id,
  at: Moment,
  state: z.enum(states),
  attempts: z.int(),
  attemptedAt: Moment.nullable(),
  status: z.int().nullable().describe('The HTTP status of the last answer; null without one.'),
  answer: z.string().describe('How the last answer begins: 1 kB of it at most.'),
  error: z.string().describe('Why there was no answer; empty if there was.'),
})
export type Delivery = z.infer<typeof Delivery>
