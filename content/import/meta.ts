import { PartialDate } from '@/domain/claims/claim'
import { languageOf } from '@/domain/documents/details'
import { isSafeLink } from '../link'
import type { Meta } from './source'

const LONGEST_NAME = 300

/** What a file says of itself, as it can be kept: one line each, real dates and languages; anything else is left out. */
export function cleanMeta({ author, publishedOn, language, source, address }: Meta): Meta {
  const clean: Meta = {}
  const name = oneLine(author ?? '', LONGEST_NAME)
  if (name !== '') clean.author = name
  if (publishedOn && PartialDate.safeParse(publishedOn).success) clean.publishedOn = publishedOn
  const known = languageOf(language ?? '')
  if (known) clean.language = known
  const publisher = oneLine(source ?? '', LONGEST_NAME)
  if (publisher !== '') clean.source = publisher
  if (isSafeLink(address) && /^https?:/i.test(address)) clean.address = new URL(address).href
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
