import { notFound, Refusal } from '@/domain/refusal'
import type { Tx } from '../db'

/** Refuses a label that can't be given to annotations of the project: of another project, or no longer offered. */
export async function requireLabel(tx: Tx, projectId: string, labelId: string): Promise<void> {
  const label = await tx.label.findFirst({ where: { id: labelId, projectId }, select: { name: true, retiredAt: true } })
  if (!label) throw notFound('label')
  if (label.retiredAt)
    throw new Refusal('conflict', `The label “${label.name}” is no longer offered. Please choose another.`)
}
