'use client'

import { useQuery } from '@tanstack/react-query'
import { Ellipsis, MessageSquare } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { call } from '@/client/call'
import type { Relation, RelationEnd } from '@/domain/claims/relation'
import { reportAddress } from '@/components/reports/report-address'
import { HeldBadge } from '@/components/seals/held-badge'
import { keys } from '@/components/threads/desk'
import { Thread } from '@/components/threads/thread'
import { Button, IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuLink } from '@/components/ui/menu'
import { Time } from '@/components/ui/time'
import { StateBadge } from './claim-badges'
import { DispositionBadge, StrengthBadge } from './conflict-badges'
import { counted } from './counted'
import { PassageQuote } from './passage-quote'
import { removeRelation } from './remove-relation'
import { SettleForm } from './settle-form'

export type MayInLedger = {
  settle: boolean
  remove: boolean
}

/** One conflict: both passages in their surroundings, what became of it, and where that is disputed. */
export function LedgerEntry({ relation, may }: { relation: Relation; may: MayInLedger }) {
  const { id, from, to, strength, disposition, held } = relation
  const [settling, setSettling] = useState(false)
  const router = useRouter()
  const button = useRef<HTMLButtonElement>(null)
  const remove = () => void removeRelation(id, 'The conflict is taken back.', () => router.refresh())
  return (
    <article
      id={id}
      aria-label={`${from.statement} conflicts with ${to.statement}`}
      className="border-line bg-surface shadow-low target:border-accent scroll-mt-28 rounded-lg border"
    >
      <header className="border-line flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-1.5">
        {strength ? <StrengthBadge strength={strength} /> : null}
        {disposition ? <DispositionBadge disposition={disposition} /> : null}
        {held ? <HeldBadge /> : null}
        <span className="text-ink-faint text-xs">
          found <Time at={relation.createdAt} /> by {relation.author.name}
        </span>
        <span className="ml-auto flex items-center gap-1">
          {may.settle && !settling ? (
            <Button ref={button} size="small" onClick={() => setSettling(true)}>
              {disposition === 'open' ? 'Settle' : 'Settle again'}
            </Button>
          ) : null}
          {may.remove || !held ? (
            <Menu
              trigger={
                <IconButton label="Actions for this conflict">
                  <Ellipsis size={16} aria-hidden />
                </IconButton>
              }
            >
              {held ? null : (
                <MenuLink href={reportAddress(relation.projectId, [{ id: from.claimId }, { id: to.claimId }])}>
                  Report on both claims
                </MenuLink>
              )}
              {may.remove ? (
                <MenuItem danger onSelect={remove}>
                  Take it back
                </MenuItem>
              ) : null}
            </Menu>
          ) : null}
        </span>
      </header>
      <Sides from={from} to={to} />
      <Settled relation={relation} />
      {settling ? (
        <div className="border-line bg-paper border-t px-4 py-4">
          <SettleForm
            relation={relation}
            onDone={() => {
              setSettling(false)
              queueMicrotask(() => button.current?.focus())
            }}
          />
        </div>
      ) : null}
      <Dispute relation={relation} />
    </article>
  )
}

/** The two sides; where both claims stand in one passage, that is shown once above them. */
function Sides({ from, to }: { from: RelationEnd; to: RelationEnd }) {
  const within = from.passage !== null && from.passage.annotationId === to.passage?.annotationId
  return (
    <div className="grid gap-x-6 gap-y-4 px-4 py-4 lg:grid-cols-2">
      {within && from.passage ? (
        <div className="lg:col-span-2">
          <p className="text-ink-soft mb-1.5 text-xs font-medium">Within one passage</p>
          <PassageQuote passage={from.passage} />
        </div>
      ) : null}
      {[from, to].map((end) => (
        <section key={end.claimId} aria-label={end.statement} className="grid min-w-0 content-start gap-2.5">
          {within ? null : end.passage ? (
            <PassageQuote passage={end.passage} />
          ) : (
            <p className="text-ink-faint">No passage of it is here to see.</p>
          )}
          <p className="flex items-start gap-2">
            <Link href={`/c/${end.claimId}`} prefetch={false} className="font-medium wrap-anywhere hover:underline">
              {end.statement}
            </Link>
            <StateBadge state={end.state} />
          </p>
        </section>
      ))}
    </div>
  )
}

/** Who settled it, and why; or why it was entered. */
function Settled({ relation: { reason, settledBy, settledAt } }: { relation: Relation }) {
  if (!reason && !settledBy) return null
  return (
    <div className="border-line border-t px-4 py-2.5">
      {reason ? <p className="max-w-prose wrap-anywhere whitespace-pre-line">{reason}</p> : null}
      {settledBy && settledAt ? (
        <p className="text-ink-faint mt-0.5 text-xs">
          Settled by {settledBy.name} <Time at={settledAt} />
        </p>
      ) : null}
    </div>
  )
}

/** The thread in which it can be disputed; asked for when someone opens it, or the address names it. */
function Dispute({ relation: { id, thread: state } }: { relation: Relation }) {
  const [open, setOpen] = useState(false)
  const { data: thread } = useQuery({
    queryKey: keys.thread(id),
    queryFn: () => call('GET /threads/{threadId}', { params: { threadId: id } }),
    initialData: state,
    enabled: open,
  })
  useEffect(() => {
    const named = setTimeout(() => {
      if (location.hash === `#${id}`) setOpen(true)
    })
    return () => clearTimeout(named)
  }, [id])
  return (
    <div className="border-line border-t">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="text-ink-soft hover:text-ink flex min-h-10 w-full items-center gap-1.5 rounded-b-lg px-4 text-left -outline-offset-2"
      >
        <MessageSquare size={14} aria-hidden />
        {thread.comments === 0 ? 'Dispute it' : counted(thread.comments, 'comment')}
        {thread.status === 'resolved' ? <span className="text-ink-faint">· resolved</span> : null}
      </button>
      {open ? (
        <div className="max-w-2xl px-4 pb-4">
          <Thread threadId={id} state={thread} />
        </div>
      ) : null}
    </div>
  )
}
