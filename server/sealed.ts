import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { config } from './config'

/** AES-256-GCM (NIST SP 800-38D): 96 random bits for each text, and a tag of 128 bits. */
const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** What a text is sealed for: each has a key of its own, derived from the secret of the installation (RFC 5869). */
export type Purpose = 'second-factor' | 'intent' | 'webhook'

function keyFor(purpose: Purpose | `drafts ${string}`): Buffer {
  if (config.secret === '') throw new TypeError('NEXTAUTH_SECRET is missing: without it nothing can be sealed.')
  return Buffer.from(hkdfSync('sha256', config.secret, '', `assay ${purpose}`, 32))
}

/**
 * The key under which a person's browsers keep what they are writing, in hex: the same in each, and only ever told to
 * someone who is signed in as this person.
 */
export const draftsKeyOf = (personId: string): string => keyFor(`drafts ${personId}`).toString('hex')

/** Encrypts a text so that only this installation reads it. It opens with the same purpose and `about` only. */
export function seal(purpose: Purpose, about: string, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, keyFor(purpose), iv).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url')
}

/** The text again; null for what was changed, is about something else, or was sealed under another secret. */
export function unseal(purpose: Purpose, about: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  try {
    const decipher = createDecipheriv(CIPHER, keyFor(purpose), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
