import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { pageActor } from '@/app/_door/page'
import { ChooseEverywhere } from '@/components/notifications/choose-everywhere'
import { NameForm, PasswordForm, Sessions } from '@/components/people/account'
import { EmailAddress } from '@/components/people/email-address'
import { LinkedAccounts } from '@/components/people/linked-accounts'
import { SecondFactor } from '@/components/people/second-factor'
import { YourData } from '@/components/people/your-data'
import { Tokens } from '@/components/tokens/tokens'
import { AppShell, PageHeader } from '@/components/shell/app-shell'
import { issuerRefusal } from '@/domain/people/issuers'
import { config } from '@/server/config'
import { listChoices } from '@/server/notifications/choices'
import { getSecurity } from '@/server/people/accounts'
import { readErasing } from '@/server/people/erase-me'
import { getMe, listSessions } from '@/server/people/me'
import { listWorkspaces } from '@/server/people/workspaces'
import { listTokens } from '@/server/tokens/list-tokens'

export const metadata: Metadata = { title: 'Account' }

type Props = { searchParams: Promise<Record<'linked' | 'refused' | 'issuer', string | string[] | undefined>> }

export default async function AccountPage({ searchParams }: Props) {
  const actor = await pageActor('/account')
  const asked = await searchParams
  const [me, security, sessions, choices, erasing, tokens, workspaces] = await Promise.all([
    getMe(actor),
    getSecurity(actor),
    listSessions(actor, { limit: 100 }),
    listChoices(actor),
    readErasing(actor),
    listTokens(actor, { limit: 100 }),
    listWorkspaces(actor, { limit: 200 }),
  ])
  return (
    <AppShell name={actor.name} crumbs={[{ name: 'Account', href: '/account' }]}>
      <PageHeader title="Account" />
      <div className="grid max-w-xl gap-10">
        <Section title="You">
          <NameForm me={me} />
        </Section>
        <Section title="E-mail address">
          <EmailAddress security={security} />
        </Section>
        <Section title="Password">
          <PasswordForm hasPassword={security.hasPassword} />
        </Section>
        <Section title="Code at sign-in" id="code">
          <SecondFactor security={security} />
        </Section>
        {security.issuers.length + security.accounts.length > 0 ? (
          <Section title="Accounts elsewhere" id="accounts">
            <LinkedAccounts
              security={security}
              refusal={issuerRefusal(security.issuers, asked.refused, asked.issuer)}
              linked={security.issuers.find(({ id }) => id === asked.linked)?.name ?? null}
            />
          </Section>
        ) : null}
        <Section title="Notifications" id="notifications">
          <ChooseEverywhere choices={choices} mails={config.mail !== null} />
        </Section>
        <Section title="Signed in on these devices">
          <Sessions sessions={sessions.items} />
        </Section>
        <Section title="Tokens for programs" id="tokens">
          <Tokens tokens={tokens.items} workspaces={workspaces.items} />
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
