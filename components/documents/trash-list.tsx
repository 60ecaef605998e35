'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { showToast } from '@/components/ui/toast'
import type { Document } from '@/domain/documents/document'

/** What is in the trash. Annotations stay with their document, and come back with it. */
export function TrashList({ documents, next }: { documents: readonly Document[]; next: string | null }) {
  const router = useRouter()
  const { run, busy, error } = useAction(async (idempotencyKey, { id: documentId, title }: Document) => {
    await call('POST /documents/{documentId}/restore', { params: { documentId } }, { idempotencyKey })
    showToast({ text: `“${title}” is back among the documents.` })
    router.refresh()
  })
  if (documents.length === 0)
    return (
      <EmptyState title="The trash is empty">
        Documents that are moved here are out of everybody’s way. They keep their annotations, and come back with them.
      </EmptyState>
    )
  return (
    <div className="grid gap-3">
      {error ? <Notice tone="danger">{error}</Notice> : null}
      <ul className="divide-line border-line bg-surface divide-y rounded-lg border">
        {documents.map((document) => (
          <li key={document.id} className="flex items-center justify-between gap-3 px-4 py-2.5">
            <div className="min-w-0">
              <div className="truncate font-medium">{document.title}</div>
              <div className="text-ink-faint text-[13px]">
                {document.annotations === 1 ? '1 annotation' : `${document.annotations} annotations`} · added{' '}
                <Time at={document.createdAt} />
              </div>
            </div>
            <Button
              size="small"
              busy={busy}
              onClick={() => void run(document)}
              aria-label={`Restore ${document.title}`}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
      {next === null ? null : (
        <p className="text-center">
          <Link className={buttonClass()} href={`?cursor=${encodeURIComponent(next)}`}>
            Next page
          </Link>
        </p>
      )}
    </div>
  )
}
