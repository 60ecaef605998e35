import Link from 'next/link'
import { notFound } from 'next/navigation'
import { found } from '@/app/_door/page'
import { ColouredClaims } from '@/components/disagreement/coloured-claims'
import { ColouredText, SplitKey } from '@/components/disagreement/coloured-text'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/small'
import { getDocument, listDocuments } from '@/server/documents/list-documents'
import type { OpenedProject } from '../frame'
import { Chooser } from './chooser'
import { readColoured } from './read-coloured'

/** As many documents as anyone would look through in a list. */
const OFFERED = 200

/** A document's passages by how far people differ: of the first one, unless the address names one. */
export async function DocumentView({ actor, project, documentId }: OpenedProject & { documentId: string | undefined }) {
  const query = { sort: 'title', order: 'asc', text: '', trashed: 'false', limit: OFFERED } as const
  const { items } = await found(listDocuments(actor, project.id, query))
  const document = documentId === undefined ? items[0] : await found(getDocument(actor, documentId))
  if (!document) return <Nothing projectId={project.id} />
  if (document.projectId !== project.id) notFound()
  const { blocks, claims } = await found(readColoured(actor, project.id, document.id))
  return (
    <>
      <Chooser
        label="Document"
        name="document"
        options={items.map(({ id, title }) => ({ id, name: title }))}
        chosen={document.id}
      />
      {claims.length === 0 ? (
        <p role="status" className="text-ink-soft py-6">
          No claim is made in this document yet.{' '}
          <Link href={`/d/${document.id}`} prefetch={false} className="link">
            Open it
          </Link>
          , select a sentence and press A.
        </p>
      ) : (
        <>
          <SplitKey />
          <div className="mt-4 grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <ColouredText blocks={blocks} />
            <section aria-label="Claims in the text">
              <ColouredClaims claims={claims} />
            </section>
          </div>
        </>
      )}
    </>
  )
}

const Nothing = ({ projectId }: { projectId: string }) => (
  <div className="border-line-strong rounded-xl border border-dashed">
    <EmptyState
      title="No document yet"
      action={
        <Link href={`/p/${projectId}`} className={buttonClass()}>
          To the documents
        </Link>
      }
    >
      <p>
        Bring in a document, find the claims in it, and have them reviewed: then its passages show where people differ.
      </p>
    </EmptyState>
  </div>
)
