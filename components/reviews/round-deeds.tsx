'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { Round } from '@/domain/reviews/round'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import { CancelDialog } from './cancel-dialog'
import { ExtendDialog } from './extend-dialog'
import { ReviewersDialog } from './reviewers-dialog'
import { useRoundChange } from './use-round-change'

type Props = { workspaceId: string; round: Round; due: boolean }

/** What those who manage a round may do about it while it is open. */
export function RoundDeeds({ workspaceId, round, due }: Props) {
  const [asking, setAsking] = useState<'extend' | 'ask' | 'cancel' | null>(null)
  const close = () => setAsking(null)
  return (
    <div className="no-print grid gap-2">
      <div className="flex flex-wrap gap-2">
        {due ? <Reveal key={round.version} round={round} /> : null}
        <Button size="small" onClick={() => setAsking('extend')}>
          {round.dueAt === null ? 'Set a due date…' : 'More time…'}
        </Button>
        <Button size="small" onClick={() => setAsking('ask')}>
          Ask someone too…
        </Button>
        <Button size="small" variant="danger" onClick={() => setAsking('cancel')}>
          Cancel the round…
        </Button>
      </div>
      {asking === 'extend' ? <ExtendDialog round={round} onClose={close} /> : null}
      {asking === 'ask' ? <ReviewersDialog {...{ workspaceId, round }} onClose={close} /> : null}
      {asking === 'cancel' ? <CancelDialog round={round} onClose={close} /> : null}
    </div>
  )
}

/** Reveals a round that is due, and says why not where it can't be. */
function Reveal({ round }: { round: Round }) {
  const { id: roundId } = round
  const { attempt, stale } = useRoundChange(round, () => undefined)
  const reveal = useAction((idempotencyKey) =>
    attempt((version) =>
      call('POST /rounds/{roundId}/reveal', { params: { roundId }, body: { version } }, { idempotencyKey }),
    ),
  )
  return (
    <>
      <Button size="small" variant="primary" busy={reveal.busy} onClick={() => void reveal.run()}>
        Reveal now
      </Button>
      {reveal.error ? (
        <div className="order-last basis-full">
          {stale(reveal.error) ?? <Notice tone="warning">{reveal.error}</Notice>}
        </div>
      ) : null}
    </>
  )
}
