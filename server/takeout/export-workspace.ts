import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { db, sql } from '../db'
import { record } from '../events'
import { tell } from '../notifications/tellings'
import { workspaceArchive } from './workspace-archive'

/** So long an archive that was asked for can be fetched; in ms. */
const FRESH_MS = 60 * 60_000

/** So many archives are made at a time: each reads all of a workspace. */
const AT_ONCE = 2

let underWay = 0

/** Asks for everything of a workspace: it is audited, and its owners are told. The archive is made when it is fetched. */
export async function exportWorkspace(
  actor: Actor,
  workspaceId: string,
  { id }: { id: string },
): Promise<{ id: string }> {
  authorise(actor, 'workspace:export', { workspaceId }, 'workspace')
  return record(actor, async (tx) => {
    await tx.workspaceExport.create({ data: { id, workspaceId, byId: actor.id } })
    const owners = sql`SELECT m."userId" FROM "Membership" m WHERE m."workspaceId" = ${workspaceId}::uuid AND m.role = 'owner'`
    return {
      answer: { id },
      happened: {
        ...({ in: { kind: 'workspace', id: workspaceId }, kind: 'workspace.exported', subject: workspaceId } as const),
        ...{ workspaceId, tells: tell('workspace-exported', 'workspace', sql`${workspaceId}::uuid`, owners) },
      },
    }
  })
}

/** The archive that the actor asked for, within the hour. */
export async function fetchExport(
  actor: Actor,
  workspaceId: string,
  exportId: string,
  now = new Date(),
): Promise<{ name: string; pieces: AsyncGenerator<Uint8Array> }> {
  const found = await db.workspaceExport.findUnique({ where: { id: exportId }, include: { workspace: true } })
  const subject = found?.workspaceId === workspaceId ? { workspaceId, authorId: found.byId } : null
  authorise(actor, 'export:fetch', subject, 'archive')
  requireRoom()
  if (!found || now.getTime() - found.createdAt.getTime() > FRESH_MS) throw notFound('archive')
  const { workspace, createdAt: at } = found
  const day = at.toISOString().slice(0, 10)
  return { name: `${workspace.name} ${day}.zip`, pieces: counted(workspaceArchive(actor, { ...workspace, at })) }
}

/** Refuses more archives at a time than there is room for. One counts from its first piece to its end, or until nobody wants more. */
async function* counted(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  underWay += 1
  try {
    yield* pieces
  } finally {
    underWay -= 1
  }
}

/** Refuses where no further archive can be made now. */
function requireRoom(): void {
  if (underWay >= AT_ONCE)
    throw new Refusal('unavailable', 'Other archives are being made right now. Please try again in a few minutes.')
}
