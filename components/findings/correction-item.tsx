'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import type { Correction } from '@/domain/findings/correction'
import { PassageQuote } from '@/components/claims/passage-quote'
import { useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/dialog'
import { Badge } from '@/components/ui/small'
import { day } from '@/components/ui/day'
import { Time } from '@/components/ui/time'
import { showError } from '@/components/ui/toast'
import { CorrectionEdit } from './correction-edit'

type Props = { correction: Correction; writes: boolean; edits: boolean }

/** One correction: the passage, what is wrong with it, and what it should say. */
export function CorrectionItem({ correction, writes, edits }: Props) {
  const { me } = useDesk()
  const [opened, setOpened] = useState<'edit' | 'remove' | null>(null)
  const { passage, claim, problem, proposed, author, createdAt, sentAt } = correction
  const changes = edits || (writes && author.id === me.id)
  return (
    <li className="grid gap-3 py-5 md:grid-cols-2 md:gap-8">
      <PassageQuote passage={passage} />
      <div className="grid content-start gap-2">
        <p className="wrap-anywhere whitespace-pre-line">{problem}</p>
        {proposed ? (
          <div>
            <p className="text-ink-soft text-sm">Proposed wording</p>
            <p className="border-success border-l-2 pl-3 font-serif wrap-anywhere whitespace-pre-line">{proposed}</p>
          </div>
        ) : null}
        {claim ? (
          <p className="text-sm">
            <Link href={`/c/${claim.id}`} prefetch={false} className="link font-serif wrap-anywhere">
              {claim.statement}
            </Link>
          </p>
        ) : null}
        <p className="text-ink-soft flex flex-wrap items-center gap-2 text-sm">
          {author.name}, <Time at={createdAt} />
          {sentAt ? <Badge tone="accent">Sent {day(sentAt)}</Badge> : <Badge>Not sent</Badge>}
        </p>
        {changes ? (
          <div className="-ml-2 flex gap-1">
            <Button size="small" variant="quiet" onClick={() => setOpened('edit')}>
              Edit
            </Button>
            <Button size="small" variant="quiet" onClick={() => setOpened('remove')}>
              Remove
            </Button>
          </div>
        ) : null}
      </div>
      {opened === 'edit' ? <CorrectionEdit correction={correction} onClose={() => setOpened(null)} /> : null}
      {opened === 'remove' ? <Removal correction={correction} onClose={() => setOpened(null)} /> : null}
    </li>
  )
}

function Removal({ correction, onClose }: { correction: Correction; onClose: () => void }) {
  const router = useRouter()
  const remove = () =>
    call('DELETE /corrections/{correctionId}', { params: { correctionId: correction.id } })
      .then(() => {
        onClose()
        router.refresh()
      })
      .catch(showError)
  return (
    <Confirm title="Remove this correction?" deed="Remove" danger onConfirm={() => void remove()} onClose={onClose}>
      <p>{correction.problem}</p>
    </Confirm>
  )
}
