import type { Metadata } from 'next'
import { orRefusal } from '@/app/_door/page'
import { passing } from '@/app/_door/passing'
import { VerifyButton } from '@/components/people/mailed-link-forms'
import { CentredCard } from '@/components/shell/centred-card'
import { Sorry } from '@/components/shell/sorry'
import { Refusal } from '@/domain/refusal'
import { findVerification } from '@/server/people/email'

export const metadata: Metadata = { title: 'Your address' }

/** Where the link leads that shows an address to be somebody's. */
export default async function VerifyPage() {
  const token = await passing('verify')
  const about = token === '' ? null : await orRefusal(findVerification(token))
  if (about instanceof Refusal) {
    return <Sorry title="Please wait">{about.message}</Sorry>
  }
  if (!about) {
    return (
      <Sorry title="This link is of no use">
        It was used, a newer one was asked for, or it is too old. Open it once more from the mail; on your{' '}
        <a className="link" href="/account">
          account page
        </a>{' '}
        you can have another sent.
      </Sorry>
    )
  }
  return (
    <CentredCard title="Is this your address?">
      <p className="mb-5 font-medium wrap-anywhere">{about.email}</p>
      <VerifyButton token={token} />
    </CentredCard>
  )
}
