'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Correction } from '@/domain/findings/correction'
import { PassageQuote } from '@/components/claims/passage-quote'
import { useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import { Badge } from '@/components/ui/small'
import { day } from '@/components/ui/day'
import { Time } from '@/components/ui/time'
import { CorrectionEdit } from './correction-edit'
import { removeCorrection } from './remove-correction'

type Props = { correction: Correction; writes: boolean; edits: boolean }

/** One correction: the passage, what is wrong with it, and what it should say. */
export function CorrectionItem({ correction, writes, edits }: Props) {
  const { me } = useDesk()
  const router = useRouter()
  const [editing, setEditing] = useState(false)
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
            <Button size="small" variant="quiet" onClick={() => setEditing(true)}>
              Edit
            </Button>
            <Button
              size="small"
              variant="quiet"
              onClick={() => void removeCorrection(correction.id, () => router.refresh())}
            >
              Remove
            </Button>
          </div>
        ) : null}
      </div>
      {editing ? <CorrectionEdit correction={correction} onClose={() => setEditing(false)} /> : null}
    </li>
  )
}
