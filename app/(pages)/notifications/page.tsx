import type { Metadata } from 'next'
import { pageActor } from '@/app/_door/page'
import { NotificationList } from '@/components/notifications/notification-list'
import { AppShell, PageHeader } from '@/components/shell/app-shell'
import { listNotifications } from '@/server/notifications/list-notifications'

export const metadata: Metadata = { title: 'Notifications' }

/** As many as fill a few screens. */
const LIMIT = 50

type Props = { searchParams: Promise<{ unread?: string | string[] }> }

/** What happened to its reader. */
export default async function NotificationsPage({ searchParams }: Props) {
  const unread = (await searchParams).unread === 'true'
  const actor = await pageActor(unread ? '/notifications?unread=true' : '/notifications')
  const { items, next } = await listNotifications(actor, { limit: LIMIT, unread: unread ? 'true' : 'false' })
  return (
    <AppShell name={actor.name} crumbs={[{ name: 'Notifications', href: '/notifications' }]}>
      <div className="mx-auto max-w-2xl">
        <PageHeader title="What happened to you" />
        <NotificationList key={String(unread)} first={items} next={next} unread={unread} />
      </div>
    </AppShell>
  )
}
