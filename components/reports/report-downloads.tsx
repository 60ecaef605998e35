import { FileText } from 'lucide-react'
import { urlOf } from '@/client/call'
import { buttonClass } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { PrintButton } from './print-button'

/** What a report is about: a document, or claims by their ids with commas between; all of a project without either. */
export type ReportSelection = { document?: string | undefined; claims?: string | undefined }

/** The report on paper and as files. */
export function ReportDownloads({ projectId, selection }: { projectId: string; selection: ReportSelection }) {
  return (
    <>
      <PrintButton />
      <a href={urlOf('/projects/{projectId}/report.docx', { projectId }, selection)} download className={buttonClass()}>
        <FileText size={16} aria-hidden />
        Word
      </a>
      <a href={urlOf('/projects/{projectId}/report.md', { projectId }, selection)} download className={buttonClass()}>
        <FileText size={16} aria-hidden />
        Markdown
      </a>
    </>
  )
}

const TABLES = [
  { what: 'verdicts', name: 'Verdicts' },
  { what: 'evidence', name: 'Evidence' },
  { what: 'agreement', name: 'Input of agreement' },
] as const
const FORMATS = ['csv', 'json'] as const

/** What was judged, as tables: one row a judgement. */
export const TableDownloads = ({ projectId }: { projectId: string }) => (
  <Disclosure summary="Tables of the whole project">
    <ul className="grid gap-1.5">
      {TABLES.map(({ what, name }) => (
        <li key={what} className="flex flex-wrap gap-x-3">
          <span className="min-w-36">{name}</span>
          {FORMATS.map((as) => (
            <a
              key={as}
              href={urlOf('/projects/{projectId}/exports/{what}', { projectId, what }, { as })}
              download
              className="link"
            >
              <span className="sr-only">{name} as </span>
              {as.toUpperCase()}
            </a>
          ))}
        </li>
      ))}
    </ul>
  </Disclosure>
)
