import { file } from '@/app/_door/file'
import { route } from '@/app/_door/route'
import { wordReport } from '@/server/reports/report-file'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const GET = route('GET /projects/{projectId}/report.docx', async (actor, { params, query }) => {
  const { name, bytes } = await wordReport(actor, params.projectId, query)
  return file(name, WORD, bytes)
})
