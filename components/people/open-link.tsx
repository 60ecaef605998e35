'use client'

import { useEffect } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { useHash } from '@/client/use-hash'
import { CentredCard } from '@/components/shell/centred-card'
import { Sorry } from '@/components/shell/sorry'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import { linkFrom } from '@/domain/people/links'

/** Hands over the secret of a link in the body of a request, and goes on to its page, which then is in no history with it. */
export function OpenLink() {
  const hash = useHash()
  const open = useAction(async (idempotencyKey, from: string) => {
    const link = linkFrom(from)
    if (!link) return
    await call('POST /links', { body: { page: link.page, token: link.secret } }, { idempotencyKey })
    location.replace(`/${link.page}`)
    return new Promise<never>(() => undefined)
  })
  const { run } = open
  useEffect(() => {
    if (hash !== null) void run(hash)
  }, [hash, run])

  if (hash !== null && !linkFrom(hash)) {
    return (
      <Sorry title="This link is not whole">
        Something is missing at its end. Please open it from where you have it once more, or copy all of it into the
        address bar.
      </Sorry>
    )
  }
  return (
    <CentredCard title="Opening your link …">
      {open.error && hash !== null ? (
        <div className="grid gap-4">
          <Notice tone="danger">{open.error}</Notice>
          <Button variant="primary" busy={open.busy} onClick={() => void run(hash)}>
            Try again
          </Button>
        </div>
      ) : (
        <p className="text-ink-soft">One moment, please.</p>
      )}
    </CentredCard>
  )
}
