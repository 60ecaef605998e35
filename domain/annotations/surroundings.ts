import { CONTEXT } from './selector'

/** A word that the surroundings of a passage begin or end in the middle of. */
const CUT_BEFORE = /^\S+(?=\s)/
const CUT_AFTER = /(?<=\s)\S+$/

/** Whether there may be more of the text than the context that is kept; it is one shorter where a character has two halves. */
const isCut = (context: string): boolean => context.length >= CONTEXT - 1

/** What stands before a passage, for people to read: in whole words, with a sign that there is more. */
export const before = (prefix: string): string => (isCut(prefix) ? `…${prefix.replace(CUT_BEFORE, '')}` : prefix)

/** The same of what stands after it. */
export const after = (suffix: string): string => (isCut(suffix) ? `${suffix.replace(CUT_AFTER, '')}…` : suffix)
