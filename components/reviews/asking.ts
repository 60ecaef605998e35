/** Who is asked for verdicts, how many are needed, and by when: as a form has it. */
export type Asking = {
  reviewerIds: readonly string[]
  /** Null as long as it follows the number of reviewers. */
  quorum: number | null
  /** A day, or empty for no due date. */
  due: string
}

export const NOBODY: Asking = { reviewerIds: [], quorum: null, due: '' }

/** The last moment of a day where its reader is, as ISO 8601 in UTC; null for no day. */
export const endOfDay = (day: string): string | null =>
  day === '' ? null : new Date(`${day}T23:59:59.999`).toISOString()

/** Today where its reader is, as a field for days has it. */
export function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** What is sent of it. */
export function askingBody({ reviewerIds, quorum, due }: Asking) {
  return { reviewerIds: [...reviewerIds], quorum: quorum ?? reviewerIds.length, dueAt: endOfDay(due) }
}
