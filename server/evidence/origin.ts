import { notFound, Refusal } from '@/domain/refusal'
import type { Tx } from '../db'
import type { SourceFacts } from './find-source'

/** The source that is to copy another; without an id while it is being made. */
type Copy = { id?: string; projectId: string }

/**
 * The origin of a source that is said to copy another one: that one's, if it copies one itself, so that nobody has to
 * follow a chain. What others copy is an origin, and stays one, so none closes to a circle. Both rows have to be locked.
 */
export async function originOf(
  tx: Tx,
  { id, projectId }: Copy,
  namedId: string | null,
  named: SourceFacts | null | undefined,
): Promise<string | null> {
  if (namedId === null) return null
  if (named?.projectId !== projectId) throw notFound('source')
  if (id === undefined) return named.originId ?? namedId
  if (namedId === id) throw new Refusal('conflict', 'A source does not copy itself. Please name another one, or none.')
  const copy = await tx.source.findFirst({ where: { originId: id }, select: { name: true } })
  if (copy) {
    throw new Refusal(
      'conflict',
      `“${copy.name}” copies this source, so this is an origin. Let that one name another origin first.`,
    )
  }
  return named.originId ?? namedId
}
