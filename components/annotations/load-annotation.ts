import { call, Problem } from '@/client/call'
import type { Annotation } from '@/domain/annotations/annotation'

type Waiting = { id: string; resolve: (annotation: Annotation) => void; reject: (error: unknown) => void }

/** The most ids in one request: what fits into an address everywhere. */
const AT_ONCE = 50

const queues = new Map<string, Waiting[]>()

/** One annotation. All that are asked for in the same moment come with one request. */
export function loadAnnotation(documentId: string, id: string): Promise<Annotation> {
  return new Promise((resolve, reject) => {
    const queue = queues.get(documentId) ?? []
    if (queue.length === 0) setTimeout(() => flush(documentId), 0)
    queue.push({ id, resolve, reject })
    queues.set(documentId, queue)
  })
}

function flush(documentId: string): void {
  const queue = queues.get(documentId) ?? []
  queues.delete(documentId)
  for (let from = 0; from < queue.length; from += AT_ONCE) void load(documentId, queue.slice(from, from + AT_ONCE))
}

async function load(documentId: string, waiting: readonly Waiting[]): Promise<void> {
  try {
    const ids = [...new Set(waiting.map(({ id }) => id))].join(',')
    const { items } = await call('GET /documents/{documentId}/annotations', { params: { documentId }, query: { ids } })
    const found = new Map(items.map((annotation) => [annotation.id, annotation]))
    for (const { id, resolve, reject } of waiting) {
      const annotation = found.get(id)
      if (annotation) resolve(annotation)
      else reject(new Problem(404, 'This annotation is gone.'))
    }
  } catch (error) {
    for (const { reject } of waiting) reject(error)
  }
}
