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
