import { v7 } from 'uuid'
import type { Actor } from '@/domain/permissions/policy'
import type { Refusal } from '@/domain/refusal'
import { db } from '../db'
import { isWithin } from '../limits'
import { log } from '../log'
import { peerAddress } from '../peer'

/**
 * Notes that someone was refused a write by the policy, on what they and every member of the workspace may know of: a
 * refusal about what is private or held would tell that it is there. Of who tries again and again a few rows a minute are enough,
 * and a log that can't be written is no reason to answer otherwise.
 */
export async function noteRefusal(actor: Actor, { kind, about }: Refusal): Promise<void> {
  if (kind !== 'forbidden' || !about) return
  const { workspaceId, permission } = about
  const row = { actorId: actor.id, workspaceId, action: 'access.refused', subject: workspaceId, detail: permission }
  try {
    if (!(await isWithin('asidesPerMinute', actor.id))) return
    await db.auditEntry.create({ data: { id: v7(), address: peerAddress(), ...row } })
  } catch (error) {
    log.warn({ err: error instanceof Error ? error.message : String(error) }, 'a refusal could not be audited')
  }
}
