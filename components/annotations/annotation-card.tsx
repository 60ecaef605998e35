'use client'

import { useQuery } from '@tanstack/react-query'
import { Check, Lock, MessageSquare } from 'lucide-react'
import { useState } from 'react'
import type { Annotation } from '@/domain/annotations/annotation'
import type { ContentNode } from '@/domain/documents/content'
import { ClaimsHere } from '@/components/claims/claims-here'
import { CommentText } from '@/components/editor/comment-text'
import { HeldBadge } from '@/components/seals/held-badge'
import { keys, useDesk, useDocumentDesk } from '@/components/threads/desk'
import { Thread } from '@/components/threads/thread'
import { UNTOLD } from '@/components/threads/untold'
import { Badge, Dot, Notice } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { AnnotationMenu } from './annotation-menu'
import { EditDialog } from './edit-dialog'
import { loadAnnotation } from './load-annotation'

/** One annotation of the open document, asked for together with the others that are shown. */
export function useAnnotation(id: string) {
  const { documentId } = useDocumentDesk()
  return useQuery({ queryKey: keys.annotation(id), queryFn: () => loadAnnotation(documentId, id) })
}

type Props = {
  id: string
  /** Open: with its thread and what can be done. */
  open: boolean
  onOpen: () => void
  onClose: () => void
  /** Shows where it stands; not offered where the card stands beside its passage. */
  onShow?: (() => void) | undefined
}

/** An annotation as a card: in short, or open with its thread. */
export function AnnotationCard(props: Props) {
  const { data, error } = useAnnotation(props.id)
  const { labels } = useDesk()
  if (error) return <p className="text-ink-faint border-line rounded-lg border border-dashed p-3">{error.message}</p>
  if (!data) return <div aria-busy className="border-line bg-surface h-20 rounded-lg border" />
  const label = labels.find(({ id }) => id === data.labelId)
  return (
    <article
      aria-label={`Annotation by ${data.author.name}: ${data.exact.slice(0, 60)}`}
      data-annotation={data.id}
      data-color={label?.color ?? 'none'}
      className={`bg-surface relative rounded-lg border border-l-3 border-l-(--tone) ${props.open ? 'border-line-strong shadow-raised' : 'border-line hover:border-line-strong shadow-low'}`}
    >
      <div className="grid gap-1.5 p-3">
        <Head {...props} annotation={data} labelName={label?.name} />
        {props.open ? <Whole annotation={data} onShow={props.onShow} /> : <Short annotation={data} />}
      </div>
    </article>
  )
}

function Head({
  annotation,
  labelName,
  open,
  onOpen,
  onClose,
}: Props & { annotation: Annotation; labelName: string | undefined }) {
  const [editing, setEditing] = useState(false)
  const { author, createdAt, visibility, held, thread, withdrawn, pages } = annotation
  return (
    <header className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <button
          type="button"
          aria-expanded={open}
          onClick={open ? onClose : onOpen}
          className="text-left font-medium wrap-anywhere after:absolute after:inset-x-0 after:top-0 after:h-10 data-[short]:after:h-full"
          {...(!open && { 'data-short': '' })}
        >
          {author.name}
        </button>
        <span className="text-ink-faint ml-1.5 text-xs">
          <Time at={createdAt} />
          {pages === '' ? null : ` · ${pages}`}
        </span>
        <div className="mt-0.5 flex flex-wrap items-center gap-1.5 text-xs empty:hidden">
          {labelName ? (
            <span className="inline-flex items-center gap-1.5 font-medium text-(--tone)">
              <Dot color="" />
              {labelName}
            </span>
          ) : null}
          {visibility === 'private' ? (
            <Badge>
              <Lock size={11} aria-hidden /> Only you
            </Badge>
          ) : null}
          {held ? <HeldBadge /> : null}
          {thread.status === 'resolved' ? (
            <Badge tone="accent">
              <Check size={11} aria-hidden /> Resolved
            </Badge>
          ) : null}
          {withdrawn ? <Badge tone="warning">Withdrawn</Badge> : null}
        </div>
      </div>
      {open ? <AnnotationMenu annotation={annotation} onEdit={() => setEditing(true)} onGone={onClose} /> : null}
      {editing ? <EditDialog annotation={annotation} onClose={() => setEditing(false)} /> : null}
    </header>
  )
}

function Short({ annotation: { id, author, note, exact, tags, thread } }: { annotation: Annotation }) {
  const replies = thread.comments - (note && !note.deleted ? 1 : 0)
  return (
    <>
      {note?.json ? (
        <div className="line-clamp-3">
          {note.author.id === author.id ? null : <p className="text-ink-soft text-xs">{note.author.name}:</p>}
          <CommentText json={note.json as ContentNode} />
        </div>
      ) : (
        <p className="text-ink-soft line-clamp-2 font-serif wrap-anywhere italic">“{exact}”</p>
      )}
      <Tags tags={tags} />
      {replies > 0 ? (
        <p className="text-ink-faint flex items-center gap-1 text-xs">
          <MessageSquare size={12} aria-hidden /> {replies === 1 ? '1 reply' : `${replies} replies`}
        </p>
      ) : null}
      <ClaimsHere annotationId={id} />
    </>
  )
}

function Whole({ annotation, onShow }: { annotation: Annotation; onShow: (() => void) | undefined }) {
  const { exact, tags, withdrawn, thread, id } = annotation
  return (
    <>
      <blockquote className="text-ink-soft border-line-strong line-clamp-4 border-l-2 pl-2 font-serif text-sm wrap-anywhere">
        {exact}
      </blockquote>
      {onShow ? (
        <button type="button" className="link justify-self-start text-xs" onClick={onShow}>
          Show in the document
        </button>
      ) : null}
      <Tags tags={tags} />
      <ClaimsHere annotationId={id} />
      {withdrawn ? <Notice>Its author took this annotation back. What others answered stays.</Notice> : null}
      <div className="border-line mt-1 border-t pt-2.5">
        <Thread threadId={id} state={thread} {...untoldOf(annotation)} />
      </div>
    </>
  )
}

function untoldOf({ visibility, held }: Annotation): { untold?: string } {
  if (visibility === 'private') return { untold: UNTOLD.private }
  return held ? { untold: UNTOLD.held } : {}
}

function Tags({ tags }: { tags: readonly string[] }) {
  return tags.length === 0 ? null : (
    <ul aria-label="Tags" className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <li key={tag} className="bg-sunken text-ink-soft rounded px-1.5 text-xs leading-5 wrap-anywhere">
          {tag}
        </li>
      ))}
    </ul>
  )
}
