import type { Metadata } from 'next'
import Link from 'next/link'
import { found, idOf, pageActor } from '@/app/_door/page'
import { SentenceTable } from '@/components/claims/sentence-table'
import { buttonClass } from '@/components/ui/button'
import { endpoints } from '@/domain/endpoints'
import { readCoverage } from '@/server/claims/read-coverage'
import { getDocument } from '@/server/documents/list-documents'
import { projectOf, ProjectFrame } from '../../../p/[projectId]/frame'

export const metadata: Metadata = { title: 'Coverage' }

type Props = {
  params: Promise<{ documentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CoveragePage({ params, searchParams }: Props) {
  const documentId = idOf((await params).documentId)
  const actor = await pageActor(`/d/${documentId}/coverage`)
  const document = await found(getDocument(actor, documentId))
  const opened = await projectOf(actor, document.projectId, '')
  const { query: shape } = endpoints['GET /documents/{documentId}/coverage']
  const { cursor } = await searchParams
  const asked = shape.safeParse({ cursor, limit: '100' })
  const query = asked.success ? asked.data : shape.parse({ limit: '100' })
  const coverage = await found(readCoverage(actor, documentId, query))
  const first = query.cursor === undefined
  return (
    <ProjectFrame
      {...opened}
      title="What was looked at"
      meta={
        <p>
          Each sentence of{' '}
          <Link href={`/d/${documentId}`} prefetch={false} className="link wrap-anywhere">
            {document.title}
          </Link>
          : {coverage.claimed} claimed, {coverage.cleared} with nothing to check, {coverage.unseen} not looked at.
        </p>
      }
    >
      <SentenceTable coverage={coverage} />
      {coverage.next === null && first ? null : (
        <nav aria-label="Pages" className="mt-4 flex justify-center gap-2">
          {first ? null : (
            <Link className={buttonClass()} href={`/d/${documentId}/coverage`}>
              First page
            </Link>
          )}
          {coverage.next === null ? null : (
            <Link className={buttonClass()} href={`?cursor=${encodeURIComponent(coverage.next)}`}>
              Next page
            </Link>
          )}
        </nav>
      )}
    </ProjectFrame>
  )
}
