import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { pageActor } from '@/app/_door/page'
import { ChooseEverywhere } from '@/components/notifications/choose-everywhere'
import { NameForm, PasswordForm, Sessions } from '@/components/people/account'
import { YourData } from '@/components/people/your-data'
import { AppShell, PageHeader } from '@/components/shell/app-shell'
import { config } from '@/server/config'
import { listChoices } from '@/server/notifications/choices'
import { readErasing } from '@/server/people/erase-me'
import { getMe, listSessions } from '@/server/people/me'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const actor = await pageActor('/account')
  const [me, sessions, choices, erasing] = await Promise.all([
    getMe(actor),
    listSessions(actor, { limit: 100 }),
    listChoices(actor),
    readErasing(actor),
  ])
  return (
    <AppShell name={actor.name} crumbs={[{ name: 'Account', href: '/account' }]}>
      <PageHeader title="Account" />
      <div className="grid max-w-xl gap-10">
        <Section title="You">
          <NameForm me={me} />
        </Section>
        <Section title="Password">
          <PasswordForm />
        </Section>
        <Section title="Notifications" id="notifications">
          <ChooseEverywhere choices={choices} mails={config.mail !== null} />
        </Section>
        <Section title="Signed in on these devices">
          <Sessions sessions={sessions.items} />
        </Section>
        <Section title="Your data">
          <YourData {...erasing} />
        </Section>
      </div>
    </AppShell>
  )
}

function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id}>
      <h2 className="mb-3 text-base font-semibold">{title}</h2>
      {children}
    </section>
  )
}
