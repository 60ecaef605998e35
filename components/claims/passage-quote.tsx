import Link from 'next/link'
import { after, before } from '@/domain/annotations/surroundings'
import type { Passage } from '@/domain/claims/claim'

/** A passage away from its document: its words in their surroundings, and the way to where they stand. */
export function PassageQuote({ passage }: { passage: Passage }) {
  const { documentId, documentTitle, pages, annotationId, prefix, exact, suffix } = passage
  return (
    <figure>
      <blockquote className="text-ink-faint border-line-strong border-l-2 pl-3 font-serif text-[15px] leading-relaxed wrap-anywhere whitespace-pre-line">
        {before(prefix)}
        <mark className="text-ink bg-accent-wash rounded-xs px-px">{exact}</mark>
        {after(suffix)}
      </blockquote>
      <figcaption className="mt-1 pl-3.5 text-xs">
        <Link href={`/d/${documentId}?a=${annotationId}`} prefetch={false} className="link wrap-anywhere">
          {[documentTitle, pages].filter(Boolean).join(', ')}
        </Link>
      </figcaption>
    </figure>
  )
}
