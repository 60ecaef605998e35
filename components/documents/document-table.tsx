'use client'

import { ArrowDown, ArrowUp, Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { urlOf } from '@/client/call'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuLink } from '@/components/ui/menu'
import { Time } from '@/components/ui/time'
import { byline } from '@/domain/documents/byline'
import type { Document } from '@/domain/documents/document'
import { FORMATS } from './formats'
import { listAddress, SORTS, type DocumentListQuery } from './list-address'
import { moveToTrash } from './move-to-trash'

/** The columns: what they are sorted by, and from which width on there is room for them. */
const COLUMNS = [
  { name: 'Title', sort: 'title', look: 'text-left' },
  { name: 'Annotations', sort: null, look: 'hidden w-28 text-right sm:table-cell' },
  { name: 'Open threads', sort: null, look: 'hidden w-30 text-right sm:table-cell' },
  { name: 'Last activity', sort: 'activity', look: 'hidden w-34 text-left whitespace-nowrap md:table-cell' },
  { name: 'Added', sort: 'added', look: 'hidden w-34 text-left whitespace-nowrap lg:table-cell' },
] as const

const [, ANNOTATIONS, THREADS, ACTIVITY, ADDED] = COLUMNS

type Props = {
  projectId: string
  documents: readonly Document[]
  query: DocumentListQuery
  manages: boolean
  onRename: (document: Document) => void
  onDetails: (document: Document) => void
}

/** The documents of a project, a line each. */
export function DocumentTable({ projectId, documents, query, manages, onRename, onDetails }: Props) {
  return (
    <div className="border-line bg-surface overflow-hidden rounded-lg border">
      <table className="w-full table-fixed">
        <thead className="border-line text-ink-soft border-b text-[13px]">
          <tr>
            {COLUMNS.map((column) => (
              <Head key={column.name} projectId={projectId} query={query} {...column} />
            ))}
            <th scope="col" className="w-12">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-line divide-y">
          {documents.map((document) => (
            <Row
              key={document.id}
              {...{ document, manages }}
              onRename={() => onRename(document)}
              onDetails={() => onDetails(document)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head({ projectId, query, name, sort, look }: Pick<Props, 'projectId' | 'query'> & (typeof COLUMNS)[number]) {
  const current = sort !== null && sort === query.sort
  const padded = `px-3 py-2 font-medium first:pl-4 ${look}`
  if (sort === null)
    return (
      <th scope="col" className={padded}>
        {name}
      </th>
    )
  const order = current ? (query.order === 'asc' ? 'desc' : 'asc') : SORTS[sort].usual
  const Arrow = query.order === 'asc' ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      {...(current && { 'aria-sort': query.order === 'asc' ? 'ascending' : 'descending' })}
      className={padded}
    >
      <Link
        href={listAddress(projectId, { ...query, sort, order })}
        replace
        prefetch={false}
        scroll={false}
        className={`hover:text-ink -mx-1 inline-flex items-center gap-1 rounded px-1 ${current ? 'text-ink' : ''}`}
      >
        {name} {current ? <Arrow size={13} aria-hidden /> : null}
      </Link>
    </th>
  )
}

const number = new Intl.NumberFormat('en')

type RowProps = { document: Document; manages: boolean; onRename: () => void; onDetails: () => void }

function Row({ document, manages, onRename, onDetails }: RowProps) {
  const { id, versionId, title, format, characters, annotations, openThreads, activeAt, createdAt, createdBy } =
    document
  const router = useRouter()
  const from = byline(document)
  return (
    <tr className="hover:bg-sunken/60">
      <th scope="row" className="px-3 py-2 pl-4 text-left font-normal">
        <Link
          href={`/d/${id}`}
          prefetch={false}
          title={title}
          className="line-clamp-2 rounded font-medium break-words hover:underline sm:line-clamp-1"
        >
          {title}
        </Link>
        <span className="text-ink-faint hidden truncate text-[13px] sm:block">
          {from ? `${from} · ` : ''}
          {FORMATS[format] ?? format} · {number.format(characters)} characters
        </span>
        <span className="text-ink-faint block text-[13px] sm:hidden">
          {counted(annotations, 'annotation')}
          {openThreads > 0 ? `, ${counted(openThreads, 'open thread')}` : ''} · <Time at={activeAt} />
        </span>
      </th>
      <td className={`px-3 text-[14px] tabular-nums ${faintAtNone(annotations)} ${ANNOTATIONS.look}`}>
        {number.format(annotations)}
      </td>
      <td className={`px-3 text-[14px] tabular-nums ${faintAtNone(openThreads)} ${THREADS.look}`}>
        {number.format(openThreads)}
      </td>
      <td className={`text-ink-soft px-3 text-[14px] ${ACTIVITY.look}`}>
        <Time at={activeAt} />
      </td>
      <td className={`text-ink-soft px-3 text-[14px] ${ADDED.look}`}>
        <Time at={createdAt} />
        <span className="sr-only"> by {createdBy.name}</span>
      </td>
      <td className="pr-2 text-right">
        <Menu
          trigger={
            <IconButton label={`Actions for ${title}`}>
              <Ellipsis size={18} aria-hidden />
            </IconButton>
          }
        >
          <MenuLink href={`/d/${id}/activity`}>Activity</MenuLink>
          <MenuLink href={urlOf('/versions/{versionId}/original', { versionId })}>Download the original</MenuLink>
          {manages ? (
            <>
              <MenuItem onSelect={onRename}>Rename</MenuItem>
              <MenuItem onSelect={onDetails}>Details…</MenuItem>
              <MenuItem danger onSelect={() => void moveToTrash(document, () => router.refresh())}>
                Move to the trash
              </MenuItem>
            </>
          ) : null}
        </Menu>
      </td>
    </tr>
  )
}

/** None is said softly, so that the eye finds where something is. */
const faintAtNone = (count: number) => (count === 0 ? 'text-ink-faint' : 'font-medium')

const counted = (count: number, noun: string) => (count === 1 ? `1 ${noun}` : `${number.format(count)} ${noun}s`)
