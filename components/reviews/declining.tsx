'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { Button } from '@/components/ui/button'
import { ReasonDialog } from '@/components/ui/reason-dialog'

/** The answers that are no judgement: they count as answers, and say why. */
const WAYS = {
  unable: {
    name: 'I can’t judge it…',
    title: 'I can’t judge this',
    hint: 'You have looked: it counts for the quorum. What is missing?',
  },
  recused: {
    name: 'I recuse myself…',
    title: 'I recuse myself',
    hint: 'You have a part in it, or too little distance. It does not count for the quorum.',
  },
} as const
type Way = keyof typeof WAYS

/** The ways not to judge. */
export function Declining(props: { roundId: string; meId: string; onSubmitted: () => void }) {
  const { roundId, meId, onSubmitted } = props
  const [way, setWay] = useState<Way | null>(null)
  return (
    <>
      {(Object.keys(WAYS) as Way[]).map((each) => (
        <Button key={each} variant="quiet" onClick={() => setWay(each)}>
          {WAYS[each].name}
        </Button>
      ))}
      {way ? (
        <ReasonDialog
          title={WAYS[way].title}
          hint={WAYS[way].hint}
          deed="Submit"
          draftKey={`${meId}/${way}/${roundId}`}
          onDo={async (reason, id) => {
            const body = { kind: way, id, reason }
            await call('POST /rounds/{roundId}/verdicts', { params: { roundId }, body }, { idempotencyKey: id })
            onSubmitted()
          }}
          onClose={() => setWay(null)}
        />
      ) : null}
    </>
  )
}
