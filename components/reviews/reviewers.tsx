'use client'

import { useState } from 'react'
import type { Round } from '@/domain/reviews/round'
import { counted } from '@/components/claims/counted'
import { Button } from '@/components/ui/button'
import { Badge } from '@/components/ui/small'
import { ReviewersDialog } from './reviewers-dialog'

type Props = { workspaceId: string; round: Round; manages: boolean }
type Reviewer = Round['reviewers'][number]

/** Who is asked in a round, as far as its reader may know: who has submitted, who was dropped, what they knew before. */
export function Reviewers({ workspaceId, round, manages }: Props) {
  const [dropping, setDropping] = useState<Reviewer | null>(null)
  const { reviewers } = round
  const open = round.state === 'open'
  return (
    <>
      <ul aria-label="Reviewers" className="grid gap-1.5">
        {reviewers.map((reviewer) => (
          <li key={reviewer.person.id} className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-0.5 text-sm">
            <span className={reviewer.dropped ? 'text-ink-faint line-through' : ''}>{reviewer.person.name}</span>
            <Standing reviewer={reviewer} open={open} />
            {manages && open && !reviewer.dropped && reviewer.submitted !== true ? (
              <Button
                size="small"
                variant="quiet"
                className="no-print"
                aria-label={`Replace or drop ${reviewer.person.name}…`}
                onClick={() => setDropping(reviewer)}
              >
                Replace or drop…
              </Button>
            ) : null}
            <Knew reviewer={reviewer} />
          </li>
        ))}
      </ul>
      {dropping ? (
        <ReviewersDialog {...{ workspaceId, round }} drop={dropping.person} onClose={() => setDropping(null)} />
      ) : null}
    </>
  )
}

function Standing({
  reviewer: { dropped, droppedFor, replacedBy, submitted },
  open,
}: {
  reviewer: Reviewer
  open: boolean
}) {
  if (dropped) {
    return (
      <span className="text-ink-soft wrap-anywhere">
        {replacedBy ? `${replacedBy.name} in their place` : 'dropped'}
        {droppedFor ? `: ${droppedFor}` : ''}
      </span>
    )
  }
  if (submitted === null) return null
  if (submitted) return open ? <Badge tone="accent">has submitted</Badge> : null
  return <Badge>{open ? 'not yet' : 'did not submit'}</Badge>
}

/** What a reviewer had written and seen about the claim before they were asked. */
function Knew({ reviewer: { exposure } }: { reviewer: Reviewer }) {
  if (exposure === null) return null
  const { written, seen } = exposure
  const words =
    written + seen === 0
      ? 'had read and written nothing about it before'
      : `had written ${counted(written, 'comment')} about it and seen ${seen} of others before`
  return <span className="text-ink-faint">· {words}</span>
}
