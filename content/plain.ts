import type { ContentNode } from '@/domain/documents/content'
import { flatten } from '@/domain/documents/flatten'

/** The words of a comment, for search and previews. */
export function plainText(json: ContentNode): string {
  return flatten(json).text
}

/** Whether a comment says nothing. */
export function isEmpty(json: ContentNode): boolean {
  return plainText(json).trim() === ''
}
