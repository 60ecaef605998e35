import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { cache } from 'react'
import { found, idOf, pageActor } from '@/app/_door/page'
import { urlOf } from '@/client/call'
import { DetailsButton } from '@/components/documents/details-button'
import { OriginLine } from '@/components/documents/origin-line'
import { Reader } from '@/components/reader/reader'
import { PhaseBanner } from '@/components/seals/phase-banner'
import { AppShell } from '@/components/shell/app-shell'
import { Time } from '@/components/ui/time'
import type { Span } from '@/domain/annotations/selector'
import type { Document } from '@/domain/documents/document'
import { Id } from '@/domain/endpoint'
import { can, type Actor } from '@/domain/permissions/policy'
import type { Phase } from '@/domain/seals/phase'
import { getDocument } from '@/server/documents/list-documents'
import type { FrozenVersion } from '@/server/documents/find-version'
import { getVersion, partHtml } from '@/server/documents/read-version'
import { getWorkspace } from '@/server/people/workspaces'
import { listLabels } from '@/server/projects/labels'
import { getProject } from '@/server/projects/list-projects'
import { findPhases } from '@/server/seals/find-seal'
import { getPhase } from '@/server/seals/list-phases'
import { pagesOf } from '../../p/[projectId]/frame'

/** The script that begins before React (components/reader/early.ts), as the build bundled it; empty in development. */
const EARLY = process.env.READER_EARLY

type Props = {
  params: Promise<{ documentId: string }>
  searchParams: Promise<{ a?: string | string[]; at?: string | string[]; c?: string | string[] }>
}

/** Who reads which document, and the annotation that the address names. Asked once for a page and its title. */
const openDocument = cache(async (param: string, named: string | string[] | undefined) => {
  const documentId = idOf(param)
  const asked = Id.safeParse(named)
  const focus = asked.success ? asked.data : null
  const actor = await pageActor(`/d/${documentId}${focus === null ? '' : `?a=${focus}`}`)
  return { actor, focus, documentId, document: await found(getDocument(actor, documentId)) }
})

const openedBy = async ({ params, searchParams }: Props) =>
  openDocument((await params).documentId, (await searchParams).a)

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await openedBy(props)).document.title }
}

/** The comment that the address names. */
const commentOf = (named: string | string[] | undefined): string | null => Id.safeParse(named).data ?? null

/** A passage by its offsets, as the address names it: "120-180". */
function placeOf(named: string | string[] | undefined): Span | null {
  const [start, end] = typeof named === 'string' && /^\d{1,9}-\d{1,9}$/.test(named) ? named.split('-').map(Number) : []
  return start !== undefined && end !== undefined && start < end ? { start, end } : null
}

export default async function DocumentPage(props: Props) {
  const { actor, focus, documentId, document } = await openedBy(props)
  const { workspaceId, projectId, versionId, title, characters } = document
  const { author, source, publishedOn, language } = document
  const [version, workspace, project, labels, phase] = await found(
    Promise.all([
      getVersion(actor, versionId),
      getWorkspace(actor, workspaceId),
      getProject(actor, projectId),
      listLabels(actor, projectId, { limit: 200 }),
      findPhase(actor, documentId),
    ]),
  )
  const crumbs = [
    { name: workspace.name, href: `/w/${workspaceId}` },
    { name: project.name, href: `/p/${projectId}` },
    { name: title, href: `/d/${documentId}` },
  ]
  const opened = {
    documentId,
    projectId,
    versionId,
    title,
    origin: { author, source, publishedOn, language },
    characters,
    parts: version.parts.length,
    pages: version.pages,
    me: { id: actor.id, name: actor.name },
    annotates: can(actor, 'document:annotate', document),
    moderates: can(actor, 'document:update', document),
    labels: labels.items,
    comment: commentOf((await props.searchParams).c),
  }
  return (
    <AppShell name={actor.name} crumbs={crumbs} places={pagesOf(actor, project)} wide>
      <FetchAhead version={version} />
      <Reader
        key={versionId}
        opened={opened}
        html={partHtml(version, 0)}
        focus={focus}
        at={placeOf((await props.searchParams).at)}
      >
        {phase ? <PhaseBanner phase={phase} /> : null}
        <Heading
          document={document}
          said={headingOf(version) === title}
          manages={can(actor, 'document:update', document)}
        />
      </Reader>
      <BeginEarly />
    </AppShell>
  )
}

/** The phase in which a document is read independently, if one is open. */
async function findPhase(actor: Actor, documentId: string): Promise<Phase | null> {
  const phaseId = (await findPhases([documentId])).get(documentId)
  return phaseId === undefined ? null : getPhase(actor, phaseId)
}

/** Parts that are asked for at once when reading begins; the sizes of parts make more of them rare. */
const FIRST_PARTS = 8

/** Lets the browser fetch what reading begins with before all scripts, and while it still reads the page. */
function FetchAhead({ version: { id: versionId, documentId, parts } }: { version: FrozenVersion }) {
  const first = parts.slice(1, 1 + FIRST_PARTS)
  return [
    urlOf('/documents/{documentId}/spans', { documentId }),
    ...first.map(({ number }) => urlOf('/versions/{versionId}/parts/{number}', { versionId, number })),
  ].map((href) => <link key={href} rel="preload" as="fetch" href={href} crossOrigin="anonymous" />)
}

/** Begins as soon as the article is there. It stands in the page, since one with an address would have to be asked for. */
async function BeginEarly() {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return EARLY ? <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: EARLY }} /> : null
}

/** The heading that a document begins with, if it does. */
function headingOf({ flat, text }: FrozenVersion): string | null {
  const [first] = flat.blocks
  return first?.node.type === 'heading' ? text.slice(first.at, first.end).trim() : null
}

const TITLE = 'mb-2 font-serif text-[2rem] leading-tight font-semibold tracking-tight text-balance wrap-anywhere'

/** The title, unless the text itself begins with it, and where the document comes from. */
function Heading({ document, said, manages }: { document: Document; said: boolean; manages: boolean }) {
  const { title, characters, createdAt, createdBy, versionId, trashed } = document
  return (
    <header className="border-line mb-6 border-b pb-4">
      <h1 className={said ? 'sr-only' : TITLE}>{title}</h1>
      <OriginLine origin={document} />
      <p className="text-ink-faint flex flex-wrap items-center gap-x-2 text-sm">
        <span>
          Added <Time at={createdAt} /> by {createdBy.name}
        </span>
        <span aria-hidden>·</span>
        <span>{characters.toLocaleString('en')} characters</span>
        <span aria-hidden className="no-print">
          ·
        </span>
        <a href={`/api/v1/versions/${versionId}/original`} className="link no-print inline-flex min-h-6 items-center">
          Download the original
        </a>
        <span aria-hidden className="no-print">
          ·
        </span>
        <a href={`/d/${document.id}/finding`} className="link no-print inline-flex min-h-6 items-center">
          Finding on it
        </a>
        <span aria-hidden className="no-print">
          ·
        </span>
        <a href={`/d/${document.id}/activity`} className="link no-print inline-flex min-h-6 items-center">
          Activity
        </a>
        {manages ? (
          <>
            <span aria-hidden className="no-print">
              ·
            </span>
            <DetailsButton document={document} />
          </>
        ) : null}
      </p>
      {trashed ? (
        <p className="text-warning mt-2">This document is in the trash: those who can’t take it out don’t see it.</p>
      ) : null}
    </header>
  )
}
