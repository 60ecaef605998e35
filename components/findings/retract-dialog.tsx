'use client'

import { call } from '@/client/call'
import type { Finding } from '@/domain/findings/finding'
import { ReasonDialog } from '@/components/ui/reason-dialog'
import { useDesk } from '@/components/threads/desk'
import { showToast } from '@/components/ui/toast'
import { usePublished } from './use-finding'

/** Takes a published finding back, with the reason. */
export function RetractDialog({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { me } = useDesk()
  const written = usePublished()
  const { id: findingId, version } = finding
  return (
    <ReasonDialog
      title="Retract the finding"
      deed="Retract"
      danger
      draftKey={`${me.id}/retract/${findingId}`}
      hint="It stays readable, marked as retracted, with this reason."
      onDo={async (reason, idempotencyKey) => {
        const args = { params: { findingId }, body: { version, reason } }
        written(await call('POST /findings/{findingId}/retract', args, { idempotencyKey }))
        showToast({ text: 'The finding is retracted.' })
      }}
      onClose={onClose}
    />
  )
}
