import type { Metadata } from 'next'
import Link from 'next/link'
import { found, idOf, pageActor } from '@/app/_door/page'
import { readPages } from '@/app/(pages)/read-pages'
import { AuditFilterForm } from '@/components/audit/audit-filter'
import { AuditList } from '@/components/audit/audit-list'
import { PageHeader } from '@/components/shell/app-shell'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/small'
import { AuditFilter, MOST_IN_FILE } from '@/domain/audit/audit'
import { listAudit } from '@/server/audit/list-audit'
import { listMembers } from '@/server/people/members'
import { getWorkspace } from '@/server/people/workspaces'
import { WorkspaceFrame } from '../frame'

export const metadata: Metadata = { title: 'Audit log' }

/** Lines a page, and people to choose from, in pages of two hundred. */
const SHOWN = 100
const PEOPLE_PAGES = 5

type Props = {
  params: Promise<{ workspaceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who did what in a workspace, for those who answer for it. */
export default async function AuditPage({ params, searchParams }: Props) {
  const workspaceId = idOf((await params).workspaceId)
  const actor = await pageActor(`/w/${workspaceId}/audit`)
  const { cursor, ...asked } = await searchParams
  const filter = AuditFilter.catch({}).parse(Object.fromEntries(Object.entries(asked).filter(([, value]) => value)))
  const search = new URLSearchParams(Object.entries(filter) as [string, string][])
  const at = typeof cursor === 'string' ? { cursor } : {}
  const [workspace, { items, next }] = await found(
    Promise.all([getWorkspace(actor, workspaceId), listAudit(actor, workspaceId, { ...filter, ...at, limit: SHOWN })]),
  )
  const members = await readPages((from) => listMembers(actor, workspaceId, { cursor: from, limit: 200 }), PEOPLE_PAGES)
  return (
    <WorkspaceFrame actor={actor} workspace={workspace} page="/audit">
      <PageHeader
        title="Audit log"
        meta="Who did what here, and how members signed in. What is private or held by a seal is not in it. Days are in UTC."
      />
      <AuditFilterForm
        key={search.toString()}
        people={members.items.map(({ person }) => person)}
        filter={filter}
        file={`/api/v1/workspaces/${workspaceId}/audit.csv?${search}`}
      />
      {items.length === 0 ? (
        <EmptyState title="Nothing here">
          Nothing that is asked for has happened. Try other days, or everything.
        </EmptyState>
      ) : (
        <AuditList lines={items} />
      )}
      <p className="mt-5 flex flex-wrap items-center justify-between gap-3">
        <span className="text-ink-faint text-sm">
          A file holds the newest {MOST_IN_FILE.toLocaleString('en')} lines.
        </span>
        {next === null ? null : (
          <Link className={buttonClass()} href={`?${new URLSearchParams([...search, ['cursor', next]])}`}>
            Show earlier ones
          </Link>
        )}
      </p>
    </WorkspaceFrame>
  )
}
