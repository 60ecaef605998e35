import { FileText, Globe, Paperclip, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import type { Evidence } from '@/domain/evidence/evidence'
import { Badge } from '@/components/ui/small'
import { AttachedPicture, fileAddress, FileFacts } from './attached'
import { KINDS, type EvidenceKind } from './evidence-form'
import { sourcesAddress } from './source-address'

const ICONS = { passage: FileText, web: Globe, file: Paperclip } as const satisfies Record<EvidenceKind, unknown>

/** What a piece of evidence is called: a passage by its document. */
export const titleOf = ({ title, passage }: Evidence): string => passage?.documentTitle ?? title

/** What kind of thing it is, and what has to be known before one relies on it. */
export function EvidenceMarks({ evidence: { kind, circular, source } }: { evidence: Evidence }) {
  const Icon = ICONS[kind]
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="text-ink-soft inline-flex items-center gap-1 text-xs">
        <Icon size={13} aria-hidden /> {KINDS[kind].name}
      </span>
      {source?.retracted ? <Badge tone="danger">Source retracted</Badge> : null}
      {circular ? (
        <Badge tone="warning">
          <TriangleAlert size={11} aria-hidden /> Circular
        </Badge>
      ) : null}
    </div>
  )
}

/** The title, which leads to the thing itself: the passage in its document, the page, the file. */
export function EvidenceTitle({ evidence }: { evidence: Evidence }) {
  const { kind, url, passage, attachment, retrievedOn } = evidence
  const look = 'link font-medium wrap-anywhere'
  const title = titleOf(evidence)
  if (kind === 'passage' && passage) {
    return (
      <Link href={`/d/${passage.documentId}?a=${passage.annotationId}`} prefetch={false} className={look}>
        {title}
      </Link>
    )
  }
  if (kind === 'file' && attachment) {
    return (
      <>
        <a href={fileAddress(attachment)} className={look}>
          {title}
        </a>
        <FileFacts file={attachment} />
        <AttachedPicture file={attachment} title={title} excerpt={evidence.excerpt} />
      </>
    )
  }
  return (
    <>
      <a href={url} target="_blank" rel="noopener noreferrer nofollow" className={look}>
        {title}
      </a>
      <p className="text-ink-faint text-xs wrap-anywhere">
        {hostOf(url)}
        {retrievedOn ? ` · retrieved on ${retrievedOn}` : ''}
      </p>
    </>
  )
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

/** The words of evidence, in the face of what is quoted. */
export function Excerpt({ words }: { words: string }) {
  if (words === '') return null
  return (
    <blockquote className="border-line-strong text-ink mt-1.5 line-clamp-12 border-l-2 pl-3 font-serif text-[15px] leading-relaxed wrap-anywhere whitespace-pre-line">
      {words}
    </blockquote>
  )
}

/** Where it comes from, and what that counts for. */
export function SourceLine({ projectId, source }: { projectId: string; source: Evidence['source'] }) {
  if (!source) return <p className="text-ink-faint text-sm">No source named.</p>
  const copies = source.originId !== source.id
  return (
    <p className="text-ink-soft text-sm wrap-anywhere">
      Source:{' '}
      <Link href={sourcesAddress(projectId, source.name)} prefetch={false} className="link">
        {source.name}
      </Link>
      {copies ? `, copy of ${source.originName}; counts once` : ''}
    </p>
  )
}
