import type { Actor } from '@/domain/permissions/policy'
import { markdown } from '@/domain/reports/markdown'
import { outline, titleOf } from '@/domain/reports/outline'
import type { Report } from '@/domain/reports/report'
import { cleanFileName } from '../documents/file-name'
import type { Selection } from './chosen'
import { readReport } from './read-report'
import { wordOf } from './word'

/** The report as a Markdown file. */
export async function markdownReport(actor: Actor, projectId: string, selection: Selection) {
  const report = await readReport(actor, projectId, selection)
  return { name: fileName(report, 'md'), text: markdown(outline(report)) }
}

/** The report as a Word file. */
export async function wordReport(actor: Actor, projectId: string, selection: Selection) {
  const report = await readReport(actor, projectId, selection)
  return { name: fileName(report, 'docx'), bytes: await wordOf(titleOf(report), outline(report)) }
}

const fileName = (report: Report, ending: string) =>
  cleanFileName(`${titleOf(report).replace(/[/\\]/g, ' ')}.${ending}`)
