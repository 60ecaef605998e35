import type { Metadata } from 'next'
import Link from 'next/link'
import { found } from '@/app/_door/page'
import { sourcesAddress } from '@/components/evidence/source-address'
import { SourceList } from '@/components/evidence/source-list'
import { buttonClass } from '@/components/ui/button'
import { endpoints } from '@/domain/endpoints'
import { can } from '@/domain/permissions/policy'
import { listSources } from '@/server/evidence/list-sources'
import { openProject, ProjectFrame } from '../frame'

export const metadata: Metadata = { title: 'Sources' }

type Props = {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SourcesPage({ params, searchParams }: Props) {
  const opened = await openProject((await params).projectId, '/sources')
  const { actor, project } = opened
  const { query: shape } = endpoints['GET /projects/{projectId}/sources']
  const { text, cursor } = await searchParams
  const asked = shape.safeParse({ text, cursor })
  const query = { ...(asked.success ? asked.data : shape.parse({})), limit: 100 }
  const { items, next } = await found(listSources(actor, project.id, query))
  const { workspaceId } = project
  const rights = {
    me: actor.id,
    grades: can(actor, 'evidence:appraise', project),
    retracts: can(actor, 'source:retract', project),
    changeable: items
      .filter(({ author }) => can(actor, 'source:update', { workspaceId, authorId: author.id }))
      .map(({ id }) => id),
  }
  return (
    <ProjectFrame
      {...opened}
      title="Sources"
      meta="Who says what the evidence says. Reliability is graded for the source, credibility for what it says."
    >
      <SourceList
        projectId={project.id}
        sources={items}
        text={query.text}
        adds={can(actor, 'evidence:add', project)}
        rights={rights}
      />
      {next === null && query.cursor === undefined ? null : (
        <nav aria-label="Pages" className="mt-4 flex justify-center gap-2">
          {query.cursor === undefined ? null : (
            <Link className={buttonClass()} href={sourcesAddress(project.id, query.text)}>
              First page
            </Link>
          )}
          {next === null ? null : (
            <Link className={buttonClass()} href={sourcesAddress(project.id, query.text, next)}>
              Next page
            </Link>
          )}
        </nav>
      )}
    </ProjectFrame>
  )
}
