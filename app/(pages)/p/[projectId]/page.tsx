import type { Metadata } from 'next'
import { found } from '@/app/_door/page'
import { DocumentList } from '@/components/documents/document-list'
import { endpoints } from '@/domain/endpoints'
import { can } from '@/domain/permissions/policy'
import { config } from '@/server/config'
import { listDocuments } from '@/server/documents/list-documents'
import { openProject, ProjectFrame } from './frame'

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
  return (
    <ProjectFrame {...opened}>
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
