import type { Metadata } from 'next'
import { found } from '@/app/_door/page'
import { ActivityList } from '@/components/activity/activity-list'
import { ShowMore } from '@/components/ui/show-more'
import { EmptyState } from '@/components/ui/small'
import { listProjectActivity } from '@/server/activity/list-activity'
import { moreAddress, pagesAsked, readPages, type Asked } from '../../../read-pages'
import { openProject, ProjectFrame } from '../frame'

export const metadata: Metadata = { title: 'Activity' }

/** As many as fill a few screens; earlier ones follow when they are asked for. */
const SHOWN = 100

type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> }

/** What happened in a project, newest first. */
export default async function ProjectActivityPage({ params, searchParams }: Props) {
  const opened = await openProject((await params).projectId, '/activity')
  const { actor, project } = opened
  const asked = await searchParams
  const { items, more } = await found(
    readPages((cursor) => listProjectActivity(actor, project.id, { limit: SHOWN, cursor }), pagesAsked(asked, 'shown')),
  )
  return (
    <ProjectFrame {...opened} title="What happened here">
      <div className="grid max-w-3xl gap-6">
        <ActivityList items={items} />
        {items.length === 0 ? (
          <EmptyState title="Nothing yet">What people do in this project is told here.</EmptyState>
        ) : null}
        <ShowMore href={more ? moreAddress(asked, 'shown') : null}>Show what was before</ShowMore>
      </div>
    </ProjectFrame>
  )
}
