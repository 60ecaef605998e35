import type { Metadata } from 'next'
import { Labels } from '@/components/projects/labels'
import { can } from '@/domain/permissions/policy'
import { listLabelUses } from '@/server/projects/label-uses'
import { listLabels } from '@/server/projects/labels'
import { openProject, ProjectFrame } from '../frame'

export const metadata: Metadata = { title: 'Labels' }

type Props = { params: Promise<{ projectId: string }> }

export default async function LabelsPage({ params }: Props) {
  const opened = await openProject((await params).projectId, '/labels')
  const { actor, project } = opened
  const [labels, uses] = await Promise.all([
    listLabels(actor, project.id, { limit: 200 }),
    listLabelUses(actor, project.id, { limit: 200 }),
  ])
  const used = Object.fromEntries(uses.items.map(({ labelId, annotations }) => [labelId, annotations]))
  return (
    <ProjectFrame {...opened} title="Labels">
      <Labels projectId={project.id} labels={labels.items} used={used} manages={can(actor, 'label:manage', project)} />
    </ProjectFrame>
  )
}
