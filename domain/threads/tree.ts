/** What a comment's place in its thread depends on. */
type Placed = { id: string; parentId: string | null }

/** How far replies are indented; deeper ones are drawn flat at this depth, since lines would get too narrow to read. */
export const DEEPEST = 3

/** A comment at its place: `answers` is the parent where the indentation does not show it. */
export type Branch<C> = { comment: C; depth: number; answers: C | null }

/**
 * The comments of a thread in the order in which they are drawn: each followed by its replies, both in the order in
 * which they came; below `DEEPEST` all in the order in which they came. Takes comments in order of time; one whose parent
 * is not among them stands at the top.
 */
export function tree<C extends Placed>(comments: readonly C[]): Branch<C>[] {
  const known = new Map(comments.map((comment) => [comment.id, comment]))
  const replies = new Map<string | null, C[]>()
  const anchors = new Map<string, { depth: number; under: string | null }>()
  for (const comment of comments) {
    const parent = comment.parentId === null ? undefined : anchors.get(comment.parentId)
    const depth = parent ? Math.min(parent.depth + 1, DEEPEST) : 0
    // What would lie deeper stands beside the comment at the deepest level from which it stems.
    const under = !parent ? null : parent.depth === DEEPEST ? parent.under : comment.parentId
    anchors.set(comment.id, { depth, under })
    const siblings = replies.get(under)
    if (siblings) siblings.push(comment)
    else replies.set(under, [comment])
  }
  const drawn: Branch<C>[] = []
  const waiting: C[] = []
  const enter = (under: string | null) => waiting.push(...(replies.get(under) ?? []).reverse())
  enter(null)
  for (let comment = waiting.pop(); comment; comment = waiting.pop()) {
    const { depth, under } = anchors.get(comment.id) ?? { depth: 0, under: null }
    const flat = under !== null && under !== comment.parentId
    drawn.push({ comment, depth, answers: flat && comment.parentId ? (known.get(comment.parentId) ?? null) : null })
    enter(comment.id)
  }
  return drawn
}
