'use client'

import { useQuery } from '@tanstack/react-query'
import { call } from '@/client/call'
import type { ClaimMark } from '@/domain/claims/claim'
import { keys } from '@/components/threads/desk'

const NONE: readonly ClaimMark[] = []

/** Which annotations of a document carry claims. Asked for from `wanted` on: what is to be painted first comes first. */
export function useMarks(documentId: string, wanted: boolean): readonly ClaimMark[] {
  const { data } = useQuery({
    queryKey: keys.marks(documentId),
    queryFn: () => allMarks(documentId),
    enabled: wanted,
  })
  return data ?? NONE
}

async function allMarks(documentId: string): Promise<ClaimMark[]> {
  const marks: ClaimMark[] = []
  for (let cursor: string | undefined; ;) {
    const query = { limit: '200', ...(cursor && { cursor }) }
    const page = await call('GET /documents/{documentId}/claim-marks', { params: { documentId }, query })
    marks.push(...page.items)
    if (page.next === null) return marks
    cursor = page.next
  }
}
