'use client'

import { useQuery } from '@tanstack/react-query'
import { call } from '@/client/call'
import { PassageQuote } from '@/components/claims/passage-quote'
import { Notice } from '@/components/ui/small'

/** The first passages in which a claim occurs, to judge its words by. */
export function QueuePassages({ claimId }: { claimId: string }) {
  const { data, error } = useQuery({
    queryKey: ['occurrences', claimId],
    queryFn: () => call('GET /claims/{claimId}/occurrences', { params: { claimId }, query: { limit: '3' } }),
  })
  if (error) return <Notice tone="danger">{error.message}</Notice>
  if (!data || data.items.length === 0) return null
  return (
    <ul aria-label="Passages" className="grid gap-3">
      {data.items.map(({ id, passage }) => (
        <li key={id}>
          <PassageQuote passage={passage} />
        </li>
      ))}
    </ul>
  )
}
