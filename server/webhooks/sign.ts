import { createHmac } from 'node:crypto'
import { HOOK_SECRET_PREFIX } from '@/domain/webhooks/words'

/** What is signed: the message's id, the moment of the attempt in seconds since 1970, and the body to the byte. */
type Signed = { id: string; seconds: number; body: string }

/**
 * The headers of a message as Standard Webhooks wants them (https://www.standardwebhooks.com): HMAC-SHA256 over
 * `id.seconds.body`, with the bytes that stand in base64 behind `whsec_`.
 */
export function signatureHeaders(secret: string, { id, seconds, body }: Signed): Record<string, string> {
  const key = Buffer.from(secret.slice(HOOK_SECRET_PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` }
}
