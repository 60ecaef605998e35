import type { Activity } from './activity'
import { ACTIVITY, unseen } from './words'

/** What someone did, after their name: the words before and after what it was done to, and that itself. */
export function sentence({ kind, about }: Activity): { before: string; it: string; after: string } {
  const [before = '', after = ''] = ACTIVITY[kind].split('{it}')
  return { before, it: about?.text ?? unseen(kind), after }
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
