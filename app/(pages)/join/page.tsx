import type { Metadata } from 'next'
import Link from 'next/link'
import { currentActor } from '@/app/_door/actor'
import { orRefusal } from '@/app/_door/page'
import { passing } from '@/app/_door/passing'
import { AcceptForm, JoinForm } from '@/components/people/join-form'
import { IssuerButtons } from '@/components/people/issuer-buttons'
import { CentredCard } from '@/components/shell/centred-card'
import { Sorry } from '@/components/shell/sorry'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import { issuerRefusal } from '@/domain/people/issuers'
import type { Actor } from '@/domain/permissions/policy'
import { deedsOf, RANK, withArticle } from '@/domain/permissions/role'
import { Refusal } from '@/domain/refusal'
import { listIssuers } from '@/server/issuers'
import { findOffer, type Offer } from '@/server/people/join'

export const metadata: Metadata = { title: 'Join' }

type Props = {
  searchParams: Promise<Record<'refused' | 'issuer', string | string[] | undefined>>
}

export default async function JoinPage({ searchParams }: Props) {
  const token = await passing('join')
  const asked = await searchParams
  const issuers = listIssuers()
  const refusal = issuerRefusal(issuers, asked.refused, asked.issuer)
  const [actor, offer] = [await currentActor(), token === '' ? null : await orRefusal(findOffer(token))]
  if (offer instanceof Refusal) return <Sorry title="Please wait">{offer.message}</Sorry>
  if (!offer) {
    return (
      <Sorry title="This invitation is of no use">
        It was used or revoked, or it has expired, or it was opened here more than an hour ago. Open its link once more,
        or ask the person who sent it for a new one.
      </Sorry>
    )
  }
  if (actor && holds(actor, offer)) return <Already offer={offer} role={actor.roles.get(offer.workspaceId) ?? ''} />
  return (
    <CentredCard title={`Join ${offer.workspace}`}>
      <p className="text-ink-soft mb-5">
        {offer.invitedBy} invites you as {withArticle(offer.role)}: someone who {deedsOf(offer.role)}.
      </p>
      {refusal ? (
        <div className="mb-5">
          <Notice tone="danger">{refusal}</Notice>
        </div>
      ) : null}
      {actor ? <AcceptForm token={token} name={actor.name} /> : <JoinForm token={token} />}
      {actor ? null : <IssuerButtons issuers={issuers} next="/join" invitation={token} />}
      {actor ? null : (
        <p className="text-ink-faint mt-5 text-[13px]">
          You have an account?{' '}
          <a className="link" href="/sign-in?next=/join">
            Sign in
          </a>{' '}
          and come back here.
        </p>
      )}
    </CentredCard>
  )
}

/** Whether the link would give the actor nothing that they don't have. */
function holds(actor: Actor, { workspaceId, role }: Offer): boolean {
  const held = actor.roles.get(workspaceId)
  return held !== undefined && RANK[held] >= RANK[role]
}

function Already({ offer, role }: { offer: Offer; role: string }) {
  return (
    <CentredCard title={`You belong to ${offer.workspace}`}>
      <p className="text-ink-soft mb-5">
        Your role there is {role}, so this invitation for the role of {offer.role} would change nothing. The link still
        works for someone else.
      </p>
      <Link href={`/w/${offer.workspaceId}`} className={buttonClass({ variant: 'primary' })}>
        Go to {offer.workspace}
      </Link>
    </CentredCard>
  )
}
