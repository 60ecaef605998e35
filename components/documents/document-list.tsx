'use client'

import { ArrowDown, ArrowUp, ClipboardPaste, Ellipsis, Upload as UploadIcon } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState, type FormEvent } from 'react'
import { v7 } from 'uuid'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button, buttonClass, IconButton } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { inputClass, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Menu, MenuItem } from '@/components/ui/menu'
import { EmptyState } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { showError, showToast } from '@/components/ui/toast'
import type { Document } from '@/domain/documents/document'
import { PasteDialog } from './paste-dialog'
import { ACCEPTED, DropZone, UploadList, useUploads } from './uploads'

export type DocumentListQuery = { sort: 'title' | 'added' | 'activity'; order: 'asc' | 'desc'; text: string }
type Props = {
  projectId: string
  documents: readonly Document[]
  next: string | null
  query: DocumentListQuery
  manages: boolean
  first: boolean
}

/** The documents of a project: import, sort, filter, rename, move to the trash. */
export function DocumentList({ projectId, documents, next, query, manages, first }: Props) {
  const router = useRouter()
  const { uploads, add, retry, clear } = useUploads(projectId)
  const [pasting, setPasting] = useState(false)
  const [renaming, setRenaming] = useState<Document | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const choose = () => chooser.current?.click()

  const actions = manages ? (
    <>
      <Button variant="primary" onClick={choose}>
        <UploadIcon size={16} aria-hidden /> Upload files
      </Button>
      <Button onClick={() => setPasting(true)}>
        <ClipboardPaste size={16} aria-hidden /> Paste a text
      </Button>
    </>
  ) : null

  const list = (
    <>
      <UploadList uploads={uploads} onRetry={retry} onClear={clear} />
      {documents.length === 0 && query.text === '' && first ? (
        <EmptyState title="No documents yet" action={actions}>
          {manages
            ? 'Drop files here, or paste a text. Assay reads .txt, .md and .html, keeps the original, and never changes what you imported.'
            : 'Editors of this workspace import documents; they will appear here.'}
        </EmptyState>
      ) : (
        <>
          <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
            <Filter projectId={projectId} query={query} />
            <div className="flex flex-wrap gap-2">{actions}</div>
          </div>
          <Table projectId={projectId} documents={documents} query={query} manages={manages} onRename={setRenaming} />
          {documents.length === 0 ? (
            <p className="text-ink-soft py-8 text-center">No title here has “{query.text}” in it.</p>
          ) : null}
          {next ? (
            <p className="mt-4 text-center">
              <Link className={buttonClass()} href={address(projectId, query, next)}>
                More
              </Link>
            </p>
          ) : null}
        </>
      )}
    </>
  )

  return (
    <>
      <input
        ref={chooser}
        type="file"
        multiple
        accept={ACCEPTED}
        className="sr-only"
        tabIndex={-1}
        aria-label="Files to import"
        onChange={(event) => {
          add(event.target.files ?? [])
          event.target.value = ''
        }}
      />
      {manages ? <DropZone onFiles={add}>{list}</DropZone> : list}
      {pasting ? (
        <PasteDialog
          projectId={projectId}
          onClose={() => setPasting(false)}
          onDone={({ document, notes }) => {
            setPasting(false)
            showToast({
              text: [`“${document.title}” is imported.`, ...notes].join(' '),
              action: { name: 'Open', run: () => router.push(`/d/${document.id}`) },
            })
            router.refresh()
          }}
        />
      ) : null}
      {renaming ? <RenameDialog document={renaming} onClose={() => setRenaming(null)} /> : null}
    </>
  )
}

function address(projectId: string, query: DocumentListQuery, cursor?: string): string {
  const search = new URLSearchParams({
    sort: query.sort,
    order: query.order,
    ...(query.text && { text: query.text }),
    ...(cursor && { cursor }),
  })
  return `/p/${projectId}?${search}`
}

function Filter({ projectId, query }: { projectId: string; query: DocumentListQuery }) {
  const router = useRouter()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('text') ?? '').trim()
    router.push(address(projectId, { ...query, text }))
  }
  return (
    <form role="search" onSubmit={submit}>
      <input
        name="text"
        type="search"
        defaultValue={query.text}
        placeholder="Filter by title"
        aria-label="Filter by title"
        maxLength={200}
        className={`${inputClass} w-56`}
      />
    </form>
  )
}

const COLUMNS = [
  { sort: 'title', name: 'Title', usual: 'asc', look: 'text-left' },
  { sort: null, name: 'Annotations', usual: 'desc', look: 'hidden text-right sm:table-cell' },
  { sort: null, name: 'Open threads', usual: 'desc', look: 'hidden text-right sm:table-cell' },
  { sort: 'activity', name: 'Last activity', usual: 'desc', look: 'hidden text-left md:table-cell' },
  { sort: 'added', name: 'Added', usual: 'desc', look: 'hidden text-left md:table-cell' },
] as const

