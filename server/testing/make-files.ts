export { wordFile, wordReport } from '@/content/import/docx.cases'
export { manyPages, pdfFile, twoColumns, withPreface } from '@/content/import/pdf/pdf.cases'
