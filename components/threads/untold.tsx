import { mentionedIn } from '@/content/mentions'
import type { ContentNode } from '@/domain/documents/content'

/** Why those are not told whom a comment mentions. */
export const UNTOLD = {
  private: 'Only you can see this annotation: nobody is told that you mention them, until you share it.',
  held: 'This is held until the reveal: only then are those told whom you mention.',
} as const

/** Says so, as soon as a comment mentions someone. */
export function Untold({ json, why }: { json: ContentNode | null; why: string | undefined }) {
  const said = why !== undefined && json !== null && mentionedIn(json).length > 0
  return (
    <p role="status" className="text-ink-soft text-xs empty:hidden">
      {said ? why : ''}
    </p>
  )
}
