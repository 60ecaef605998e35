'use client'

import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { counted } from '@/components/claims/counted'
import { Button } from '@/components/ui/button'
import { ReviewDialog } from './review-dialog'

type Props = {
  workspaceId: string
  projectId: string
  meId: string
  claims: readonly { id: string; statement: string }[]
  /** The claims, with a checkbox `claim` of its id at each that can be reviewed. */
  children: ReactNode
}

/** Opens a review of the claims that are ticked in what it holds. */
export function ReviewChosen({ claims, children, ...place }: Props) {
  const router = useRouter()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [opening, setOpening] = useState(false)
  const chosen = claims.filter(({ id }) => ticked.includes(id))
  const close = () => setOpening(false)
  const tick = (holder: HTMLElement) => {
    const boxes = holder.querySelectorAll<HTMLInputElement>('input[name="claim"]:checked')
    setTicked([...boxes].map(({ value }) => value))
  }
  return (
    <div onChange={(event) => tick(event.currentTarget)}>
      {children}
      {chosen.length === 0 ? null : (
        <section
          aria-label="Chosen claims"
          className="border-line-mid bg-surface shadow-raised sticky bottom-3 z-10 mx-auto mt-3 flex w-fit items-center gap-3 rounded-lg border py-1.5 pr-1.5 pl-3"
        >
          <span role="status">{counted(chosen.length, 'claim')} chosen</span>
          <Button size="small" variant="primary" onClick={() => setOpening(true)}>
            Open a review…
          </Button>
        </section>
      )}
      {opening ? (
        <ReviewDialog
          {...place}
          claims={chosen}
          onOpened={() => {
            close()
            setTicked([])
            router.refresh()
          }}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
