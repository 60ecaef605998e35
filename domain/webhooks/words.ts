import { EVENT_KINDS, type EventKind } from '../event'

/** What happens in a person's own stream, which no webhook has: nothing of it is sent. */
const PERSONAL =
  /^(person|password|session|email|account|second-factor|recovery-codes|notifications|token)\.|^webhook\.(tested|resent)$/

/** What a webhook can be told of. */
export const HOOK_KINDS: readonly EventKind[] = EVENT_KINDS.filter((kind) => !PERSONAL.test(kind))

/** What a message says that somebody sent to see whether it arrives. */
export const TEST_KIND = 'webhook.test'

/** What a secret begins with (Standard Webhooks). */
export const HOOK_SECRET_PREFIX = 'whsec_'

export type NounsOfHooks = Readonly<Record<string, readonly EventKind[]>>

/** Kinds of events by what they are about, as people choose among them. */
export const HOOK_NOUNS: NounsOfHooks = Object.fromEntries(
  [...new Set(HOOK_KINDS.map((kind) => kind.split('.')[0] ?? ''))].map((noun) => [
    noun,
    HOOK_KINDS.filter((kind) => kind.startsWith(`${noun}.`)),
  ]),
)

export const DELIVERY_STATES = {
  waiting: 'waiting',
  delivered: 'delivered',
  failed: 'failed',
} as const
export type DeliveryState = keyof typeof DELIVERY_STATES
