import { urlOf } from '@/client/call'
import type { Spans } from '@/domain/annotations/spans'
import type { Label } from '@/domain/projects/label'
import { paintedOf, rowsOf } from './model'
import { OpenText } from './open-text'

/** What stands on the article, for a script that knows nothing else of the page. */
export type OpenedEarly = {
  documentId: string
  versionId: string
  parts: number
  labels: readonly Pick<Label, 'id' | 'color'>[]
}

/** How long the rest of the page waits for this at most; in ms. */
const PATIENCE_MS = 2500

// A script of its own, right behind the article: the rest of the document and its highlights need not wait for React.
const article = document.querySelector<HTMLElement>('article[data-opened]')
if (article) begin(article, JSON.parse(article.dataset['opened'] ?? '') as OpenedEarly)

function begin(article: HTMLElement, { documentId, versionId, parts, labels }: OpenedEarly): void {
  const text = new OpenText(versionId, parts)
  const spans = fetch(urlOf('/documents/{documentId}/spans', { documentId }))
    .then((response) => (response.ok ? (response.json() as Promise<Spans>) : null))
    .catch(() => null)
  const painted = Promise.race([
    Promise.all([text.whenReached(Infinity), spans]).then(nextFrame),
    new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ])
  globalThis.assayBegun = { documentId, versionId, text, spans, painted }
  text.start(article)
  void spans.then((found) => found && text.paint(paintedOf(rowsOf(found), [], labels)))
}

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
