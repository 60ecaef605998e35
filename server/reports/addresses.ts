import type { Passage } from '@/domain/claims/claim'
import type { Evidence } from '@/domain/evidence/evidence'
import type { ReportPassage } from '@/domain/reports/report'
import { config } from '../config'

/** Permanent links, absolute: they stand in what leaves the house. */
export const addressOf = {
  project: (id: string) => `${config.publicOrigin}/p/${id}`,
  document: (id: string) => `${config.publicOrigin}/d/${id}`,
  claim: (id: string) => `${config.publicOrigin}/c/${id}`,
  finding: (id: string) => `${config.publicOrigin}/f/${id}`,
  claimReview: (findingId: string) => `${config.publicOrigin}/api/v1/findings/${findingId}/claim-review`,
  attachment: (id: string) => `${config.publicOrigin}/api/v1/attachments/${id}`,
  relation: (projectId: string, id: string) => `${config.publicOrigin}/p/${projectId}/ledger#${id}`,
  passage: ({ documentId, annotationId }: Pick<Passage, 'documentId' | 'annotationId'>) =>
    `${config.publicOrigin}/d/${documentId}?a=${annotationId}`,
}

/** A passage with its permanent link, as a report has it. */
export function presentPassage(passage: Passage): ReportPassage {
  const { documentId, documentTitle, exact, prefix, suffix, pages } = passage
  return { address: addressOf.passage(passage), documentId, documentTitle, exact, prefix, suffix, pages }
}

/** Where a piece of evidence can be read: in its document, on its page of the web, or as its file. */
export function placeOf({ passage, attachment, url }: Pick<Evidence, 'passage' | 'attachment' | 'url'>): string {
  if (passage) return addressOf.passage(passage)
  return attachment ? addressOf.attachment(attachment.id) : url
}
