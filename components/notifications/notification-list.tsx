'use client'

import Link from 'next/link'
import { useState } from 'react'
import { call } from '@/client/call'
import { refreshUnread } from '@/client/unread'
import { useAction } from '@/client/use-action'
import type { Notification } from '@/domain/notifications/notification'
import { addressOf, NOTICES } from '@/domain/notifications/words'
import { Button } from '@/components/ui/button'
import { day } from '@/components/ui/day'
import { Notice } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { showError } from '@/components/ui/toast'
import { byDay } from '@/components/ui/by-day'

type Props = { first: readonly Notification[]; next: string | null; unread: boolean }

/** What happened to its reader, by day, newest first. To open something is to have read it. */
export function NotificationList({ first, next, unread }: Props) {
  const [items, setItems] = useState(first)
  const [cursor, setCursor] = useState(next)
  const more = useAction(async () => {
    const query = { unread: String(unread) as 'true' | 'false', ...(cursor && { cursor }) }
    const page = await call('GET /me/notifications', { query })
    setItems((shown) => [...shown, ...page.items])
    setCursor(page.next)
  })
  const read = (chosen: (item: Notification) => boolean) =>
    setItems((shown) => shown.map((item) => (chosen(item) ? { ...item, read: true } : item)))
  const all = useAction(async (idempotencyKey) => {
    const until = items[0]?.at ?? new Date().toISOString()
    await call('POST /me/notifications/read', { body: { until } }, { idempotencyKey })
    read(() => true)
    await refreshUnread()
  })
  const open = ({ id, read: before }: Notification) => {
    if (before) return
    read((item) => item.id === id)
    call('POST /me/notifications/{notificationId}/read', { params: { notificationId: id } }).then(
      refreshUnread,
      showError,
    )
  }
  const error = all.error || more.error
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Filter unread={unread} />
        {items.some((item) => !item.read) ? (
          <Button size="small" busy={all.busy} onClick={() => void all.run()}>
            Mark all as read
          </Button>
        ) : null}
      </div>
      {error ? <Notice tone="danger">{error}</Notice> : null}
      {items.length === 0 ? (
        <p role="status" className="text-ink-soft py-10 text-center">
          {unread
            ? 'Nothing unread.'
            : 'Nothing yet. Mentions, replies, reviews and findings that concern you come here.'}
        </p>
      ) : null}
      {byDay(items).map(({ at, items: those }) => (
        <section key={at} aria-label={day(at)}>
          <h2 className="text-ink-soft mb-2 text-sm font-medium">{day(at)}</h2>
          <ul className="divide-line border-line bg-surface divide-y overflow-hidden rounded-lg border">
            {those.map((item) => (
              <Item key={item.id} item={item} onOpen={() => open(item)} />
            ))}
          </ul>
        </section>
      ))}
      {cursor ? (
        <Button className="justify-self-center" busy={more.busy} onClick={() => void more.run()}>
          Show earlier ones
        </Button>
      ) : null}
    </div>
  )
}

function Filter({ unread }: { unread: boolean }) {
  const links = [
    { name: 'All', href: '/notifications', current: !unread },
    { name: 'Unread', href: '/notifications?unread=true', current: unread },
  ]
  return (
    <nav aria-label="Which notifications" className="flex gap-1">
      {links.map(({ name, href, current }) => (
        <Link
          key={name}
          href={href}
          {...(current && { 'aria-current': 'page' })}
          className="text-ink-soft hover:bg-sunken aria-[current]:bg-accent-wash aria-[current]:text-accent rounded-md px-2.5 py-1 aria-[current]:font-medium"
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}

function Item({ item, onOpen }: { item: Notification; onOpen: () => void }) {
  const { kind, by, title, project, excerpt, read, at } = item
  return (
    <li className={read ? '' : 'bg-accent-wash'}>
      <Link
        href={addressOf(item)}
        prefetch={false}
        onClick={onOpen}
        className="hover:bg-sunken grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 px-3 py-2.5 -outline-offset-2 sm:px-4"
      >
        <span
          aria-hidden
          className={`mt-1.5 size-2 rounded-full ${read ? 'bg-transparent' : 'bg-accent forced-color-adjust-none'}`}
        />
        <span className="min-w-0">
          {read ? null : <span className="sr-only">Unread: </span>}
          <span className="font-medium wrap-anywhere">{NOTICES[kind].say(by.name)}</span>
          <span className="text-ink-soft block text-sm wrap-anywhere">
            <span className="font-serif italic">{title}</span>
            {project ? <span className="text-ink-faint"> · {project.name}</span> : null}
            <span className="text-ink-faint">
              {' '}
              · <Time at={at} />
            </span>
          </span>
          {excerpt ? <span className="text-ink-soft mt-0.5 line-clamp-2 text-sm wrap-anywhere">{excerpt}</span> : null}
        </span>
      </Link>
    </li>
  )
}
