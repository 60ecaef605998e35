import { FileText, Highlighter, Lock, MessageSquare, Scale } from 'lucide-react'
import Link from 'next/link'
import type { Hit, HitKind } from '@/domain/search/search'
import { CLAIM_STATES } from '@/domain/claims/states'
import { Badge, Dot } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { jumpTo } from './jump'
import { MarkedText } from './marked-text'

const PICTURES = { document: FileText, annotation: Highlighter, comment: MessageSquare, claim: Scale } as const

const NAMES: Readonly<Record<HitKind, string>> = {
  document: 'Document',
  annotation: 'Annotation',
  comment: 'Comment',
  claim: 'Claim',
}

/** One thing that was found: what it says, what it belongs to, and the way there. */
export function HitItem({ hit }: { hit: Hit }) {
  const Picture = PICTURES[hit.kind]
  const about = hit.document?.title ?? hit.claim?.statement ?? ''
  return (
    <li>
      <Link
        href={jumpTo(hit)}
        prefetch={false}
        data-hit
        className="hover:bg-sunken grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 rounded-lg px-2 py-3 sm:px-3"
      >
        <Picture size={17} aria-hidden className="text-ink-faint mt-0.5" />
        <span className="grid min-w-0 gap-1">
          <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-xs">
            <span className="sr-only">{NAMES[hit.kind]}: </span>
            <span className="text-ink truncate text-sm font-medium" dir="auto">
              {hit.kind === 'claim' ? 'Claim' : about}
            </span>
            {hit.label ? (
              <Badge>
                <Dot color={hit.label.color} /> {hit.label.name}
              </Badge>
            ) : null}
            {hit.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
            {hit.kind === 'claim' && hit.claim ? <Badge>{CLAIM_STATES[hit.claim.state].name}</Badge> : null}
            {hit.resolved ? <Badge>Resolved</Badge> : null}
            {hit.alone ? (
              <Badge>
                <Lock size={11} aria-hidden /> Only you
              </Badge>
            ) : null}
          </span>
          {hit.kind === 'document' && hit.passage === null ? null : (
            <span className={hit.kind === 'comment' ? '' : 'font-serif text-[15px] leading-relaxed'}>
              <MarkedText hit={hit} />
            </span>
          )}
          <Foot hit={hit} />
        </span>
      </Link>
    </li>
  )
}

/** Who, when and where; and of a comment, what it is about. */
function Foot({ hit }: { hit: Hit }) {
  const { kind, passages, annotation, author, at, project } = hit
  const parts = [
    kind === 'comment' && annotation ? <span dir="auto">on “{annotation.exact}”</span> : null,
    author ? author.name : null,
    <Time key="at" at={at} />,
    project.name,
    kind === 'document' && passages > 1 ? `in ${passages} passages` : null,
  ].filter((part) => part !== null)
  return (
    <span className="text-ink-faint flex min-w-0 flex-wrap gap-x-1.5 text-xs">
      {parts.map((part, nth) => (
        <span key={nth} className="max-w-full truncate">
          {nth > 0 ? <span aria-hidden>· </span> : null}
          {part}
        </span>
      ))}
    </span>
  )
}
