/** The address of a project's sources, narrowed to those in whose name or address the text stands, from a cursor on. */
export function sourcesAddress(projectId: string, text: string, cursor?: string): string {
  const search = new URLSearchParams({ ...(text && { text }), ...(cursor && { cursor }) })
  return `/p/${projectId}/sources${search.size > 0 ? `?${search}` : ''}`
}
