'use client'

import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import { showToast } from '@/components/ui/toast'

/** Asks for everything of a workspace, and fetches it. */
export function TakeOut({ workspaceId }: { workspaceId: string }) {
  const ask = useAction(async (key) => {
    const { id } = await call(
      'POST /workspaces/{workspaceId}/exports',
      { params: { workspaceId }, body: { id: key } },
      { idempotencyKey: key },
    )
    window.location.assign(`/api/v1/workspaces/${workspaceId}/exports/${id}`)
    showToast({ text: 'The archive is being made. Your browser saves it.' })
  })
  return (
    <div className="grid gap-3">
      <p className="text-ink-soft">
        A zip with every table as JSON, annotations as W3C Web Annotations, and files as they were uploaded. What others
        keep private and what a seal holds is not in it. All owners are told.
      </p>
      {ask.error ? <Notice tone="danger">{ask.error}</Notice> : null}
      <div>
        <Button busy={ask.busy} onClick={() => void ask.run()}>
          Take everything out
        </Button>
      </div>
    </div>
  )
}
