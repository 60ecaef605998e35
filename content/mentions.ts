import type { ContentNode } from '@/domain/documents/content'

/** How a mention reads. */
export const mentionText = ({ attrs }: ContentNode): string => `@${String(attrs?.label ?? '')}`

/** The ids of those whom a comment mentions, each once. */
export function mentionedIn(json: ContentNode): string[] {
  const ids = new Set<string>()
  const waiting = [json]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'mention') ids.add(String(node.attrs?.id))
    for (const child of node.content ?? []) waiting.push(child)
  }
  return [...ids]
}

/**
 * A comment with the names of those whom it mentions put right: `names` are those who can be mentioned, by their ids;
 * anyone else becomes the plain text that stood there.
 */
export function nameMentions(json: ContentNode, names: ReadonlyMap<string, string>): ContentNode {
  if (json.type === 'mention') {
    const id = String(json.attrs?.id)
    const label = names.get(id)
    if (label !== undefined) return { ...json, attrs: { id, label } }
    return { type: 'text', text: mentionText(json), ...(json.marks && { marks: json.marks }) }
  }
  return json.content ? { ...json, content: json.content.map((child) => nameMentions(child, names)) } : json
}
