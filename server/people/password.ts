import { hash, verify } from '@node-rs/argon2'
import { refuseCommon } from './common-passwords'

/** OWASP's recommendation for argon2id: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** argon2id in PHC format; algorithm 2 is the library's default, argon2id. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/** The hash of a password that someone chooses. Refuses one that is among the first to be guessed. */
export async function hashNewPassword(password: string): Promise<string> {
  refuseCommon(password)
  return hashPassword(password)
}

/**
 * Whether the password is the one that was hashed. Without a hash (an unknown address) the same work is done for nothing,
 * one hash of the same cost, so that neither the answer nor its time tells who has an account.
 */
export async function passwordMatches(hashed: string | null, password: string): Promise<boolean> {
  if (hashed !== null) return verify(hashed, password)
  await hashPassword(password)
  return false
}
