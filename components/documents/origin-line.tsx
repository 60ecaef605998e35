import { day } from '@/components/ui/day'
import { byline } from '@/domain/documents/byline'
import { languageName, siteOf, type Origin } from './origin'

/** Where a document comes from, quietly above its text; nothing where nothing is known. */
export function OriginLine({ origin }: { origin: Origin }) {
  const { address, language, retrievedAt } = origin
  const said = byline(origin)
  const parts = [
    said ? <span key="by">{said}</span> : null,
    address ? (
      <a key="at" href={address} target="_blank" rel="noreferrer" className="link wrap-anywhere">
        {siteOf(address)}
      </a>
    ) : null,
    retrievedAt ? <span key="on">read on {day(retrievedAt)}</span> : null,
    language ? <span key="in">{languageName(language)}</span> : null,
  ].filter((part) => part !== null)
  if (parts.length === 0) return null
  return (
    <p className="text-ink-soft mb-1 flex flex-wrap gap-x-2 text-sm" aria-label="Where it comes from">
      {parts.flatMap((part, at) =>
        at === 0
          ? [part]
          : [
              <span key={`dot-${part.key}`} aria-hidden>
                ·
              </span>,
              part,
            ],
      )}
    </p>
  )
}
