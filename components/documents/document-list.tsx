'use client'

import { ClipboardPaste, FolderUp, Globe, Upload as UploadIcon } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState, type ReactNode } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/small'
import { showToast } from '@/components/ui/toast'
import type { Document, Imported } from '@/domain/documents/document'
import { AddSample } from './add-sample'
import type { Clip } from './clipboard'
import { DetailsDialog } from './details-dialog'
import { DocumentTable } from './document-table'
import { DropZone } from './drop-zone'
import { chosen, chosenFolder } from './dropped'
import { ACCEPTED } from './formats'
import { FromWebDialog } from './from-web-dialog'
import { listAddress, type DocumentListQuery } from './list-address'
import { ListControls } from './list-controls'
import { PasteDialog } from './paste-dialog'
import { RenameDialog } from './rename-dialog'
import { UploadList } from './upload-list'
import { usePaste } from './use-paste'
import { useUploads } from './use-uploads'

type Props = {
  projectId: string
  documents: readonly Document[]
  next: string | null
  query: DocumentListQuery
  manages: boolean
  /** Whether this is the list's first page. */
  first: boolean
  /** The largest file that can be imported, in bytes. */
  mostBytes: number
}

/** The documents of a project: import, sort, filter, rename, move to the trash. */
export function DocumentList(props: Props) {
  const { projectId, documents, next, query, manages, first, mostBytes } = props
  const router = useRouter()
  const { uploads, add, retry, stop, clear } = useUploads(projectId, mostBytes)
  const [pasting, setPasting] = useState<Clip | null>(null)
  const [fetching, setFetching] = useState(false)
  const [detailed, setDetailed] = useState<Document | null>(null)
  const [renaming, setRenaming] = useState<Document | null>(null)
  usePaste(manages, { onFiles: add, onText: setPasting })

  const imported = ({ document, notes }: Imported) => {
    setPasting(null)
    setFetching(false)
    showToast({
      text: [`“${document.title}” is imported.`, ...notes].join(' '),
      action: { name: 'Open', run: () => router.push(`/d/${document.id}`) },
    })
    router.refresh()
  }
  const actions = manages ? (
    <>
      <ChooseFiles onChoose={(files) => add(chosen(files))} />
      <ChooseFiles folder onChoose={(files) => add(chosenFolder(files))} />
      <Button onClick={() => setPasting({ text: '', html: '' })}>
        <ClipboardPaste size={16} aria-hidden /> Paste a text
      </Button>
      <Button onClick={() => setFetching(true)}>
        <Globe size={16} aria-hidden /> From the web
      </Button>
    </>
  ) : null
  const empty = documents.length === 0 && query.text === '' && first

  return (
    <>
      {manages ? <DropZone onFiles={add} /> : null}
      <UploadList uploads={uploads} onRetry={retry} onStop={stop} onClear={clear} />
      {empty ? (
        <Welcome projectId={projectId} manages={manages} actions={actions} />
      ) : (
        <>
          <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
            <ListControls key={projectId} projectId={projectId} query={query} />
            <div data-actions className="flex flex-wrap gap-2">
              {actions}
            </div>
          </div>
          {documents.length > 0 ? (
            <DocumentTable
              {...{ projectId, documents, query, manages }}
              onRename={setRenaming}
              onDetails={setDetailed}
            />
          ) : (
            <p className="text-ink-soft py-10 text-center" role="status">
              {query.text === '' ? 'There are no more documents.' : `No title here has “${query.text}” in it.`}
            </p>
          )}
          <Pages {...{ projectId, query, next, first }} />
        </>
      )}
      {pasting ? (
        <PasteDialog projectId={projectId} clip={pasting} onClose={() => setPasting(null)} onDone={imported} />
      ) : null}
      {fetching ? <FromWebDialog projectId={projectId} onClose={() => setFetching(false)} onDone={imported} /> : null}
      {detailed ? <DetailsDialog document={detailed} onClose={() => setDetailed(null)} /> : null}
      {renaming ? <RenameDialog document={renaming} onClose={() => setRenaming(null)} /> : null}
    </>
  )
}

/** Chooses files, or a folder with all that is in it. */
function ChooseFiles({ onChoose, folder = false }: { onChoose: (files: FileList) => void; folder?: boolean }) {
  const chooser = useRef<HTMLInputElement>(null)
  const Icon = folder ? FolderUp : UploadIcon
  return (
    <>
      <input
        ref={chooser}
        type="file"
        multiple
        {...(folder ? { webkitdirectory: '' } : { accept: ACCEPTED })}
        hidden
        aria-label={folder ? 'Folder to import' : 'Files to import'}
        onChange={(event) => {
          if (event.target.files) onChoose(event.target.files)
          event.target.value = '' // so that the same file can be chosen again
        }}
      />
      <Button variant={folder ? 'secondary' : 'primary'} onClick={() => chooser.current?.click()}>
        <Icon size={16} aria-hidden /> {folder ? 'Upload a folder' : 'Upload files'}
      </Button>
    </>
  )
}

/** What stands where no document is yet. */
function Welcome({ projectId, manages, actions }: Pick<Props, 'projectId' | 'manages'> & { actions: ReactNode }) {
  if (!manages)
    return (
      <EmptyState title="No documents yet">
        Editors of this workspace import documents; they will appear here.
      </EmptyState>
    )
  return (
    <div className="border-line-strong rounded-xl border border-dashed">
      <EmptyState
        title="Bring in what the team should read"
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {actions}
            <AddSample projectId={projectId} />
          </div>
        }
      >
        <p>
          Drop files or folders anywhere on this page, or paste a text. Assay reads .docx, .pdf, .txt, .md and .html.
        </p>
        <p className="mt-2">
          The original is kept and can be downloaded; the text is frozen, so that every annotation stays where it was
          made.
        </p>
      </EmptyState>
    </div>
  )
}

function Pages({ projectId, query, next, first }: Pick<Props, 'projectId' | 'query' | 'next' | 'first'>) {
  if (next === null && first) return null
  return (
    <nav aria-label="Pages" className="mt-4 flex justify-center gap-2">
      {first ? null : (
        <Link className={buttonClass()} href={listAddress(projectId, query)}>
          First page
        </Link>
      )}
      {next === null ? null : (
        <Link className={buttonClass()} href={listAddress(projectId, query, next)}>
          Next page
        </Link>
      )}
    </nav>
  )
}
