'use client'

import { memo, type RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import type { OpenedEarly } from './early'
import type { Opened } from './model'
import type { DocumentText } from './use-document-text'

/** The id of the words that say how to read and select by keyboard. */
export const CARET_HINT = 'caret-hint'

/**
 * The document's static HTML, from the server's renderer. React writes it once; later parts are appended outside of
 * React, so this never renders again. What the article says of itself is for the script that begins before React.
 */
export const TextView = memo(function TextView({
  article,
  opened: { documentId, versionId, parts, pages, labels, origin },
  html,
}: {
  article: RefObject<HTMLElement | null>
  opened: Opened
  html: string
}) {
  const early: OpenedEarly = { documentId, versionId, parts, labels: labels.map(({ id, color }) => ({ id, color })) }
  return (
    <article
      ref={article}
      aria-label="Document"
      aria-describedby={CARET_HINT}
      tabIndex={0}
      className={`document focus-visible:outline-0 ${pages.length > 0 ? 'paged' : ''}`}
      dir="auto"
      {...(origin.language && { lang: origin.language })}
      data-opened={JSON.stringify(early)}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
})

/** What of the text is not here yet. */
export function TextState({ text, parts }: { text: DocumentText; parts: number }) {
  if (text.error) {
    return (
      <Notice tone="danger">
        {text.error}{' '}
        <Button size="small" onClick={text.retry}>
          Try again
        </Button>
      </Notice>
    )
  }
  return text.loaded > 0 && text.loaded < parts ? (
    <p role="status" className="text-ink-faint py-4 text-center">
      Loading the rest of the document…
    </p>
  ) : null
}
