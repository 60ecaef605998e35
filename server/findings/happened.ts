import type { EventKind } from '@/domain/event'
import type { Happened } from '../events'
import type { StreamRef } from '../stream'

type Place = {
  id: string
  workspaceId: string
  projectId: string
  claimId: string | null
  documentId: string | null
}

/** Who hears of a change to a finding: those who follow what it is about, and those who follow the project. */
export function toldOfFinding(finding: Place, kind: EventKind, subject: string = finding.id): Happened[] {
  const { workspaceId, projectId, claimId, documentId } = finding
  const streams: StreamRef[] = [{ kind: 'project', id: projectId }]
  if (claimId !== null) streams.push({ kind: 'claim', id: claimId })
  if (documentId !== null) streams.push({ kind: 'document', id: documentId })
  return streams.map((stream) => ({ in: stream, kind, subject, workspaceId }))
}
