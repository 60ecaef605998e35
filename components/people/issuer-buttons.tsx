'use client'

import { leaveFor } from '@/client/sign-in'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import type { Issuer } from '@/domain/people/issuers'

type Props = {
  issuers: readonly Issuer[]
  /** Where they go once they are back: a path of ours. */
  next: string
  /** The token of the invitation that they join by; without it they sign in. */
  invitation?: string
}

/** One button for each issuer that is set up; nothing where none is. */
export function IssuerButtons({ issuers, next, invitation }: Props) {
  const leave = useAction((_key, issuer: string) => leaveFor(issuer, { next, ...(invitation && { invitation }) }))
  if (issuers.length === 0) return null
  return (
    <div className="mt-5 grid gap-2">
      <p className="text-ink-faint flex items-center gap-3 text-[13px]" aria-hidden="true">
        <span className="bg-line h-px flex-1" /> or <span className="bg-line h-px flex-1" />
      </p>
      {leave.error ? <Notice tone="danger">{leave.error}</Notice> : null}
      {issuers.map(({ id, name }) => (
        <Button key={id} busy={leave.busy} onClick={() => void leave.run(id)}>
          {invitation ? 'Join' : 'Sign in'} with {name}
        </Button>
      ))}
    </div>
  )
}
