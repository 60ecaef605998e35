'use client'

import { useRouter } from 'next/navigation'
import { call, Problem } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'

type About = { claimId: string } | { documentId: string }

/** Begins the finding about a claim or a document; where somebody else was faster, it leads to theirs. */
export function BeginFinding({ projectId, about }: { projectId: string; about: About }) {
  const router = useRouter()
  const begin = useAction(async (id) => {
    const body = { id, claimId: null, documentId: null, ...about }
    try {
      await call('POST /projects/{projectId}/findings', { params: { projectId }, body }, { idempotencyKey: id })
      router.push(`/f/${id}?view=edit`)
    } catch (error) {
      const { findingId } = error instanceof Problem ? error.details : {}
      if (typeof findingId !== 'string') throw error
      router.push(`/f/${findingId}`)
    }
  })
  return (
    <div className="grid justify-items-start gap-2">
      <Button variant="primary" busy={begin.busy} onClick={() => void begin.run()}>
        Write a finding
      </Button>
      {begin.error ? <Notice tone="danger">{begin.error}</Notice> : null}
    </div>
  )
}
