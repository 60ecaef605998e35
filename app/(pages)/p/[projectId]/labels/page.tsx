import type { Metadata } from 'next'
import { Labels } from '@/components/projects/labels'
import { can } from '@/domain/permissions/policy'
import { listLabels } from '@/server/projects/labels'
import { openProject, ProjectFrame } from '../frame'

export const metadata: Metadata = { title: 'Labels' }

type Props = { params: Promise<{ projectId: string }> }

export default async function LabelsPage({ params }: Props) {
  const opened = await openProject((await params).projectId, '/labels')
  const { actor, project } = opened
  const { items } = await listLabels(actor, project.id, { limit: 200 })
  return (
    <ProjectFrame {...opened}>
      <Labels projectId={project.id} labels={items} manages={can(actor, 'label:manage', project)} />
    </ProjectFrame>
  )
}
