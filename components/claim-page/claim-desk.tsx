'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useMemo, type ReactNode } from 'react'
import { QueryProvider, useRefresh } from '@/client/query'
import { DeskContext, type Desk } from '@/components/threads/desk'

type Props = Omit<Desk, 'documentId' | 'labels'> & { children: ReactNode }

/** What surrounds the parts of a claim's page: who reads, what they may do, and what was fetched. */
export function ClaimDesk({ projectId, me, annotates, moderates, comment = null, children }: Props) {
  const desk = useMemo(
    () => ({ documentId: null, projectId, me, annotates, moderates, labels: [], comment }),
    [projectId, me, annotates, moderates, comment],
  )
  return (
    <QueryProvider>
      <DeskContext value={desk}>
        <Fresh />
        {children}
      </DeskContext>
    </QueryProvider>
  )
}

/** What others did meanwhile shows when someone comes back to the page. */
function Fresh() {
  const router = useRouter()
  useRefresh()
  useEffect(() => {
    const refresh = () => router.refresh()
    addEventListener('focus', refresh)
    return () => removeEventListener('focus', refresh)
  }, [router])
  return null
}
