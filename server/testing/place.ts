/*
 * What things of a place share, and the words by which an answer tells what it gives away (make-place.ts).
 */

export type Base = { mark: string; scrap: string; workspaceId: string; projectId: string; ownerId: string }

/** A document, its version, and how its text begins: a sentence of its own. */
export type Written = { documentId: string; versionId: string; sentence: string }

/** A place with its documents: one for all, one in the trash, and one that is read independently under a seal. */
export type Grounds = Base &
  Written & { labelIds: readonly [string, ...string[]]; trashed: Written; phased: Written & { sealId: string } }

/** The same with a passage in each document that all may see who may see that. */
export type Marked = Grounds & { passages: Record<'open' | 'trashed' | 'phased', string> }

/** Whose a thing is, and what keeps others from it. */
export type Making = { by: string; trashed?: boolean; held?: boolean; deleted?: boolean }

/** What someone's private or held words say, so that an answer shows whose they are. */
export const whisper = (authorId: string) => `whisper-${authorId}`

/** What a thing says that is made so. */
export function saidIn({ mark, scrap }: Base, { by, trashed, held }: Making): string {
  return held ? whisper(by) : trashed ? scrap : mark
}

/** What the row of a thing has for its seal: what is held is so until the place's phase is revealed. */
export const sealIn = ({ phased }: Grounds, { held }: Making) => (held ? { sealId: phased.sealId, held } : {})

/** Which of the three documents, or of what there is one of in each, such a thing belongs to. */
export const whereFor = ({ trashed, held }: Omit<Making, 'by'>) => (trashed ? 'trashed' : held ? 'phased' : 'open')

/** When a thing was deleted, if it was. */
export const goneAt = (deleted: boolean | undefined): Date | null => (deleted ? new Date() : null)
