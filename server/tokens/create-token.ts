import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Token, TokenScope } from '@/domain/tokens/token'
import { TOKEN_PREFIX } from '@/domain/tokens/words'
import { record } from '../events'
import { withRoleNow } from '../people/role-now'
import { hashOf, newSecret } from '../secret'
import { presentToken, WITH_WORKSPACE } from './list-tokens'

const DAY_MS = 24 * 60 * 60 * 1000

/** As many of one person's are good at a time: more are a mistake of some program. */
const MOST = 50

type Draft = { id: string; name: string; scope: TokenScope; days: number }

/**
 * Makes a token for a workspace. Only its hash is kept: the token is in this answer and nowhere else, so the answer is not
 * kept for a retry either. A retry, known by the id, gives another token in place of the first, if nobody has used that.
 */
export async function createToken(actor: Actor, workspaceId: string, { id, name, scope, days }: Draft) {
  const secret = TOKEN_PREFIX + newSecret()
  const { write: _, ...unkept } = actor
  return record<{ token: Token; secret: string }>(unkept, async (tx) => {
    authorise(await withRoleNow(tx, actor, workspaceId), 'workspace:read', { workspaceId }, 'workspace')
    const mine = { id, workspaceId, name, scope, userId: actor.id }
    const fresh = { tokenHash: hashOf(secret), expiresAt: new Date(Date.now() + days * DAY_MS) }
    const again = await tx.apiToken.updateMany({ where: { ...mine, lastUsedAt: null, revokedAt: null }, data: fresh })
    if (again.count === 0) {
      const good = { userId: actor.id, revokedAt: null, expiresAt: { gt: new Date() } }
      if ((await tx.apiToken.count({ where: good })) >= MOST)
        throw new Refusal('conflict', `You have ${MOST} tokens already. Please revoke some that nothing uses any more.`)
      await tx.apiToken.create({ data: { ...mine, ...fresh } })
    }
    const row = await tx.apiToken.findUniqueOrThrow({ where: { id }, include: WITH_WORKSPACE })
    return {
      answer: { token: presentToken(row), secret },
      happened:
        again.count > 0
          ? []
          : { in: { kind: 'person', id: actor.id }, kind: 'token.created', subject: id, workspaceId },
    }
  })
}
