/** Who hears of a change. A stream has the id of what it is about, and is made with its first event. */
export type StreamRef = { kind: 'workspace' | 'project' | 'document' | 'claim' | 'person'; id: string }
