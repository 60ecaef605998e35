'use client'

import { FileText } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState, type ReactNode } from 'react'
import type { Claim } from '@/domain/claims/claim'
import { stepOf } from '@/domain/claims/states'
import { reportAddress } from '@/components/reports/report-address'
import { ReviewDialog } from '@/components/reviews/review-dialog'
import { Button, buttonClass } from '@/components/ui/button'
import { counted } from './counted'

type Props = {
  workspaceId: string
  projectId: string
  meId: string
  claims: readonly Pick<Claim, 'id' | 'statement' | 'state'>[]
  /** Whether its reader may open reviews. */
  reviews: boolean
  /** The claims, with a checkbox `claim` of its id at each that can be chosen. */
  children: ReactNode
}

/** What can be done with the claims that are ticked in what it holds: a report of them, and a review of those that wait for one. */
export function ChosenClaims({ claims, reviews, children, ...place }: Props) {
  const router = useRouter()
  const holder = useRef<HTMLDivElement>(null)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [opening, setOpening] = useState(false)
  const chosen = claims.filter(({ id }) => ticked.includes(id))
  const ready = reviews ? chosen.filter(({ state }) => stepOf('review', state)) : []
  const close = () => setOpening(false)
  const boxes = () => [...(holder.current?.querySelectorAll<HTMLInputElement>('input[name="claim"]:checked') ?? [])]
  const clear = () => {
    const [first] = boxes()
    for (const box of boxes()) box.checked = false
    setTicked([])
    first?.focus()
  }
  return (
    <div ref={holder} onChange={() => setTicked(boxes().map(({ value }) => value))}>
      {children}
      {chosen.length === 0 ? null : (
        <section
          aria-label="Chosen claims"
          className="border-line-mid bg-surface shadow-raised sticky bottom-3 z-10 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg border py-1.5 pr-1.5 pl-3"
        >
          <span role="status">{counted(chosen.length, 'claim')} chosen</span>
          <span className="flex flex-wrap items-center gap-1.5">
            <Button size="small" variant="quiet" onClick={clear}>
              Clear
            </Button>
            <Link
              href={reportAddress(place.projectId, chosen)}
              prefetch={false}
              className={buttonClass({ size: 'small' })}
            >
              <FileText size={15} aria-hidden /> Report
            </Link>
            {ready.length === 0 ? null : (
              <Button size="small" variant="primary" onClick={() => setOpening(true)}>
                {ready.length === chosen.length ? 'Open a review…' : `Open a review of ${ready.length}…`}
              </Button>
            )}
          </span>
        </section>
      )}
      {opening ? (
        <ReviewDialog
          {...place}
          claims={ready}
          onOpened={() => {
            close()
            clear()
            router.refresh()
          }}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
