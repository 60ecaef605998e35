'use client'

import { useRouter } from 'next/navigation'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Confirm } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/small'

/** Takes a relation between claims back, after asking. */
export function TakeBack({ relationId, onClose }: { relationId: string; onClose: () => void }) {
  const router = useRouter()
  const remove = useAction(async (idempotencyKey) => {
    await call('DELETE /relations/{relationId}', { params: { relationId } }, { idempotencyKey })
    onClose()
    router.refresh()
  })
  return (
    <Confirm
      title="Take this conflict back?"
      deed="Take it back"
      danger
      busy={remove.busy}
      onConfirm={() => void remove.run()}
      onClose={onClose}
    >
      <p>It leaves the ledger with what was said about it. The claims and their passages stay.</p>
      {remove.error ? <Notice tone="danger">{remove.error}</Notice> : null}
    </Confirm>
  )
}
