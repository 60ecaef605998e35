import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { found } from '@/app/_door/page'
import { TrashList } from '@/components/documents/trash-list'
import { endpoints } from '@/domain/endpoints'
import { can } from '@/domain/permissions/policy'
import { listDocuments } from '@/server/documents/list-documents'
import { openProject, ProjectFrame } from '../frame'

export const metadata: Metadata = { title: 'Trash' }

type Props = {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function TrashPage({ params, searchParams }: Props) {
  const opened = await openProject((await params).projectId, '/trash')
  const { actor, project } = opened
  if (!can(actor, 'document:trash', project)) notFound()
  const { cursor } = await searchParams
  const { query: shape } = endpoints['GET /projects/{projectId}/documents']
  const asked = shape.safeParse({ sort: 'activity', trashed: 'true', cursor })
  const query = asked.success ? asked.data : shape.parse({ sort: 'activity', trashed: 'true' })
  const { items, next } = await found(listDocuments(actor, project.id, query))
  return (
    <ProjectFrame {...opened} title="Trash">
      <TrashList documents={items} next={next} />
    </ProjectFrame>
  )
}
