import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProjectForm } from '@/components/projects/project-form'
import { can } from '@/domain/permissions/policy'
import { openProject, ProjectFrame } from '../frame'

export const metadata: Metadata = { title: 'Settings' }

type Props = { params: Promise<{ projectId: string }> }

export default async function ProjectSettingsPage({ params }: Props) {
  const opened = await openProject((await params).projectId, '/settings')
  const { actor, project } = opened
  if (!can(actor, 'project:update', project)) notFound()
  return (
    <ProjectFrame {...opened} title="Settings">
      <div className="max-w-xl">
        <ProjectForm project={project} />
      </div>
    </ProjectFrame>
  )
}
