import { z } from 'zod'
import { Id, Moment } from '../endpoint'
import { Person } from '../people/person'
import { AUDIT_GROUPS, type AuditGroup } from './actions'

const GROUPS = Object.keys(AUDIT_GROUPS) as [AuditGroup, ...AuditGroup[]]

/** One line of the log, as people read it: who, what they did, and what to. */
export const AuditLine = z.strictObject({
  id: Id,
  at: Moment,
  /** Null where nobody was signed in. */
  by: Person.nullable(),
  action: z.string(),
  did: z.string(),
  what: z.string(),
  /** The rest of the sentence. */
  rest: z.string(),
  /** The page of what it was done to, if its reader can open it. */
  href: z.string().nullable(),
  /** From where, of what concerns signing in and refusals; null of all else. */
  address: z.string().nullable(),
})
export type AuditLine = z.infer<typeof AuditLine>

/** A day, in UTC. */
const Day = z.iso.date()

/** What narrows the log down: whose deeds, of which kind, from one day to another, both included. */
export const AuditFilter = z.strictObject({
  person: Id.optional(),
  kind: z.enum(GROUPS).optional(),
  from: Day.optional(),
  to: Day.optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** A line as a sentence. */
export const sentenceOf = ({ by, did, what, rest }: Pick<AuditLine, 'by' | 'did' | 'what' | 'rest'>): string =>
  [by?.name ?? 'Someone', did, what, rest].filter(Boolean).join(' ')

/** As many lines a file holds at most: the newest. */
export const MOST_IN_FILE = 20_000
