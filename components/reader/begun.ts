import type { Spans } from '@/domain/annotations/spans'
import type { OpenText } from './open-text'

/** What a script of its own began before React (early.ts): the text, and where its annotations lie, null if not to be had. */
export type Begun = {
  documentId: string
  versionId: string
  text: OpenText | null
  spans: Promise<Spans | null> | null
  /** Resolves when everything is painted, or at the latest when a reader should wait no longer for the rest of the page. */
  painted: Promise<void>
}

declare global {
  // eslint does not know that globals are declared with var
  var assayBegun: Begun | undefined
}

/** The text of a version that was begun, until someone has taken it over. */
export function textBegun(versionId: string): OpenText | null {
  const begun = globalThis.assayBegun
  return begun?.versionId === versionId ? begun.text : null
}

/** To be called by who has taken the text over. */
export function forgetText(): void {
  if (globalThis.assayBegun) globalThis.assayBegun.text = null
}

const NOW = Promise.resolve()

/** When what was begun is done. */
export const donePainting = (documentId: string): Promise<void> =>
  globalThis.assayBegun?.documentId === documentId ? globalThis.assayBegun.painted : NOW

/** Where the annotations of a document lie, the first time; later they are to be asked for anew. */
export async function takeSpans(documentId: string): Promise<Spans | null> {
  const begun = globalThis.assayBegun
  if (begun?.documentId !== documentId) return null
  const { spans } = begun
  begun.spans = null
  return spans
}
