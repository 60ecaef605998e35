import { Refusal } from '@/domain/refusal'
import type { Draft } from './source'

/** A PDF. */
export function fromPdf(): Promise<Draft> {
  throw new Refusal(
    'unsupported',
    "PDFs can't be imported yet. Save its text as .txt, or copy and paste what you need.",
  )
}
