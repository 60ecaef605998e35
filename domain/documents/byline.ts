import type { Document } from './document'

/** Who, where and when, as far as it is known: "Rosa Quill, The Herald, 2026-11-12"; empty for nothing. */
export function byline({ author, source, publishedOn }: Pick<Document, 'author' | 'source' | 'publishedOn'>): string {
  return [author, source, publishedOn].filter(Boolean).join(', ')
}
