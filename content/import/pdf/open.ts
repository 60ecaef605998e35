import type { PDFDocumentProxy } from 'pdfjs-dist'
import { fileURLToPath } from 'node:url'
import { Refusal } from '@/domain/refusal'

/** Names of the browser's that pdf.js makes things of when it is loaded, and that reading text never uses. */
const UNUSED = ['DOMMatrix', 'ImageData', 'Path2D'] as const

/** The tables of East Asian encodings, as they lie from here; from the bundle they lie elsewhere. */
const CMAPS = process.env.PDF_CMAPS ?? '../../../node_modules/pdfjs-dist/cmaps/'

/** Opens a PDF for reading its text: it runs no code of the file, and fetches no font, picture or address. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const names = globalThis as Record<string, unknown>
  for (const name of UNUSED) names[name] ??= Object
  // Where the name is taken, pdf.js starts no worker.
  names.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: fileURLToPath(new URL(CMAPS, import.meta.url)),
      cMapPacked: true,
      isEvalSupported: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      useWasm: false,
      disableFontFace: true,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      maxImageSize: 0, // none is unpacked
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 0,
    }).promise
  } catch (error) {
    throw error instanceof Error && error.name === 'PasswordException' ? locked() : damaged()
  }
}

export const damaged = () =>
  new Refusal(
    'invalid',
    'This PDF is damaged or not complete: it could not be read. Get it anew, or print it to a new PDF, and try again.',
  )

const locked = () =>
  new Refusal(
    'invalid',
    'This PDF is locked with a password, so its text can’t be read. Save a copy without a password and import that.',
  )
