'use client'

import { Bell as BellIcon } from 'lucide-react'
import Link from 'next/link'
import { useUnread } from '@/client/unread'
import { shortCount } from '@/domain/notifications/words'

/** The way to what happened to its reader, with how much of it is unread. */
export function Bell() {
  const unread = useUnread()
  const label = unread === 0 ? 'Notifications' : `Notifications: ${shortCount(unread)} unread`
  return (
    <Link
      href="/notifications"
      prefetch={false}
      aria-label={label}
      title={label}
      className="text-ink-soft hover:bg-sunken hover:text-ink relative flex size-8 shrink-0 items-center justify-center rounded-md"
    >
      <BellIcon size={17} aria-hidden />
      {unread > 0 ? (
        <span
          aria-hidden
          className="bg-accent text-on-accent absolute top-0 right-0 min-w-4 translate-x-0.5 rounded-full px-1 text-center text-[10px] leading-4 font-semibold forced-colors:border"
        >
          {shortCount(unread)}
        </span>
      ) : null}
    </Link>
  )
}
