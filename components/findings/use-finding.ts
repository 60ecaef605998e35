'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { call } from '@/client/call'
import type { Finding } from '@/domain/findings/finding'

const keyOf = (findingId: string) => ['finding', findingId] as const

/** A finding as it stands now; `brought` came with the page. */
export function useFinding(brought: Finding): Finding {
  const { id } = brought
  const { data } = useQuery({
    queryKey: keyOf(id),
    queryFn: () => call('GET /findings/{findingId}', { params: { findingId: id } }),
    initialData: brought,
  })
  return data
}

/** To be called with a finding whose draft was just written or signed: all that shows it shows it so. */
export function useWritten(): (finding: Finding) => void {
  const client = useQueryClient()
  return useCallback((finding: Finding) => void client.setQueryData(keyOf(finding.id), finding), [client])
}

/**
 * The same for one that was published, retracted or answered: the page is asked for again too, since it brings the versions
 * along. That begins the page anew where its address has changed, so nothing may be under way in it.
 */
export function usePublished(): (finding: Finding) => void {
  const written = useWritten()
  const router = useRouter()
  return useCallback(
    (finding: Finding) => {
      written(finding)
      router.refresh()
    },
    [written, router],
  )
}

/** To be called when something of a finding was changed whose answer is not the finding. */
export function useFindingChanged(): (findingId: string) => Promise<void> {
  const client = useQueryClient()
  return useCallback((findingId: string) => client.invalidateQueries({ queryKey: keyOf(findingId) }), [client])
}
