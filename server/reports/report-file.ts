import type { Actor } from '@/domain/permissions/policy'
import { markdown } from '@/domain/reports/markdown'
import { outline, titleOf } from '@/domain/reports/outline'
import type { Report } from '@/domain/reports/report'
import { cleanFileName } from '../documents/file-name'
import type { Selection } from './chosen'
import { readReport } from './read-report'
import { writeWord } from './write-word'

/** The report as a Markdown file. */
export async function markdownReport(actor: Actor, projectId: string, selection: Selection) {
  const report = await readReport(actor, projectId, selection)
  return { name: fileName(report, 'md'), text: markdown(outline(report)) }
}

/** The report as a Word file, which says no more of when it was made than the report does: the day. */
export async function wordReport(actor: Actor, projectId: string, selection: Selection) {
  const report = await readReport(actor, projectId, selection)
  const at = `${report.madeAt.slice(0, 10)}T00:00:00.000Z`
  const bytes = await writeWord({ title: titleOf(report), at, blocks: outline(report) })
  return { name: fileName(report, 'docx'), bytes }
}

const fileName = (report: Report, ending: string) =>
  cleanFileName(`${titleOf(report).replace(/[/\\]/g, ' ')}.${ending}`)
