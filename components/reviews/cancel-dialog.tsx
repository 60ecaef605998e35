'use client'

import { call } from '@/client/call'
import type { Round } from '@/domain/reviews/round'
import { useDesk } from '@/components/threads/desk'
import { ReasonDialog } from '@/components/ui/reason-dialog'
import { useRoundChange } from './use-round-change'

/** Cancels a round, with the reason. */
export function CancelDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  const { me } = useDesk()
  const { attempt, stale } = useRoundChange(round, onClose)
  const { id: roundId, sealed } = round
  return (
    <ReasonDialog
      title="Cancel the round"
      deed="Cancel the round"
      danger
      draftKey={`${me.id}/cancel/${roundId}`}
      hint={sealed ? 'What was submitted stays sealed for ever, its authors’ alone.' : 'What was submitted stays.'}
      instead={stale}
      onDo={(reason, idempotencyKey) =>
        attempt((version) => {
          const body = { version, reason }
          return call('POST /rounds/{roundId}/cancel', { params: { roundId }, body }, { idempotencyKey })
        })
      }
      onClose={onClose}
    />
  )
}
