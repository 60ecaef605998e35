import { z } from 'zod'
import { Id, line, Moment, Version } from '../endpoint'
import { ROLES } from '../permissions/role'
import { Person } from './person'

export const RoleName = z.enum(ROLES)
export const WorkspaceName = line(80)

export const Workspace = z.strictObject({
  id: Id,
  name: z.string(),
  version: Version,
  role: RoleName,
  members: z.int(),
  /** Of one that was deleted, when it is removed for good: until then its owners can read it and bring it back. */
  goesAt: Moment.nullable(),
})
export type Workspace = z.infer<typeof Workspace>

export const Member = z.strictObject({ person: Person, email: z.string(), role: RoleName, joinedAt: Moment })
export type Member = z.infer<typeof Member>

/** An invitation as those see it who manage members; its link is shown once, when it is made. */
export const Invitation = z.strictObject({
  id: Id,
  role: RoleName,
  note: z.string(),
  /** Where its link was mailed to; empty where it was handed over. */
  email: z.string(),
  createdBy: Person,
  createdAt: Moment,
  expiresAt: Moment,
  state: z.enum(['open', 'redeemed', 'revoked', 'expired']),
  redeemedBy: Person.nullable(),
})
export type Invitation = z.infer<typeof Invitation>

/** For how many days something is kept; null for always. Ten years are as good as always. */
const Days = z
  .int('Please give a number of days, or leave it empty.')
  .min(1, 'Please keep it for a day at least.')
  .max(3650, 'Please give 3650 days at most, or leave it empty.')
  .nullable()

/** How long a workspace keeps what is in the trash or deleted, and lines of its audit log. */
export const Retention = z.strictObject({ trashDays: Days, auditDays: Days })
export type Retention = z.infer<typeof Retention>
