'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/client/call'
import type { Annotation } from '@/domain/annotations/annotation'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { Badge } from '@/components/ui/small'
import type { CitedPassage } from './evidence-form'
import { annotationIdOf } from './passage-address'

type Props = {
  projectId: string
  passage: CitedPassage | null
  onChange: (passage: CitedPassage | null) => void
  /** The passages in which the claim itself is made: citing one for it would go round in a circle. */
  occurrences: readonly string[]
}

/** Chooses a passage that is marked in a document of the project, or takes the link to one. */
export function PassageChooser({ projectId, passage, onChange, occurrences }: Props) {
  if (passage) {
    return (
      <div role="group" aria-label="Passage" className="grid gap-2">
        <div className="border-line flex items-start justify-between gap-2 rounded-md border p-3">
          <div className="min-w-0">
            <Quote words={passage.exact} />
            <p className="text-ink-soft mt-1 text-xs wrap-anywhere">{passage.documentTitle}</p>
          </div>
          <Button size="small" variant="quiet" autoFocus onClick={() => onChange(null)}>
            Another
          </Button>
        </div>
        {occurrences.includes(passage.annotationId) ? (
          <p role="alert" className="border-warning/40 bg-warning-wash rounded-md border px-3 py-2">
            The claim itself is made in this passage, so it can’t speak for it: that would be a circle. It will be
            marked.
          </p>
        ) : null}
      </div>
    )
  }
  return (
    <div className="grid gap-3">
      <FromDocument projectId={projectId} onChoose={onChange} />
      <FromLink onChoose={onChange} />
    </div>
  )
}

const Quote = ({ words }: { words: string }) => (
  <blockquote className="border-line-strong line-clamp-4 border-l-2 pl-2.5 font-serif wrap-anywhere">
    {words}
  </blockquote>
)

const cited = ({ id, exact, visibility }: Annotation, documentTitle: string): CitedPassage => ({
  ...{ annotationId: id, documentTitle, exact, private: visibility === 'private' },
})

type Choosing = { onChoose: (passage: CitedPassage) => void }

/** What fits under one another; the filter finds the rest. */
const SHOWN = 50

function FromDocument({ projectId, onChoose }: Choosing & { projectId: string }) {
  const [chosen, setChosen] = useState('')
  const [text, setText] = useState('')
  const { data: documents } = useQuery({
    queryKey: ['documents', projectId],
    queryFn: () =>
      call('GET /projects/{projectId}/documents', {
        params: { projectId },
        query: { sort: 'title', order: 'asc', limit: '200' },
      }),
  })
  const document = documents?.items.find(({ id }) => id === chosen) ?? documents?.items[0]
  const documentId = document?.id ?? ''
  const { data, isPending } = useQuery({
    queryKey: ['to-cite', documentId, text],
    queryFn: () => {
      const query = { limit: String(SHOWN), ...(text && { text }) }
      return call('GET /documents/{documentId}/annotations', { params: { documentId }, query })
    },
    enabled: documentId !== '',
  })
  return (
    <div className="grid gap-2">
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField label="Document" value={documentId} onChange={(event) => setChosen(event.target.value)}>
          {documents?.items.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Find a passage in it"
          type="search"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </div>
      <ul
        aria-label="Marked passages"
        aria-busy={isPending}
        className="border-line divide-line max-h-56 divide-y overflow-y-auto rounded-md border empty:hidden"
      >
        {data?.items.map((annotation) => (
          <li key={annotation.id}>
            <button
              type="button"
              className="hover:bg-accent-wash w-full px-2.5 py-1.5 text-left -outline-offset-2"
              onClick={() => onChoose(cited(annotation, document?.title ?? ''))}
            >
              <span className="line-clamp-2 font-serif wrap-anywhere">{annotation.exact}</span>
              <span className="text-ink-soft flex flex-wrap items-center gap-x-2 text-xs">
                {annotation.author.name}
                {annotation.visibility === 'private' ? <Badge>Private</Badge> : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {data?.items.length === 0 ? (
        <p role="status" className="text-ink-soft text-sm">
          {text ? 'No marked passage says this.' : 'Nothing is marked in this document yet.'}{' '}
          <a className="link" href={`/d/${documentId}`} target="_blank" rel="noreferrer">
            Mark it in the document
          </a>{' '}
          first.
        </p>
      ) : null}
    </div>
  )
}

function FromLink({ onChoose }: Choosing) {
  const [error, setError] = useState('')
  const take = async (link: string) => {
    setError('')
    if (link.trim() === '') return
    const annotationId = annotationIdOf(link)
    if (!annotationId) return setError('This is no link to a passage. Copy one from the menu of an annotation.')
    try {
      const annotation = await call('GET /annotations/{annotationId}', { params: { annotationId } })
      const { documentId } = annotation
      const { title } = await call('GET /documents/{documentId}', { params: { documentId } })
      onChoose(cited(annotation, title))
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : 'This passage could not be opened.')
    }
  }
  return (
    <TextField
      label="Or paste the link to a passage"
      placeholder="https://…/a/…"
      autoComplete="off"
      error={error}
      onChange={(event) => void take(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    />
  )
}