function Table({
  projectId,
  documents,
  query,
  manages,
  onRename,
}: Pick<Props, 'projectId' | 'documents' | 'query' | 'manages'> & { onRename: (document: Document) => void }) {
  if (documents.length === 0) return null
  return (
    <div className="border-line bg-surface overflow-hidden rounded-lg border">
      <table className="w-full table-fixed">
        <thead className="border-line text-ink-soft border-b text-[13px]">
          <tr>
            {COLUMNS.map(({ sort, name, usual, look }) => {
              const current = sort !== null && sort === query.sort
              const order = current ? (query.order === 'asc' ? 'desc' : 'asc') : usual
              const Arrow = query.order === 'asc' ? ArrowUp : ArrowDown
              return (
                <th
                  key={name}
                  scope="col"
                  {...(current && { 'aria-sort': query.order === 'asc' ? 'ascending' : 'descending' })}
                  className={`px-3 py-2 font-medium first:pl-4 ${sort === 'title' ? '' : 'w-32'} ${look}`}
                >
                  {sort === null ? (
                    name
                  ) : (
                    <Link
                      href={address(projectId, { ...query, sort, order })}
                      className="hover:text-ink inline-flex items-center gap-1 rounded"
                    >
                      {name} {current ? <Arrow size={13} aria-hidden /> : null}
                    </Link>
                  )}
                </th>
              )
            })}
            <th scope="col" className="w-12">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-line divide-y">
          {documents.map((document) => (
            <Row key={document.id} document={document} manages={manages} onRename={() => onRename(document)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const count = new Intl.NumberFormat('en')

function Row({ document, manages, onRename }: { document: Document; manages: boolean; onRename: () => void }) {
  const router = useRouter()
  const trash = () => moveToTrash(document, () => router.refresh())
  const threads = document.openThreads === 1 ? '1 open thread' : `${document.openThreads} open threads`
  return (
    <tr className="hover:bg-sunken/60">
      <th scope="row" className="min-w-0 px-3 py-2.5 pl-4 text-left font-normal">
        <Link href={`/d/${document.id}`} className="line-clamp-2 rounded font-medium hover:underline">
          {document.title}
        </Link>
        <span className="text-ink-faint text-[13px]">
          {count.format(document.characters)} characters
          <span className="sm:hidden">
            {' '}
            · {document.annotations} annotations · {threads}
          </span>
        </span>
      </th>
      <td className="hidden px-3 text-right tabular-nums sm:table-cell">{count.format(document.annotations)}</td>
      <td className="hidden px-3 text-right tabular-nums sm:table-cell">{count.format(document.openThreads)}</td>
      <td className="text-ink-soft hidden px-3 text-[14px] md:table-cell">
        <Time at={document.activeAt} />
      </td>
      <td className="text-ink-soft hidden px-3 text-[14px] md:table-cell">
        <Time at={document.createdAt} />
      </td>
      <td className="pr-2 text-right">
        {manages ? (
          <Menu
            trigger={
              <IconButton label={`Actions for ${document.title}`}>
                <Ellipsis size={18} aria-hidden />
              </IconButton>
            }
          >
            <MenuItem onSelect={onRename}>Rename</MenuItem>
            <MenuItem danger onSelect={trash}>
              Move to the trash
            </MenuItem>
          </Menu>
        ) : null}
      </td>
    </tr>
  )
}

function moveToTrash({ id: documentId, title }: Document, refresh: () => void): void {
  const restore = () =>
    void call('POST /documents/{documentId}/restore', { params: { documentId } }, { idempotencyKey: v7() }).then(
      refresh,
      showError,
    )
  call('DELETE /documents/{documentId}', { params: { documentId } }).then(() => {
    showToast({ text: `“${title}” is in the trash.`, action: { name: 'Undo', run: restore } })
    refresh()
  }, showError)
}

function RenameDialog({ document, onClose }: { document: Document; onClose: () => void }) {
  const router = useRouter()
  const { run, busy, error, fields } = useAction(async (idempotencyKey, title: string) => {
    const { id: documentId, version } = document
    await call(
      'PATCH /documents/{documentId}',
      { params: { documentId }, body: { version, title } },
      { idempotencyKey },
    )
    onClose()
    router.refresh()
  })
  return (
    <Dialog title="Rename" onClose={onClose}>
      <Form
        onSubmit={({ title = '' }) => void run(title)}
        error={fields.title ? '' : error}
        footer={
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={busy}>
              Rename
            </Button>
          </DialogActions>
        }
      >
        <TextField
          label="Title"
          name="title"
          defaultValue={document.title}
          maxLength={300}
          autoFocus
          error={fields.title}
        />
      </Form>
    </Dialog>
  )
}
