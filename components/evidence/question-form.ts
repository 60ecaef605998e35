import type { Question } from '@/domain/evidence/source'
import { knownSource, NO_SOURCE, type SourceChoice } from './source-choice'

/** A question that was put to someone, as a form holds it. */
export type QuestionForm = {
  addressee: string
  source: SourceChoice
  question: string
  askedOn: string
  answer: string
  answeredOn: string
}

export const NO_QUESTION: QuestionForm = {
  ...{ addressee: '', source: NO_SOURCE, question: '' },
  ...{ askedOn: '', answer: '', answeredOn: '' },
}

export function questionForm({ source, addressee, question, askedOn, answer, answeredOn }: Question): QuestionForm {
  const choice = source ? knownSource({ ...source, origin: null }) : NO_SOURCE
  return { addressee, source: choice, question, askedOn, answer, answeredOn }
}
