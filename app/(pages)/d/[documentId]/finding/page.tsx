import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { found, idOf, pageActor } from '@/app/_door/page'
import { QueryProvider } from '@/client/query'
import { BeginFinding } from '@/components/findings/begin-finding'
import { EmptyState } from '@/components/ui/small'
import { can } from '@/domain/permissions/policy'
import { getDocument } from '@/server/documents/list-documents'
import { findDocumentFinding } from '@/server/findings/find-document-finding'
import { projectOf, ProjectFrame } from '../../../p/[projectId]/frame'

export const metadata: Metadata = { title: 'Finding on a document' }

/** Leads to the finding about a document, or begins it. */
export default async function DocumentFindingPage({ params }: { params: Promise<{ documentId: string }> }) {
  const documentId = idOf((await params).documentId)
  const actor = await pageActor(`/d/${documentId}/finding`)
  const document = await found(getDocument(actor, documentId))
  const findingId = await found(findDocumentFinding(actor, documentId))
  if (findingId !== null) redirect(`/f/${findingId}`)
  const { projectId, title } = document
  const opened = await projectOf(actor, projectId, '')
  const writes = can(actor, 'finding:write', document)
  return (
    <ProjectFrame {...opened} title={title}>
      <EmptyState
        title={writes ? 'Assess this document as a whole' : 'Nothing was found about this document yet'}
        action={
          writes ? (
            <QueryProvider>
              <BeginFinding projectId={projectId} about={{ documentId }} />
            </QueryProvider>
          ) : null
        }
      >
        A finding on a document says what its claims, its conflicts and what was left unread come to: an overall
        assessment, signed and published like the finding on a claim.
      </EmptyState>
    </ProjectFrame>
  )
}
