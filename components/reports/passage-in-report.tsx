import { after, before } from '@/domain/annotations/surroundings'
import { STANCES } from '@/domain/claims/words'
import type { ReportOccurrence, ReportPassage } from '@/domain/reports/report'
import { PermanentLink } from './permanent-link'

/** A passage in its surroundings; its words lead to where they stand. */
export function PassageInReport({ passage, home }: { passage: ReportPassage | ReportOccurrence; home: string }) {
  const { address, documentTitle, pages, prefix, exact, suffix } = passage
  return (
    <figure>
      <blockquote className="text-ink-soft border-line-strong border-l-2 pl-3 font-serif text-[15px] leading-relaxed wrap-anywhere whitespace-pre-line">
        {before(prefix)}
        <PermanentLink
          address={address}
          home={home}
          bare
          className="text-ink decoration-accent underline underline-offset-3"
        >
          {exact}
        </PermanentLink>
        {after(suffix)}
      </blockquote>
      <figcaption className="mt-1 pl-3.5 text-[13px] wrap-anywhere">
        <PermanentLink address={address} home={home}>
          {[documentTitle, pages].filter(Boolean).join(', ')}
        </PermanentLink>
        {'stance' in passage ? <span className="text-ink-soft"> · {readingOf(passage)}</span> : null}
      </figcaption>
    </figure>
  )
}

function readingOf({ stance, voice, attributedTo }: ReportOccurrence): string {
  const said = STANCES[stance].toLowerCase()
  if (voice === 'attributed') return attributedTo ? `${said}, in the words of ${attributedTo}` : `${said}, attributed`
  return voice === 'author' ? `${said}, in the author’s voice` : `${said}, unclear in whose voice`
}
