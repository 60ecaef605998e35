import type { EventKind } from '@/domain/event'
import type { Happened } from '../events'
import type { StreamRef } from '../stream'
import type { PhaseFacts } from './find-seal'

/** Who hears of a phase that opens or is revealed: its project, and the readers of each of its documents. */
export function toldOf({ id, workspaceId, projectId, documentIds }: PhaseFacts, kind: EventKind): Happened[] {
  const streams: StreamRef[] = [{ kind: 'project', id: projectId }]
  for (const documentId of documentIds) streams.push({ kind: 'document', id: documentId })
  return streams.map((stream) => ({ in: stream, kind, subject: id, workspaceId }))
}
