export { wordReport } from '@/content/import/docx.cases'
export { twoColumns } from '@/content/import/pdf/pdf.cases'
