import type { Document } from '@/domain/documents/document'

/** What is known of where a document comes from. */
export type Origin = Pick<Document, 'author' | 'source' | 'address' | 'publishedOn' | 'language' | 'retrievedAt'>

const languages = new Intl.DisplayNames(['en'], { type: 'language' })

/** A language as people call it: "German" for `de`. */
export function languageName(language: string): string {
  try {
    return languages.of(language) ?? language
  } catch {
    return language
  }
}

/** The site of an address, for where there is no room for all of it. */
export function siteOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}
