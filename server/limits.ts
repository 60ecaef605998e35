import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'
import { Refusal } from '@/domain/refusal'
import { config } from './config'
import { db } from './db'

const MINUTE_S = 60
const QUARTER_HOUR_S = 15 * MINUTE_S

/** So many mails with links anyone can have sent to one address, or for one account. */
const MAILS = 5
/** So often a minute it is audited that the same person was refused something. */
const ASIDES_PER_MINUTE = 5

/**
 * What is limited, per whom, and where the count is kept: guesses at passwords and links in the database, so that a
 * restart forgives nobody; the rest in memory, since it only keeps one caller from crowding out the others.
 */
const LIMITS = {
  signInPerAccount: { points: () => config.limits.signInPerAccount, seconds: QUARTER_HOUR_S, kept: true },
  signInPerAddress: { points: () => config.limits.signInPerAddress, seconds: QUARTER_HOUR_S, kept: true },
  linksPerAddress: { points: () => config.limits.signInPerAddress, seconds: QUARTER_HOUR_S, kept: true },
  mailsPerCaller: { points: () => config.limits.signInPerAddress, seconds: QUARTER_HOUR_S, kept: true },
  mailsPerAddress: { points: () => MAILS, seconds: QUARTER_HOUR_S, kept: true },
  codesPerAccount: { points: () => config.limits.signInPerAccount, seconds: QUARTER_HOUR_S, kept: true },
  asidesPerMinute: { points: () => ASIDES_PER_MINUTE, seconds: MINUTE_S, kept: false },
  writesPerMinute: { points: () => config.limits.writesPerMinute, seconds: MINUTE_S, kept: false },
  readsPerMinute: { points: () => config.limits.readsPerMinute, seconds: MINUTE_S, kept: false },
} as const

export type Limit = keyof typeof LIMITS

/** Kept on `globalThis`, since Next loads this module several times in one process, and each would count for itself. */
const shared = globalThis as { assayLimiters?: Map<Limit, RateLimiterAbstract> }

function limiter(limit: Limit): RateLimiterAbstract {
  const limiters = (shared.assayLimiters ??= new Map())
  const made = limiters.get(limit)
  if (made) return made
  const { points, seconds, kept } = LIMITS[limit]
  const options = { keyPrefix: limit, points: points(), duration: seconds }
  const fresh = kept ? new RateLimiterPrisma({ ...options, storeClient: db }) : new RateLimiterMemory(options)
  limiters.set(limit, fresh)
  return fresh
}

/**
 * Counts one use by `who`, and refuses with `too-many` when their allowance is used up. `onFirst` is done with the first use
 * too many, once until the allowance is fresh: what is to be known of it, without a line for each try.
 */
export async function allow(limit: Limit, who: string, onFirst?: () => Promise<void>): Promise<void> {
  try {
    await limiter(limit).consume(who)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    if (error.consumedPoints === LIMITS[limit].points() + 1) await onFirst?.()
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    throw new Refusal('too-many', `Too many attempts. Please wait ${wait(seconds)} and try again.`, {
      retryAfter: seconds,
    })
  }
}

/** Counts one use by `who`, and tells whether their allowance still held. */
export async function isWithin(limit: Limit, who: string): Promise<boolean> {
  return allow(limit, who).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )
}

/** Takes one use back that `allow` counted: where only failures are to count. */
export async function giveBack(limit: Limit, who: string): Promise<void> {
  await limiter(limit).reward(who)
}

/** Gives `who` their whole allowance back. */
export async function forgive(limit: Limit, who: string): Promise<void> {
  await limiter(limit).delete(who)
}

function wait(seconds: number): string {
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
}
