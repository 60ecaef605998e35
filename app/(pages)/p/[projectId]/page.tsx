import { EyeOff } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { found } from '@/app/_door/page'
import { WaitingLink } from '@/components/claims/waiting-link'
import { DocumentList } from '@/components/documents/document-list'
import { NotifyMe } from '@/components/notifications/notify-me'
import { PhaseNotice } from '@/components/seals/phase-notice'
import { buttonClass } from '@/components/ui/button'
import { endpoints } from '@/domain/endpoints'
import { can } from '@/domain/permissions/policy'
import { config } from '@/server/config'
import { listDocuments } from '@/server/documents/list-documents'
import { getProjectChoice } from '@/server/notifications/choices'
import { listPhases } from '@/server/seals/list-phases'
import { openProject, ProjectFrame } from './frame'
import { countWaiting } from './waiting'

export const metadata: Metadata = { title: 'Documents' }

type Props = {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function DocumentsPage({ params, searchParams }: Props) {
  const opened = await openProject((await params).projectId, '')
  const { actor, project } = opened
  const { query: shape } = endpoints['GET /projects/{projectId}/documents']
  const { sort, order, text, cursor } = await searchParams
  const asked = shape.safeParse({ sort, order, text, cursor })
  const query = asked.success ? asked.data : shape.parse({})
  const { items, next } = await found(listDocuments(actor, project.id, { ...query, trashed: 'false' }))
  const [waiting, phases, chosen] = await found(
    Promise.all([
      countWaiting(actor, project.id),
      listPhases(actor, project.id, { limit: 20 }),
      getProjectChoice(actor, project.id),
    ]),
  )
  return (
    <ProjectFrame
      {...opened}
      meta={project.description ? <p className="max-w-prose whitespace-pre-line">{project.description}</p> : null}
      actions={
        <>
          <WaitingLink projectId={project.id} waiting={waiting} />
          <Link href={`/p/${project.id}/phases`} prefetch={false} className={buttonClass({ variant: 'quiet' })}>
            <EyeOff size={16} aria-hidden /> Independent phases
          </Link>
          <NotifyMe projectId={project.id} chosen={chosen} mails={config.mail !== null} />
        </>
      }
    >
      <PhaseNotice projectId={project.id} phases={phases.items.filter(({ revealedAt }) => revealedAt === null)} />
      <DocumentList
        projectId={project.id}
        documents={items}
        next={next}
        query={query}
        first={query.cursor === undefined}
        manages={can(actor, 'document:create', project)}
        mostBytes={config.limits.uploadBytes}
      />
    </ProjectFrame>
  )
}
