import { Refusal } from '@/domain/refusal'
import type { Tx } from '../db'

type Place = { id: string; workspaceId: string }

/** A document of the project with the very same file, else with the same text; null if there is none. */
export async function findSame(
  tx: Tx,
  { id: projectId, workspaceId }: Place,
  hashes: { text: string; file: string },
): Promise<{ what: 'file' | 'text'; title: string } | null> {
  const document = { projectId, trashedAt: null }
  const file = await tx.original.findFirst({
    where: { sha256: hashes.file, workspaceId, version: { document } },
    select: { version: { select: { document: { select: { title: true } } } } },
  })
  if (file) return { what: 'file', title: file.version.document.title }
  const text = await tx.documentVersion.findFirst({
    where: { sha256: hashes.text, workspaceId, document },
    select: { document: { select: { title: true } } },
  })
  return text && { what: 'text', title: text.document.title }
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** Refuses, with the newest of them, where a document of the project stands at one of these addresses or was read there. */
export async function refuseKnown(
  tx: Tx,
  { id: projectId, workspaceId }: Place,
  addresses: readonly string[],
): Promise<void> {
  const address = { in: [...new Set(addresses)] }
  const read = await tx.original.findMany({
    where: { workspaceId, OR: [{ askedFor: address }, { address }], version: { document: { projectId } } },
    select: { version: { select: { documentId: true } } },
  })
  const ids = read.map(({ version }) => version.documentId)
  const same = await tx.document.findFirst({
    where: { projectId, trashedAt: null, OR: [{ address }, { id: { in: ids } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, title: true, retrievedAt: true },
  })
  if (!same) return
  const since = same.retrievedAt === null ? '' : ` from ${day.format(same.retrievedAt)}`
  const { id, title } = same
  throw new Refusal('conflict', `You have it${since} already, as “${title}”. Open that, or import it again.`, {
    same: { id, title },
  })
}
