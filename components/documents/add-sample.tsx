'use client'

import { useRouter } from 'next/navigation'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { showError } from '@/components/ui/toast'

/** Imports the sample document and opens it: something to argue about on the first day. */
export function AddSample({ projectId }: { projectId: string }) {
  const router = useRouter()
  const add = useAction(async (id) => {
    try {
      const { SAMPLE } = await import('@/content/sample')
      const body = { id, title: null, format: 'md' as const, content: SAMPLE }
      await call('POST /projects/{projectId}/documents', { params: { projectId }, body }, { idempotencyKey: id })
      router.push(`/d/${id}`)
    } catch (error) {
      showError(error)
      throw error
    }
  })
  return (
    <Button variant="quiet" busy={add.busy} onClick={() => void add.run()}>
      Try the sample
    </Button>
  )
}
