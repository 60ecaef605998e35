import { v7 } from 'uuid'
import type { Evidence } from '@/domain/evidence/evidence'
import { NO_APPRAISAL, type AppraisalForm } from './appraisal-form'
import { NO_SOURCE, type SourceChoice } from './source-choice'

export type EvidenceKind = Evidence['kind']

/** What evidence can be, in the order in which it is offered. */
export const KINDS = {
  passage: { name: 'Passage', hint: 'Of a document in this project.' },
  web: { name: 'Web page', hint: 'Typed in; nothing is fetched.' },
  file: { name: 'File', hint: 'An image or a PDF.' },
} as const satisfies Record<EvidenceKind, { name: string; hint: string }>

/** A passage that is to be cited. */
export type CitedPassage = {
  annotationId: string
  documentTitle: string
  exact: string
  /** Of an annotation that only its author sees: it has to be shown to the team. */
  private: boolean
}

/** What is being said of a new piece of evidence. What belongs to another kind stays while one changes one's mind. */
export type EvidenceForm = {
  kind: EvidenceKind
  passage: CitedPassage | null
  share: boolean
  url: string
  title: string
  excerpt: string
  retrievedOn: string
  source: SourceChoice
  appraisal: AppraisalForm
}

/** A file that was chosen, with the id under which it is kept. */
export type ChosenFile = { id: string; file: File }

export const chosenFile = (file: File): ChosenFile => ({ id: v7(), file })

export function beginEvidence(): EvidenceForm {
  return {
    ...{ kind: 'passage', passage: null, share: false },
    ...{ url: '', title: '', excerpt: '', retrievedOn: today() },
    ...{ source: NO_SOURCE, appraisal: NO_APPRAISAL },
  }
}

/** The day where the reader is, as 2025-08-04. */
function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** What is still missing before it can be sent, in words; empty for nothing. */
export function lackOf({ kind, passage, share }: EvidenceForm, file: ChosenFile | null): string {
  if (kind === 'passage' && !passage) return 'Choose the passage first.'
  if (kind === 'passage' && passage?.private && !share)
    return 'Only you see this passage. Agree to show it to the team.'
  if (kind === 'file' && !file) return 'Choose a file first.'
  return ''
}
