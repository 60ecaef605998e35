import { v7 } from 'uuid'
import { z } from 'zod'
import { linkTo } from '@/domain/people/links'
import type { Invitation } from '@/domain/people/workspace'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import type { Role } from '@/domain/permissions/role'
import { Refusal } from '@/domain/refusal'
import { config } from '../config'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Sql, type Tx } from '../db'
import { record } from '../events'
import { hashOf, newSecret } from '../secret'
import { withRoleNow } from './role-now'

const DAY_MS = 24 * 60 * 60 * 1000
const place = cursor(z.strictObject({ at: z.iso.datetime(), id: z.uuid() }))

/** The invitations of a workspace, newest first. */
export async function listInvitations(
  actor: Actor,
  workspaceId: string,
  { cursor: at, limit }: { cursor?: string | undefined; limit: number },
) {
  authorise(actor, 'invitation:read', { workspaceId }, 'workspace')
  const before = place.read(at)
  const beyond = before ? sql`AND (i."createdAt", i.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : empty
  const rows = await select(
    db,
    sql`i."workspaceId" = ${workspaceId}::uuid ${beyond} ORDER BY i."createdAt" DESC, i.id DESC LIMIT ${limit + 1}`,
  )
  return paged(rows, limit, present, ({ createdAt, id }) => place.write({ at: createdAt.toISOString(), id }))
}

type Draft = { id: string; role: Role; note: string; email?: string | null }

/**
 * Invites by a link that works once. Only its hash is kept: the link is in this answer and nowhere else, so the answer is
 * not kept for a retry either. A retry, known by the id, finds the invitation that it made and gives it another link.
 * With an address the link is mailed there, and nobody else gets it.
 */
export async function createInvitation(actor: Actor, workspaceId: string, { id, role, note, email = null }: Draft) {
  if (email !== null && !config.mail) throw noMail()
  const token = newSecret()
  return record(withoutRetry(actor), async (tx) => {
    authorise(await withRoleNow(tx, actor, workspaceId), 'invitation:create', { workspaceId, role }, 'workspace')
    const expiresAt = new Date(Date.now() + config.invitationDays * DAY_MS)
    const mine = { id, workspaceId, role, note, email: email ?? '', createdById: actor.id }
    const link = { tokenHash: hashOf(token), expiresAt }
    const again = await tx.invitation.updateMany({ where: { ...mine, redeemedAt: null, revokedAt: null }, data: link })
    if (again.count === 0) await tx.invitation.create({ data: { ...mine, ...link } })
    if (email !== null) {
      const mail = { id: v7(), kind: 'invitation', about: id } as const
      await tx.mail.createMany({ data: [mail], skipDuplicates: true })
    }
    const [row] = await select(tx, sql`i.id = ${id}::uuid`)
    return {
      answer: {
        invitation: present(row as Row),
        link: email === null ? linkTo(config.publicOrigin, 'join', token) : null,
      },
      happened:
        again.count > 0
          ? []
          : { in: { kind: 'workspace', id: workspaceId }, kind: 'invitation.created', subject: id, workspaceId },
    }
  })
}

function noMail(): Refusal {
  const message = 'This installation sends no mail. Leave the address out, and hand the link over yourself.'
  return new Refusal('invalid', message, { fields: [{ field: 'email', message }] })
}

function withoutRetry({ id, name, sessionId, roles }: Actor): Actor {
  return { id, name, sessionId, roles }
}

/** Makes an open invitation useless. */
export async function revokeInvitation(
  actor: Actor,
  workspaceId: string,
  invitationId: string,
): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    authorise(actor, 'invitation:read', { workspaceId }, 'workspace')
    const invitation = await tx.invitation.findFirst({ where: { id: invitationId, workspaceId } })
    authorise(actor, 'invitation:revoke', invitation && { workspaceId, role: invitation.role }, 'invitation')
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, redeemedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) throw new Refusal('conflict', 'This invitation was used or revoked already.')
    return {
      answer: { done: true as const },
      happened: {
        in: { kind: 'workspace', id: workspaceId },
        kind: 'invitation.revoked',
        subject: invitationId,
        workspaceId,
      },
    }
  })
}

type Row = {
  id: string
  role: Role
  note: string
  email: string
  createdById: string
  createdByName: string
  createdAt: Date
  expiresAt: Date
  redeemedById: string | null
  redeemedByName: string | null
  state: Invitation['state']
}

function select(tx: Tx, where: Sql): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT i.id, i.role, i.note, i.email, i."createdAt", i."expiresAt", i."createdById", c.name AS "createdByName",
      i."redeemedById", r.name AS "redeemedByName",
      CASE WHEN i."redeemedAt" IS NOT NULL THEN 'redeemed' WHEN i."revokedAt" IS NOT NULL THEN 'revoked'
        WHEN i."expiresAt" <= now() THEN 'expired' ELSE 'open' END AS state
    FROM "Invitation" i JOIN "User" c ON c.id = i."createdById" LEFT JOIN "User" r ON r.id = i."redeemedById"
    WHERE ${where}`
}

function present(row: Row): Invitation {
  const { id, role, note, email, state, createdAt, expiresAt } = row
  return {
    ...{ id, role, note, email, state },
    createdBy: { id: row.createdById, name: row.createdByName },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    redeemedBy: row.redeemedById === null ? null : { id: row.redeemedById, name: row.redeemedByName ?? '' },
  }
}
