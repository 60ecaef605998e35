import type { Metadata } from 'next'
import Link from 'next/link'
import { found, idOf } from '@/app/_door/page'
import { ReportDownloads, TableDownloads, type ReportSelection } from '@/components/reports/report-downloads'
import { ReportScope } from '@/components/reports/report-scope'
import { WholeReport } from '@/components/reports/whole-report'
import { buttonClass } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/small'
import { Refusal } from '@/domain/refusal'
import type { Report } from '@/domain/reports/report'
import { listDocuments } from '@/server/documents/list-documents'
import { readReport } from '@/server/reports/read-report'
import { openProject, ProjectFrame, type OpenedProject } from '../frame'

export const metadata: Metadata = { title: 'Report' }

type Asked = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> }

/** As many documents as anyone would look through in a list. */
const OFFERED = 200

export default async function ReportPage({ params, searchParams }: Props) {
  const opened = await openProject((await params).projectId, '/report')
  const { actor, project } = opened
  const { document, claims } = await searchParams
  const named = textIn(document)
  const selection = { document: named && idOf(named), claims: textIn(claims) }
  const [report, documents] = await found(
    Promise.all([reportOrRefusal(opened, selection), documentsOf({ actor, project })]),
  )
  const shown = !(report instanceof Refusal)
  return (
    <ProjectFrame {...opened} title={null}>
      <div className="no-print border-line mb-8 grid gap-3 border-b pb-5">
        <div className="flex flex-wrap items-center gap-2">
          <ReportScope documents={documents} selection={selection} />
          <span className="flex-1" />
          {shown ? <ReportDownloads projectId={project.id} selection={selection} /> : null}
        </div>
        <TableDownloads projectId={project.id} />
        <Link href={`/p/${project.id}/corrections`} className="link justify-self-start text-sm">
          Corrections for the authors
        </Link>
      </div>
      {shown ? (
        <Shown report={report} />
      ) : (
        <>
          <h1 className="sr-only">Report</h1>
          <Notice tone="warning">{report.message}</Notice>
        </>
      )}
    </ProjectFrame>
  )
}

const textIn = (given: Asked[string]): string | undefined => (typeof given === 'string' && given ? given : undefined)

/** The report, or why it can't be made: what is too large can be narrowed on this page. */
async function reportOrRefusal(
  { actor, project }: OpenedProject,
  selection: ReportSelection,
): Promise<Report | Refusal> {
  try {
    return await readReport(actor, project.id, selection)
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'too-large') return error
    throw error
  }
}

async function documentsOf({ actor, project }: Pick<OpenedProject, 'actor' | 'project'>) {
  const query = { sort: 'title', order: 'asc', text: '', trashed: 'false', limit: OFFERED } as const
  const { items } = await listDocuments(actor, project.id, query)
  return items.map(({ id, title }) => ({ id, title }))
}

function Shown({ report }: { report: Report }) {
  const { documents, claims, others } = report
  if (documents.length + claims.length + others.length > 0) return <WholeReport report={report} />
  return (
    <div className="border-line-strong rounded-xl border border-dashed">
      <h1 className="sr-only">Report</h1>
      <EmptyState
        title="Nothing to report yet"
        action={
          <Link href={`/p/${report.project.id}/claims`} className={buttonClass()}>
            To the claims
          </Link>
        }
      >
        <p>
          Findings stand here with their dissents, what they rest on, and the passages that they are about. Find claims
          in the documents and have them reviewed to begin.
        </p>
      </EmptyState>
    </div>
  )
}
