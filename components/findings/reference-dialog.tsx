'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { call } from '@/client/call'
import { StateBadge, TypeName } from '@/components/claims/claim-badges'
import { AttachedPicture, FileFacts } from '@/components/evidence/attached'
import { PassageQuote } from '@/components/claims/passage-quote'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/small'
import type { Reference } from './references'

const TITLES = { claim: 'Claim', passage: 'Passage', evidence: 'Evidence' } as const
const SHOWN = { claim: ClaimInPlace, passage: PassageInPlace, evidence: EvidenceInPlace } as const

/** Shows what a text refers to, without leaving the text. */
export function ReferenceDialog({ reference: { kind, id }, onClose }: { reference: Reference; onClose: () => void }) {
  const Shown = SHOWN[kind]
  return (
    <Dialog title={TITLES[kind]} onClose={onClose}>
      <Shown id={id} />
    </Dialog>
  )
}

function ClaimInPlace({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['claim', id],
    queryFn: () => call('GET /claims/{claimId}', { params: { claimId: id } }),
  })
  if (!data) return <Waiting error={error} />
  return (
    <>
      <p className="font-serif text-lg leading-snug wrap-anywhere">{data.statement}</p>
      <p className="text-ink-soft mt-2 flex items-center gap-2 text-sm">
        <TypeName type={data.type} /> <StateBadge state={data.state} />
      </p>
      <Onward href={`/c/${id}`}>Open the claim</Onward>
    </>
  )
}

function PassageInPlace({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['passage', id],
    queryFn: async () => {
      const passage = await call('GET /annotations/{annotationId}', { params: { annotationId: id } })
      const { documentId } = passage
      const { title } = await call('GET /documents/{documentId}', { params: { documentId } })
      return { ...passage, annotationId: id, documentTitle: title }
    },
  })
  return data ? <PassageQuote passage={data} /> : <Waiting error={error} />
}

function EvidenceInPlace({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['evidence-in-place', id],
    queryFn: () => call('GET /evidence/{evidenceId}', { params: { evidenceId: id } }),
  })
  if (!data) return <Waiting error={error} />
  const { passage, title, excerpt, url, source, claimId, attachment } = data
  return (
    <>
      {passage ? <PassageQuote passage={passage} /> : <p className="font-medium wrap-anywhere">{title}</p>}
      {excerpt && !passage ? (
        <blockquote className="border-line-strong mt-2 border-l-2 pl-3 font-serif wrap-anywhere whitespace-pre-line">
          {excerpt}
        </blockquote>
      ) : null}
      {attachment ? (
        <>
          <FileFacts file={attachment} />
          <AttachedPicture file={attachment} title={title} excerpt={excerpt} />
        </>
      ) : null}
      {source ? (
        <p className="text-ink-soft mt-2 text-sm">
          {source.name}
          {source.retracted ? ', retracted' : ''}
        </p>
      ) : null}
      {url ? (
        <p className="mt-2 text-sm">
          <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="link wrap-anywhere">
            {url}
          </a>
        </p>
      ) : null}
      <Onward href={`/c/${claimId}#evidence`}>All evidence for and against</Onward>
    </>
  )
}

const Onward = ({ href, children }: { href: string; children: ReactNode }) => (
  <p className="mt-4 text-sm">
    <Link href={href} prefetch={false} className="link">
      {children}
    </Link>
  </p>
)

const Waiting = ({ error }: { error: Error | null }) =>
  error ? (
    <Notice tone="warning">{error.message}</Notice>
  ) : (
    <p role="status" className="text-ink-faint">
      Loading…
    </p>
  )
