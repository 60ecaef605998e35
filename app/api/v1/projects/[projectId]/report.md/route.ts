import { file } from '@/app/_door/file'
import { route } from '@/app/_door/route'
import { markdownReport } from '@/server/reports/report-file'

export const GET = route('GET /projects/{projectId}/report.md', async (actor, { params, query }) => {
  const { name, text } = await markdownReport(actor, params.projectId, query)
  return file(name, 'text/markdown; charset=utf-8', text)
})
