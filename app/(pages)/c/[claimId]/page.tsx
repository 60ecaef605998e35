import type { Metadata } from 'next'
import { cache } from 'react'
import { found, idOf, pageActor } from '@/app/_door/page'
import { ClaimDeeds } from '@/components/claim-page/claim-deeds'
import { ClaimDesk } from '@/components/claim-page/claim-desk'
import { ClaimFacts, ClaimHeader } from '@/components/claim-page/claim-header'
import { ClaimThread } from '@/components/claim-page/claim-thread'
import { deedsNow } from '@/components/claim-page/deeds'
import { MyTurn } from '@/components/claim-page/my-turn'
import { Section, SectionLinks } from '@/components/claim-page/section'
import { Id } from '@/domain/endpoint'
import { can, type Permission } from '@/domain/permissions/policy'
import { getClaim } from '@/server/claims/get-claim'
import { listClaimRounds } from '@/server/reviews/list-rounds'
import { projectOf, ProjectFrame } from '../../p/[projectId]/frame'
import { ClaimEvidence } from './evidence'
import { ClaimFinding } from './finding'
import { ClaimHistory } from './history'
import { ClaimLikelihoods } from './likelihoods'
import { ClaimOutcome } from './outcome'
import { ClaimPassages } from './passages'
import { ClaimRelations } from './relations'
import { ClaimReview } from './review'

type Asked = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ claimId: string }>; searchParams: Promise<Asked> }

/** Who reads which claim. Asked once for a page and its title. */
const openClaim = cache(async (param: string) => {
  const claimId = idOf(param)
  const actor = await pageActor(`/c/${claimId}`)
  return { actor, claim: await found(getClaim(actor, claimId)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openClaim((await params).claimId)).claim.statement }
}

/** As many rounds as anyone would look through; nothing is judged more often. */
const ROUNDS = 50

export default async function ClaimPage({ params, searchParams }: Props) {
  const asked = await searchParams
  const comment = Id.safeParse(asked.c).data ?? null
  const { actor, claim } = await openClaim((await params).claimId)
  const opened = await projectOf(actor, claim.projectId, '/claims')
  const { items: rounds } = await found(listClaimRounds(actor, claim.id, { limit: ROUNDS }))
  const { id, workspaceId, projectId, held, state } = claim
  const may = (permission: Permission) => can(actor, permission, { workspaceId, authorId: claim.author.id, held })
  const [newest] = rounds
  const parts = { actor, claim }
  const lists = { ...parts, asked }
  return (
    <ProjectFrame {...opened} title={null} wide>
      <ClaimDesk
        projectId={projectId}
        me={{ id: actor.id, name: actor.name }}
        annotates={may('thread:reply')}
        moderates={can(actor, 'comment:delete', { workspaceId })}
        comment={comment}
      >
        <div className="mx-auto grid max-w-6xl gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="grid min-w-0 gap-4 lg:col-span-2">
            <ClaimHeader claim={claim} />
            <ClaimFacts claim={claim} />
            <ClaimDeeds
              claim={claim}
              deeds={deedsNow(claim, may)}
              reviewedBy={newest?.reviewers.filter(({ dropped }) => !dropped).map(({ person }) => person.id) ?? []}
            />
            {newest?.asksMe ? <MyTurn /> : null}
            <SectionLinks />
          </div>
          <div className="grid min-w-0 content-start gap-10">
            <Section id="passages">
              <ClaimPassages {...lists} />
            </Section>
            <Section id="evidence">
              <ClaimEvidence {...parts} />
            </Section>
            <Section id="review">
              <div className="grid gap-8">
                <ClaimReview {...parts} rounds={rounds} />
                <ClaimLikelihoods {...parts} rounds={rounds} />
              </div>
            </Section>
            <Section id="finding">
              <ClaimFinding {...parts} />
              <ClaimOutcome {...parts} />
            </Section>
            <Section id="thread">
              <ClaimThread claimId={id} closed={state === 'reviewing' && newest?.sealed !== false} />
            </Section>
          </div>
          <aside aria-label="Around this claim" className="grid min-w-0 content-start gap-10">
            <Section id="relations">
              <ClaimRelations {...lists} />
            </Section>
            <Section id="history">
              <ClaimHistory {...lists} />
            </Section>
          </aside>
        </div>
      </ClaimDesk>
    </ProjectFrame>
  )
}
