import type { Metadata } from 'next'
import Link from 'next/link'
import { found, idOf, pageActor } from '@/app/_door/page'
import { ActivityList } from '@/components/activity/activity-list'
import { ShowMore } from '@/components/ui/show-more'
import { EmptyState } from '@/components/ui/small'
import { listDocumentActivity } from '@/server/activity/list-activity'
import { getDocument } from '@/server/documents/list-documents'
import { projectOf, ProjectFrame } from '../../../p/[projectId]/frame'
import { moreAddress, pagesAsked, readPages, type Asked } from '../../../read-pages'

export const metadata: Metadata = { title: 'Activity' }

/** As many as fill a few screens; earlier ones follow when they are asked for. */
const SHOWN = 100

type Props = { params: Promise<{ documentId: string }>; searchParams: Promise<Asked> }

/** What happened in a document, newest first. */
export default async function DocumentActivityPage({ params, searchParams }: Props) {
  const documentId = idOf((await params).documentId)
  const actor = await pageActor(`/d/${documentId}/activity`)
  const document = await found(getDocument(actor, documentId))
  const opened = await projectOf(actor, document.projectId, '/activity')
  const asked = await searchParams
  const { items, more } = await found(
    readPages(
      (cursor) => listDocumentActivity(actor, documentId, { limit: SHOWN, cursor }),
      pagesAsked(asked, 'shown'),
    ),
  )
  return (
    <ProjectFrame
      {...opened}
      title="What happened here"
      meta={
        <p>
          In{' '}
          <Link href={`/d/${documentId}`} prefetch={false} className="link wrap-anywhere">
            {document.title}
          </Link>
          , and to the claims in it.
        </p>
      }
    >
      <div className="grid max-w-3xl gap-6">
        <ActivityList items={items} here={documentId} />
        {items.length === 0 ? (
          <EmptyState title="Nothing yet">What people do in this document is told here.</EmptyState>
        ) : null}
        <ShowMore href={more ? moreAddress(asked, 'shown') : null}>Show what was before</ShowMore>
      </div>
    </ProjectFrame>
  )
}
