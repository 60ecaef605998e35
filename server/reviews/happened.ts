import type { EventKind } from '@/domain/event'
import type { Happened } from '../events'

type Place = { workspaceId: string; projectId: string; claimId: string }

/** Who hears of what all may know of a round: those who follow its claim, and those who follow the project. */
export function toldOfRound({ workspaceId, projectId, claimId }: Place, kind: EventKind, roundId: string): Happened[] {
  const streams = [{ kind: 'claim', id: claimId } as const, { kind: 'project', id: projectId } as const]
  return streams.map((stream) => ({ in: stream, kind, subject: roundId, workspaceId }))
}
