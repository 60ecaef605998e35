import { createHash, randomBytes } from 'node:crypto'

/** A secret that lets its holder in: 256 bits from the system, for cookies and links. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret. It has too much entropy to be guessed, so one fast hash is enough. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
