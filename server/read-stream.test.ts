import { expect, test } from 'vitest'
import { trashDocument, restoreDocument } from './documents/change-document'
import { listEvents } from './list-events'
import type { StreamQuery } from './read-stream'
import { makeWorld, writing } from './testing/make-world'

test('a stream is read from either end, page by page, each event once', async () => {
  const { documentId, projectId, edda, olga } = await makeWorld()
  for (let times = 0; times < 2; times++) {
    await trashDocument(writing(edda), documentId)
    await restoreDocument(writing(edda), documentId)
  }
  const read = async (query: Partial<StreamQuery>) => {
    const seqs: number[] = []
    for (let cursor: string | undefined; ;) {
      const { items, next } = await listEvents(olga, 'project', projectId, { after: 0, limit: 2, ...query, cursor })
      seqs.push(...items.map(({ seq }) => seq))
      if (next === null) return seqs
      cursor = next
    }
  }
  const all = await read({})
  expect(all.length).toBeGreaterThanOrEqual(4)
  expect(all).toEqual(all.map((_, at) => at + 1))
  expect(await read({ order: 'desc' })).toEqual(all.toReversed())
  expect(await read({ order: 'desc', after: 2 })).toEqual(all.slice(2).toReversed())
  expect(await read({ after: 2 })).toEqual(all.slice(2))
})
