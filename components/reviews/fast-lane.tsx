'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { Claim } from '@/domain/claims/claim'
import { ObjectDialog } from '@/components/claim-page/object-dialog'
import { useShortcuts } from '@/components/reader/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Kbd, Notice } from '@/components/ui/small'

/** The fast lane: one key where there is nothing to dispute, another one where there is. */
export function FastLane(props: { claim: Claim; meId: string; onDone: (words: string) => void }) {
  const { claim, meId, onDone } = props
  const [objecting, setObjecting] = useState(false)
  const clear = useAction(async (idempotencyKey, number: number) => {
    const { state } = await call(
      'POST /claims/{claimId}/clear',
      { params: { claimId: claim.id }, body: { number } },
      { idempotencyKey },
    )
    onDone(state === 'cleared' ? 'Two people saw nothing to dispute: it is cleared.' : 'Your key is kept.')
  })
  const press = () => {
    if (!clear.busy) void clear.run(claim.number)
  }
  useShortcuts({ k: press, o: () => setObjecting(true) })
  return (
    <div className="grid gap-3">
      {clear.error ? <Notice tone="danger">{clear.error}</Notice> : null}
      <div className="grid gap-2 sm:grid-cols-2">
        <Button className="h-12!" busy={clear.busy} onClick={press}>
          Nothing to dispute <Kbd>K</Kbd>
        </Button>
        <Button className="h-12!" onClick={() => setObjecting(true)}>
          Object… <Kbd>O</Kbd>
        </Button>
      </div>
      {objecting ? (
        <ObjectDialog
          claim={claim}
          meId={meId}
          onDone={() => onDone('You objected: a review is open.')}
          onClose={() => setObjecting(false)}
        />
      ) : null}
    </div>
  )
}
