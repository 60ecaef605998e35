import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TrashList } from '@/components/documents/trash-list'
import { can } from '@/domain/permissions/policy'
import { listDocuments } from '@/server/documents/list-documents'
import { openProject, ProjectFrame } from '../frame'

export const metadata: Metadata = { title: 'Trash' }

type Props = { params: Promise<{ projectId: string }> }

export default async function TrashPage({ params }: Props) {
  const opened = await openProject((await params).projectId, '/trash')
  const { actor, project } = opened
  if (!can(actor, 'document:trash', project)) notFound()
  const { items } = await listDocuments(actor, project.id, {
    limit: 200,
    sort: 'activity',
    order: 'desc',
    text: '',
    trashed: 'true',
  })
  return (
    <ProjectFrame {...opened}>
      <TrashList documents={items} />
    </ProjectFrame>
  )
}
