import { z } from 'zod'
import { Id, line, Moment } from '../endpoint'
import { ISSUERS } from './issuers'

/** Whoever wrote or did something, as others see them. */
export const Person = z.strictObject({ id: Id, name: z.string() })
export type Person = z.infer<typeof Person>

export const PersonName = line(80)
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Please give an e-mail address such as ada@example.org.'))

/** Length is what makes a password strong (NIST SP 800-63B); the upper bound keeps hashing cheap to bound. */
export const Password = z
  .string()
  .min(12, 'Please use at least 12 characters; a few words in a row are easy to remember.')
  .max(200, 'Please keep the password under 200 characters.')

/** The signed-in person, as they see themselves. */
export const Me = Person.extend({ email: z.string() })
export type Me = z.infer<typeof Me>

/** One browser in which someone is signed in. */
export const Session = z.strictObject({
  id: Id,
  current: z.boolean(),
  address: z.string(),
  userAgent: z.string(),
  createdAt: Moment,
  lastSeenAt: Moment,
})
export type Session = z.infer<typeof Session>

/** How someone signs in, and what is known of their address. */
export const Security = z.strictObject({
  email: z.string(),
  /** Whether the address was shown to be theirs. */
  verified: z.boolean(),
  /** An address that takes the place of theirs once its link is opened. */
  pendingEmail: z.string().nullable(),
  /** Whether this installation sends mail. */
  mails: z.boolean(),
  hasPassword: z.boolean(),
  factor: z.strictObject({ since: Moment, codesLeft: z.int() }).nullable(),
  accounts: z.array(
    z.strictObject({
      id: Id,
      /** Unset of an issuer that is not set up any more. */
      issuer: z.enum(ISSUERS).nullable(),
      issuerName: z.string(),
      name: z.string(),
      createdAt: Moment,
    }),
  ),
  issuers: z.array(z.strictObject({ id: z.enum(ISSUERS), name: z.string() })),
})
export type Security = z.infer<typeof Security>
