import { expect } from 'vitest'
import type { RefusalKind } from '@/domain/refusal'

/** What a service that says no throws: a refusal of this kind, in words like these. */
export function refused(kind: RefusalKind, message?: RegExp): unknown {
  const words = message && { message: expect.stringMatching(message) as string }
  return expect.objectContaining({ name: 'Refusal', kind, ...words })
}
