'use client'

import { useQuery } from '@tanstack/react-query'
import { call } from '@/client/call'
import { everyPage } from '@/client/every-page'

/** All evidence of a claim that its reader sees. */
export function useEvidence(claimId: string) {
  return useQuery({
    queryKey: ['evidence', claimId],
    queryFn: () => everyPage((query) => call('GET /claims/{claimId}/evidence', { params: { claimId }, query })),
  })
}
