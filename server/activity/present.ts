import type { Activity, ActivityTopic } from '@/domain/activity/activity'
import type { ActivityKind } from '@/domain/activity/words'

/** Of each thing that an event can be about, the columns of its id and of what it is called. The first that is there is it. */
const ABOUT = [
  ['annotation', 'annotationId', 'exact'],
  ['finding', 'findingId', 'statement'],
  ['relation', 'relationId', 'statement'],
  ['claim', 'claimId', 'statement'],
  ['document', 'subjectDocumentId', 'subjectTitle'],
  ['source', 'sourceId', 'source'],
  ['attachment', 'attachmentId', 'attachment'],
  ['label', 'labelId', 'label'],
  ['phase', 'phaseId', 'phase'],
  ['project', 'projectId', 'project'],
] as const satisfies readonly (readonly [ActivityTopic, string, string])[]

type Column = (typeof ABOUT)[number][1 | 2] | 'documentId' | 'title' | 'findingTitle'

export type ActivityRow = { at: Date; kind: ActivityKind; subject: string; actorId: string; name: string } & {
  [C in Column]: string | null
}

/** An event with what it is about. */
export function presentActivity(row: ActivityRow, projectId: string): Activity {
  const { at, kind, actorId, name, documentId, title } = row
  return {
    ...{ at: at.toISOString(), kind, by: { id: actorId, name }, projectId, about: aboutOf(row) },
    document: documentId === null ? null : { id: documentId, title: title ?? '' },
  }
}

/** A finding or a relation is shown where the claim or document that it is about can be seen. */
function aboutOf(row: ActivityRow): Activity['about'] {
  for (const [topic, id, called] of ABOUT) {
    const text = row[called] ?? (topic === 'finding' ? row.findingTitle : null)
    if (row[id] !== null && text !== null) return { topic, id: row[id], text }
  }
  return null
}
