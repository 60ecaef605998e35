/** The half of pdf.js that reads files; it comes without types. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  const worker: unknown
  export default worker
}
