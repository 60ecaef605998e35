import { z } from 'zod'
import { Id, line, Moment } from '../endpoint'

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
