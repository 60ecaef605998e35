import { z } from 'zod'
import type { Actor } from '@/domain/permissions/policy'
import type { Token, TokenScope } from '@/domain/tokens/token'
import { cursor, paged } from '../cursor'
import { db } from '../db'

const place = cursor(z.strictObject({ at: z.iso.datetime(), id: z.uuid() }))

/** What is read of a token's workspace. */
export const WITH_WORKSPACE = { workspace: { select: { id: true, name: true } } } as const

/** The actor's tokens that are not revoked, newest first; those that have run out too, until they are taken away. */
export async function listTokens(actor: Actor, { cursor: at, limit }: { cursor?: string | undefined; limit: number }) {
  const before = place.read(at)
  const rows = await db.apiToken.findMany({
    where: {
      ...{ userId: actor.id, revokedAt: null, workspaceId: { in: [...actor.roles.keys()] } },
      ...(before && {
        OR: [{ createdAt: { lt: new Date(before.at) } }, { createdAt: new Date(before.at), id: { lt: before.id } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: WITH_WORKSPACE,
  })
  return paged(rows, limit, presentToken, ({ createdAt, id }) => place.write({ at: createdAt.toISOString(), id }))
}

type Row = {
  id: string
  name: string
  scope: TokenScope
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  workspace: { id: string; name: string }
}

export function presentToken({ id, name, scope, workspace, createdAt, expiresAt, lastUsedAt }: Row): Token {
  return {
    ...{ id, name, scope, workspace, expired: expiresAt <= new Date() },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}
