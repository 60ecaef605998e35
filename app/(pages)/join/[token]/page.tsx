import type { Metadata } from 'next'
import { currentActor } from '@/app/_door/actor'
import { AcceptForm, JoinForm } from '@/components/people/join-form'
import { CentredCard } from '@/components/shell/centred-card'
import { ROLE_MEANING } from '@/domain/permissions/role'
import { findOffer } from '@/server/people/join'

export const metadata: Metadata = { title: 'Join' }

type Props = { params: Promise<{ token: string }> }

export default async function JoinPage({ params }: Props) {
  const { token } = await params
  const [actor, offer] = [await currentActor(), await findOffer(token)]
  if (!offer) {
    return (
      <CentredCard title="This invitation is of no use">
        <p className="text-ink-soft">
          It was used or revoked, or it has expired. Ask the person who sent it for a new one.
        </p>
      </CentredCard>
    )
  }
  return (
    <CentredCard title={`Join ${offer.workspace}`}>
      <p className="text-ink-soft mb-5">
        {offer.invitedBy} invites you as {offer.role}. {ROLE_MEANING[offer.role]}
      </p>
      {actor ? <AcceptForm token={token} name={actor.name} /> : <JoinForm token={token} />}
      {actor ? null : (
        <p className="text-ink-faint mt-5 text-[13px]">
          You have an account?{' '}
          <a className="link" href={`/sign-in?next=${encodeURIComponent(`/join/${token}`)}`}>
            Sign in
          </a>{' '}
          and come back here.
        </p>
      )}
    </CentredCard>
  )
}
