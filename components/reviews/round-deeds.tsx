'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { Round } from '@/domain/reviews/round'
import { useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import { ReasonDialog } from '@/components/ui/reason-dialog'
import { ExtendDialog } from './extend-dialog'
import { ReviewersDialog } from './reviewers-dialog'

type Props = { workspaceId: string; round: Round; due: boolean }

/** What those who manage a round may do about it while it is open. */
export function RoundDeeds({ workspaceId, round, due }: Props) {
  const [asking, setAsking] = useState<'extend' | 'ask' | 'cancel' | null>(null)
  const { me } = useDesk()
  const router = useRouter()
  const { id: roundId, version, dueAt } = round
  const reveal = useAction(async (idempotencyKey) => {
    await call('POST /rounds/{roundId}/reveal', { params: { roundId }, body: { version } }, { idempotencyKey })
    router.refresh()
  })
  const close = () => setAsking(null)
  return (
    <div className="no-print grid gap-2">
      <div className="flex flex-wrap gap-2">
        {due ? (
          <Button size="small" variant="primary" busy={reveal.busy} onClick={() => void reveal.run()}>
            Reveal now
          </Button>
        ) : null}
        <Button size="small" onClick={() => setAsking('extend')}>
          {dueAt === null ? 'Set a due date…' : 'More time…'}
        </Button>
        <Button size="small" onClick={() => setAsking('ask')}>
          Ask someone too…
        </Button>
        <Button size="small" variant="danger" onClick={() => setAsking('cancel')}>
          Cancel the round…
        </Button>
      </div>
      {reveal.error ? <Notice tone="warning">{reveal.error}</Notice> : null}
      {asking === 'extend' ? <ExtendDialog round={round} onClose={close} /> : null}
      {asking === 'ask' ? <ReviewersDialog {...{ workspaceId, round }} onClose={close} /> : null}
      {asking === 'cancel' ? (
        <ReasonDialog
          title="Cancel the round"
          deed="Cancel the round"
          danger
          draftKey={`${me.id}/cancel/${roundId}`}
          hint={
            round.sealed ? 'What was submitted stays sealed for ever, its authors’ alone.' : 'What was submitted stays.'
          }
          onDo={async (reason, idempotencyKey) => {
            const body = { version, reason }
            await call('POST /rounds/{roundId}/cancel', { params: { roundId }, body }, { idempotencyKey })
            router.refresh()
          }}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
