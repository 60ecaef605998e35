import { expect } from 'vitest'
import { db } from '../db'

/** Expects that nothing in a document is held, and that what annotations copy of their threads is true. */
export async function expectTrueCopies(documentId: string): Promise<void> {
  const wrong = await db.$queryRaw`
    SELECT a.id FROM "Annotation" a LEFT JOIN "Thread" t ON t.id = a.id
    WHERE a."documentId" = ${documentId}::uuid AND (a.held
      OR a.resolved <> (t.status IS NOT NULL AND t.status = 'resolved')
      OR a.comments <> (SELECT count(*) FROM "Comment" c WHERE c."threadId" = a.id AND c."deletedAt" IS NULL)
      OR t.version < 1 OR EXISTS (SELECT FROM "Comment" c WHERE c."threadId" = a.id AND c.held))`
  expect(wrong).toEqual([])
}
