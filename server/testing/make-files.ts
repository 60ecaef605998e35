export { wordFile, wordReport } from '@/content/import/docx.cases'
export { pdfFile, twoColumns } from '@/content/import/pdf/pdf.cases'
