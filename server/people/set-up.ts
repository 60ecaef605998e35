import { v7 } from 'uuid'
import type { Input } from '@/domain/endpoints'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { SAMPLE } from '@/content/sample'
import { db } from '../db'
import { importDocument } from '../documents/import-document'
import { record } from '../events'
import { allow, giveBack } from '../limits'
import { log } from '../log'
import { peerAddress } from '../peer'
import { createProject } from '../projects/create-project'
import { hashOf } from '../secret'
import { welcome } from './join'
import { hashNewPassword } from './password'

const useless = () =>
  new Refusal(
    'not-found',
    'This set-up link was used, or a newer one was made. Start Assay again to get a new one; if an account exists, sign in.',
  )

/** Whether the link can still claim this installation. Refuses who tries too many that can't. */
export async function canSetUp(token: string): Promise<boolean> {
  await allow('linksPerAddress', peerAddress())
  const open = await db.setupToken.count({ where: { tokenHash: hashOf(token), usedAt: null } })
  if (open === 0 || (await db.user.count()) > 0) return false
  await giveBack('linksPerAddress', peerAddress())
  return true
}

type Made = { workspaceId: string; documentId: string | null }

/**
 * Claims a new installation: the owner, the first workspace and, if wanted, a project with the sample document. Nobody is
 * signed in yet, so a retry is known by the id of the account that the link made.
 */
export async function setUp(body: Input<'POST /setup'>['body']): Promise<Made> {
  const { token, id, name, email, password, workspace, sample } = body
  if (!(await canSetUp(token))) return findMade(token, id)
  const passwordHash = await hashNewPassword(password)
  const workspaceId = v7()
  const actor: Actor = { id, name, sessionId: id, roles: new Map([[workspaceId, 'owner']]) }
  await record(actor, async (tx) => {
    // All links are locked, in one order, so that two of them can't be used at the same moment.
    await tx.$queryRaw`SELECT id FROM "SetupToken" ORDER BY id FOR UPDATE`
    const { count } = await tx.setupToken.updateMany({
      where: { tokenHash: hashOf(token), usedAt: null },
      data: { usedAt: new Date() },
    })
    if (count === 0 || (await tx.user.count()) > 0) throw useless()
    await tx.user.create({ data: { id, name, email, passwordHash } })
    await tx.workspace.create({
      data: { id: workspaceId, name: workspace, memberships: { create: { userId: id, role: 'owner' } } },
    })
    await welcome(tx, { id, email, verified: false })
    return {
      answer: { workspaceId },
      happened: {
        in: { kind: 'workspace', id: workspaceId },
        kind: 'workspace.created',
        subject: workspaceId,
        workspaceId,
      },
    }
  })
  return { workspaceId, documentId: sample ? await makeSample(actor, workspaceId) : null }
}

async function findMade(token: string, userId: string): Promise<Made> {
  const used = await db.setupToken.count({ where: { tokenHash: hashOf(token), usedAt: { not: null } } })
  const owned = used > 0 ? await db.membership.findFirst({ where: { userId, role: 'owner' } }) : null
  if (!owned) throw useless()
  const { workspaceId } = owned
  const document = await db.document.findFirst({ where: { workspaceId, createdById: userId } })
  return { workspaceId, documentId: document?.id ?? null }
}

/** The sample is a help and no condition: the account stands even if this fails. */
async function makeSample(actor: Actor, workspaceId: string): Promise<string | null> {
  try {
    const project = await createProject(actor, workspaceId, {
      id: v7(),
      name: 'Sample',
      description: 'A short briefing to try Assay on.',
    })
    const { document } = await importDocument(actor, project.id, {
      id: v7(),
      fileName: 'sample.md',
      bytes: Buffer.from(SAMPLE),
    })
    return document.id
  } catch (error) {
    log.error({ err: error instanceof Error ? error.message : String(error) }, 'the sample could not be made')
    return null
  }
}
