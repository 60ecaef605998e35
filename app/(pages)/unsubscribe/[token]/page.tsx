import type { Metadata } from 'next'
import { CentredCard } from '@/components/shell/centred-card'
import { Button } from '@/components/ui/button'
import { subscriberOf } from '@/server/mails/unsubscribe'

export const metadata: Metadata = { title: 'No more mail' }

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string | string[] }> }

/** Where a link in each mail leads, signed in or not. To open it changes nothing: mail programs look at links too. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { token } = await params
  if (subscriberOf(token) === null) {
    return (
      <CentredCard title="This link is not one of ours">
        <p className="text-ink-soft">Please use the link in the newest mail, or choose on your account page.</p>
      </CentredCard>
    )
  }
  if ((await searchParams).done !== undefined) {
    return (
      <CentredCard title="You get no more mail">
        <p className="text-ink-soft">
          What concerns you still waits in Assay. On your{' '}
          <a className="link" href="/account#notifications">
            account page
          </a>{' '}
          you can choose otherwise at any time.
        </p>
      </CentredCard>
    )
  }
  return (
    <CentredCard title="No more mail from Assay?">
      <p className="text-ink-soft mb-5">You will be told of things in Assay only, and no longer by e-mail.</p>
      <form method="post" action={`/api/unsubscribe/${token}`}>
        <Button type="submit" variant="primary">
          Stop all mail
        </Button>
      </form>
    </CentredCard>
  )
}
