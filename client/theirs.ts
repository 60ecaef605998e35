import { Problem } from './call'

/**
 * What stands there now, where a change was refused as stale: someone else was faster. Null for any other error. The
 * caller shows it beside what was typed, and a second attempt that names its version puts the typed in its place.
 */
export function theirsOf<T>(error: unknown): T | null {
  if (!(error instanceof Problem) || error.status !== 409) return null
  const { theirs } = error.details
  return theirs === null || theirs === undefined ? null : (theirs as T)
}
