import type { ContentNode } from '@/domain/documents/content'
import { flatten } from '@/domain/documents/flatten'
import { mentionedIn, nameMentions } from './mentions'

const NOBODY: ReadonlyMap<string, string> = new Map()

/** The words of a comment, for search and previews; people whom it mentions are in it by name. */
export function plainText(json: ContentNode): string {
  return flatten(mentionedIn(json).length > 0 ? nameMentions(json, NOBODY) : json).text
}

/** Whether a comment says nothing. */
export function isEmpty(json: ContentNode): boolean {
  return plainText(json).trim() === ''
}
