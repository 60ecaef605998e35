import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Tx } from '../db'
import { audit } from '../audit'
import { hashOf } from '../secret'
import { seal, unseal } from '../sealed'

/** RFC 6238 as every authenticator app knows it. */
const SHAPE = { issuer: 'Assay', algorithm: 'SHA1', digits: 6, period: 30 } as const

/** One step before and after is taken too: clocks differ, and typing takes its time. */
const WINDOW = 1

/** 160 bits, as RFC 4226 advises. */
export const newFactorSecret = (): string => new Secret({ size: 20 }).base32

/** What an app reads out of the picture. */
export const uriOf = (secret: string, label: string): string =>
  new TOTP({ ...SHAPE, label, secret: Secret.fromBase32(secret) }).toString()

export const sealFactor = (userId: string, secret: string): string => seal('second-factor', userId, secret)

/** The step, counted in periods since 1970, of which this is the code; null where it is of none near now. */
export function stepOf(secret: string, code: string, now = Date.now()): number | null {
  const delta = new TOTP({ ...SHAPE, secret: Secret.fromBase32(secret) }).validate({ token: code, timestamp: now, window: WINDOW }) // prettier-ignore
  return delta === null ? null : Math.floor(now / 1000 / SHAPE.period) + delta
}

/** Ten codes of sixteen letters, 80 bits: too many to guess, so that a fast hash is enough. */
const CODES = 10
const CODE_LETTERS = 16

/** Digits and lower-case letters that are not mistaken for each other (Crockford's base 32). */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

const newCode = (): string =>
  Array.from(randomBytes(CODE_LETTERS), (byte) => LETTERS[byte % 32] ?? '')
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** A code as it was typed, as it is hashed. */
const plain = (code: string): string =>
  code.toLowerCase().replace(/[^a-z0-9]/g, '').replace(/[il]/g, '1').replace(/o/g, '0') // prettier-ignore

/** Gives someone ten new recovery codes in the place of those they had; only hashes are kept. */
export async function renewCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashOf(plain(code)) })) })
  return codes
}

const SIX_DIGITS = /^\d{6}$/

/**
 * Whether this is a code of their app that was not used before, or one of their recovery codes, which it then uses up: in one
 * statement each, so that of many who give the same code at once one gets in.
 */
export async function takeCode(tx: Tx, userId: string, typed: string): Promise<boolean> {
  const factor = await tx.secondFactor.findUnique({ where: { userId } })
  if (!factor) return false
  const code = typed.replace(/\s/g, '')
  if (!SIX_DIGITS.test(code)) return takeRecoveryCode(tx, userId, code)
  const secret = unseal('second-factor', userId, factor.sealed)
  const step = secret === null ? null : stepOf(secret, code)
  if (step === null) return false
  const later = { userId, sealed: factor.sealed, lastStep: { lt: step } }
  return (await tx.secondFactor.updateMany({ where: later, data: { lastStep: step } })).count > 0
}

async function takeRecoveryCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  const { count } = await tx.recoveryCode.deleteMany({ where: { userId, codeHash: hashOf(plain(code)) } })
  if (count > 0) await audit(tx, { deed: 'recovery-code.used', actorId: userId, subject: userId })
  return count > 0
}
