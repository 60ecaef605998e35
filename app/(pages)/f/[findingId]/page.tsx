import type { Metadata } from 'next'
import { cache } from 'react'
import { found, idOf, pageActor } from '@/app/_door/page'
import { ClaimDesk } from '@/components/claim-page/claim-desk'
import type { View } from '@/components/findings/finding-deeds'
import { FindingView } from '@/components/findings/finding-view'
import { Id } from '@/domain/endpoint'
import { can, type Permission } from '@/domain/permissions/policy'
import { getFinding, listFindingVersions } from '@/server/findings/list-findings'
import { projectOf, ProjectFrame } from '../../p/[projectId]/frame'
import { readJudged } from './read-judged'

type Props = {
  params: Promise<{ findingId: string }>
  searchParams: Promise<Record<'view' | 'c', string | string[] | undefined>>
}

/** Who reads which finding. Asked once for a page and its title. */
const openFinding = cache(async (param: string) => {
  const findingId = idOf(param)
  const actor = await pageActor(`/f/${findingId}`)
  return { actor, finding: await found(getFinding(actor, findingId)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { claim, document } = (await openFinding((await params).findingId)).finding
  return { title: `Finding: ${claim?.statement ?? document?.title ?? ''}` }
}

/** As many versions as anyone would look through. */
const VERSIONS = 100

const VIEWS: readonly View[] = ['published', 'draft', 'edit']

export default async function FindingPage({ params, searchParams }: Props) {
  const { actor, finding } = await openFinding((await params).findingId)
  const { id, projectId, workspaceId, claim } = finding
  const opened = await projectOf(actor, projectId, '/claims')
  const { items: versions } = await found(listFindingVersions(actor, id, { limit: VERSIONS }))
  const may = (permission: Permission) => can(actor, permission, { workspaceId })
  const { view, c } = await searchParams
  const asked = VIEWS.find((each) => each === view) ?? null
  const writes = may('finding:write')
  return (
    <ProjectFrame {...opened} title={null} wide>
      <ClaimDesk
        projectId={projectId}
        me={{ id: actor.id, name: actor.name }}
        annotates={may('thread:reply')}
        moderates={may('comment:delete')}
        comment={Id.safeParse(c).data ?? null}
      >
        <div className="mx-auto max-w-6xl">
          <FindingView
            key={id}
            finding={finding}
            versions={versions}
            {...await found(readJudged(actor, claim?.id ?? null))}
            may={{ writes, publishes: may('finding:publish') }}
            view={asked === 'edit' && !writes ? null : asked}
          />
        </div>
      </ClaimDesk>
    </ProjectFrame>
  )
}
