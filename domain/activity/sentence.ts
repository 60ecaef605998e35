import type { Activity, ActivityTopic } from './activity'
import { ACTIVITY, unseen } from './words'

/** What someone did, after their name: the words before and after what it was done to, and that itself. */
export function sentence({ kind, about }: Activity): { before: string; it: string; after: string } {
  const [before = '', after = ''] = ACTIVITY[kind].split('{it}')
  return { before, it: about?.text ?? unseen(kind), after }
}

type Leading = { id: string; projectId: string }

const ADDRESSES: Readonly<Record<ActivityTopic, (it: Leading) => string>> = {
  project: ({ id }) => `/p/${id}`,
  label: ({ projectId }) => `/p/${projectId}/labels`,
  document: ({ id }) => `/d/${id}`,
  annotation: ({ id }) => `/a/${id}`,
  claim: ({ id }) => `/c/${id}`,
  relation: ({ projectId }) => `/p/${projectId}/ledger`,
  finding: ({ id }) => `/f/${id}`,
  phase: ({ projectId }) => `/p/${projectId}/phases`,
  source: ({ projectId }) => `/p/${projectId}/sources`,
  attachment: ({ projectId }) => `/p/${projectId}/sources`,
}

/** The page on which one sees what something happened to; null where there is nothing to see. */
export function addressOf({ about, projectId }: Activity): string | null {
  return about ? ADDRESSES[about.topic]({ id: about.id, projectId }) : null
}

/** Deeds of one kind that one person did one after the other in one document, on one day: told as one. */
export type Run = { at: string; deeds: [Activity, ...Activity[]] }

/** What happened, newest first, with what belongs together in one. */
export function runs(items: readonly Activity[]): Run[] {
  const told: Run[] = []
  for (const item of items) {
    const last = told.at(-1)
    if (last && alike(last.deeds[0], item)) last.deeds.push(item)
    else told.push({ at: item.at, deeds: [item] })
  }
  return told
}

const alike = (one: Activity, other: Activity): boolean =>
  one.kind === other.kind &&
  one.by.id === other.by.id &&
  one.document?.id === other.document?.id &&
  one.at.slice(0, 10) === other.at.slice(0, 10)
