import { v7 } from 'uuid'
import type { AnnotationDraft } from '@/domain/annotations/annotation'
import type { Ask } from './load'
import type { Writing } from './plain'
import { makePassages } from './passages'
import type { Random } from './random'
import type { BenchDocument, World } from './world'

/** Drafts of annotations on one of `documents`, another passage each time. */
export function drafts(
  random: Random,
  documents: readonly BenchDocument[],
  { people, labelIds }: World,
): () => Writing {
  return () => {
    const { documentId, versionId, text } = documents[random.below(documents.length)] as BenchDocument
    const [passage] = makePassages(random, text, 1)
    if (!passage) throw new RangeError('no passage')
    const { start, end, exact } = passage
    const labelId = labelIds[random.below(labelIds.length)] ?? null
    const draft: AnnotationDraft = {
      ...{ id: v7(), versionId, start, end, exact, labelId },
      ...{ tags: [], visibility: 'team', note: null },
    }
    return { documentId, authorId: people[random.below(people.length)]?.id ?? '', draft }
  }
}

export const asked = ({ documentId, draft }: Writing): Ask => ({
  path: `/api/v1/documents/${documentId}/annotations`,
  body: draft,
})

/** What the reader asks for: where all highlights lie, and a page of the list. */
export const READS = {
  spans: ({ documentId }: BenchDocument): Ask => ({ path: `/api/v1/documents/${documentId}/spans` }),
  list: ({ documentId }: BenchDocument): Ask => ({ path: `/api/v1/documents/${documentId}/annotations?limit=50` }),
  latest: ({ documentId }: BenchDocument): Ask => ({
    path: `/api/v1/documents/${documentId}/annotations?sort=activity&limit=50`,
  }),
} as const
