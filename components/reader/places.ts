import type { ClaimMark } from '@/domain/claims/claim'
import type { StandingClaim } from '@/components/claims/conflict-side'
import { passageDraft, type PassageDraft } from '@/components/claims/passage-draft'
import { isPrivate, stands, type Opened } from './model'
import type { Passage } from './selection'
import type { Reading } from './use-reading'

export type Place = Pick<Passage, 'start' | 'end' | 'exact'>

/** What is meant by a place of the open document: which passage it is, and which claims stand there. */
export function placesOf(reading: Reading, opened: Opened, marks: readonly ClaimMark[]) {
  const { text, found } = reading
  const { documentId, versionId } = opened
  return {
    /** What is selected, or else the passage of the annotation that is open. */
    meant: (): Place | null => {
      const chosen = reading.chosen()
      if (chosen || !opened.annotates || !reading.focused) return chosen
      const { start, end } = reading.focused
      return { start, end, exact: text.map.textOf({ start, end }) }
    },
    /** The passage that lies there, with an annotation on exactly it if there is one; one that all see comes first. */
    draftOf: ({ start, end, exact }: Place): PassageDraft => {
      const same = found.all.filter((span) => span.start === start && span.end === end && stands(span))
      const best = same.find((span) => !isPrivate(span)) ?? same[0]
      const place = { documentId, versionId, start, end, exact }
      return passageDraft(place, best ? { id: best.id, private: isPrivate(best) } : null)
    },
    /** The claims that are made there, or in what overlaps it. */
    standingOn: ({ start, end }: Place): StandingClaim[] => {
      const near = new Map(
        found.all.filter((span) => span.start < end && span.end > start).map((span) => [span.id, span]),
      )
      return marks.flatMap(({ annotationId, claimId, statement }) => {
        const span = near.get(annotationId)
        return span ? [{ claimId, statement, annotationId, exactly: span.start === start && span.end === end }] : []
      })
    },
  }
}
