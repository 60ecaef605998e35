'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { tidyDrafts } from '@/client/drafts'
import { go } from '@/client/sign-in'
import { useSessionEnded } from '@/client/use-session'
import { buttonClass } from '@/components/ui/button'

/**
 * So long a covered page stays behind its cover, for whoever signs in in another tab and comes back to a form that keeps no
 * draft; then it goes, with all that it held. In ms.
 */
const GOES_AFTER_MS = 15 * 60_000

/** The page of someone who is signed in, once they are not any more: nothing of it can be seen or reached. */
export function SessionCover({ me }: { me: string }) {
  const path = usePathname()
  const first = useRef(path)
  useEffect(() => void tidyDrafts(), [])
  // Led to the sign-in page by a link: it takes this page's place, but not yet what the page has in memory.
  useEffect(() => {
    if (path === '/sign-in' && first.current !== path) location.reload()
  }, [path])
  return useSessionEnded(me) ? <Cover /> : null
}

const signInPage = () => `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`

function Cover() {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const { title } = document
    const root = document.documentElement
    document.title = 'Signed out · Assay'
    root.dataset['covered'] = ''
    if (!ref.current?.open) ref.current?.showModal()
    const clock = setTimeout(() => void go(signInPage()), GOES_AFTER_MS)
    return () => {
      clearTimeout(clock)
      delete root.dataset['covered']
      document.title = title
    }
  }, [])
  return (
    <dialog
      ref={ref}
      data-cover
      aria-labelledby="signed-out"
      onCancel={(event) => event.preventDefault()}
      onClose={({ currentTarget }) => currentTarget.showModal()}
      onKeyDown={(event) => event.stopPropagation()}
      className="bg-paper text-ink m-0 h-dvh max-h-none w-screen max-w-none place-content-center p-4 open:grid"
    >
      <div className="border-line bg-surface shadow-raised max-w-104 rounded-xl border p-6 sm:p-8">
        <h2 id="signed-out" className="mb-3 font-serif text-2xl leading-tight font-semibold">
          You are signed out
        </h2>
        <p className="text-ink-soft mb-5">
          What you were writing is kept in this browser, where only you can read it. Sign in to go on.
        </p>
        <a className={buttonClass({ variant: 'primary' })} href="/sign-in" onClick={leave}>
          Sign in
        </a>
      </div>
    </dialog>
  )
}

/** To this very place afterwards: its address may have changed since the cover was drawn. */
function leave(event: { currentTarget: HTMLAnchorElement }): void {
  event.currentTarget.href = signInPage()
}
