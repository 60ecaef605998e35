export { wordFile, wordReport } from '@/content/import/docx.cases'
export { pdfFile, twoColumns, withPreface } from '@/content/import/pdf/pdf.cases'
