import { PartialDate } from '@/domain/claims/claim'
import type { Meta } from './source'

const LONGEST_AUTHOR = 300

/** What a file says of itself, as it can be kept: one line each, real dates and languages; anything else is left out. */
export function cleanMeta({ author, publishedOn, language }: Meta): Meta {
  const clean: Meta = {}
  const name = oneLine(author ?? '', LONGEST_AUTHOR)
  if (name !== '') clean.author = name
  if (publishedOn && PartialDate.safeParse(publishedOn).success) clean.publishedOn = publishedOn
  const known = languageOf(language)
  if (known) clean.language = known
  return clean
}

/** Text from a file as one line: no control characters, and cut without leaving half a character. */
export function oneLine(text: string, longest: number): string {
  const line = text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
  return line
    .slice(0, longest)
    .replace(/\p{Cs}$/u, '')
    .trim()
}

function languageOf(tag: string | undefined): string | null {
  try {
    return (tag && Intl.getCanonicalLocales(tag.trim())[0]) || null
  } catch {
    return null
  }
}
