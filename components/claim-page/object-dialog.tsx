'use client'

import { call } from '@/client/call'
import { ReasonDialog } from '@/components/ui/reason-dialog'

type Props = { claim: { id: string }; meId: string; onDone: () => void; onClose: () => void }

/** The fast lane: disputes a claim, which opens a review of it. */
export function ObjectDialog({ claim, meId, onDone, onClose }: Props) {
  return (
    <ReasonDialog
      title="I dispute this"
      deed="Object"
      draftKey={`${meId}/object/${claim.id}`}
      hint="It is held until the reveal. A review opens: you judge, and with you whoever pressed a key."
      onDo={async (reason, id) => {
        await call(
          'POST /claims/{claimId}/object',
          { params: { claimId: claim.id }, body: { id, reason } },
          { idempotencyKey: id },
        )
        onDone()
      }}
      onClose={onClose}
    />
  )
}
