import { z } from 'zod'
import { Id } from '@/domain/endpoint'
import { seal, unseal } from '../sealed'

/** What somebody wants of an issuer. It travels with their browser while they are there, sealed by us. */
const Intent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sign-in') }),
  z.strictObject({ kind: z.literal('join'), token: z.string().max(200) }),
  z.strictObject({ kind: z.literal('link'), userId: Id, sessionId: Id }),
])
export type Intent = z.infer<typeof Intent>

/** As long as the cookies of next-auth live that belong to it; in minutes. */
export const INTENT_MINUTES = 15

const Sealed = z.strictObject({ until: z.number(), intent: Intent })
const ABOUT = 'intent'

export function sealIntent(intent: Intent): string {
  return seal('intent', ABOUT, JSON.stringify({ until: Date.now() + INTENT_MINUTES * 60_000, intent }))
}

/** What was sealed; null for what is not ours or too old. */
export function openIntent(sealed: string): Intent | null {
  const text = unseal('intent', ABOUT, sealed)
  const read = text === null ? null : Sealed.safeParse(JSON.parse(text))
  return read?.success && read.data.until > Date.now() ? read.data.intent : null
}
