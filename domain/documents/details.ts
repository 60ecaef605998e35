import { z } from 'zod'
import { PartialDate } from '../claims/claim'
import { line } from '../endpoint'
import { WebAddress } from '../evidence/evidence'

const said = z.union([z.literal(''), line(300)])

/** A language as BCP 47 names it, in its usual spelling: `de`, `en-GB`, `zh-Hant`. */
export const Language = z
  .string()
  .trim()
  .max(100)
  .refine((tag) => languageOf(tag) !== null, 'Please write a language as its code: en, de, pt-BR or zh-Hant.')
  .transform((tag) => languageOf(tag) ?? tag)

/** What is known of where a document comes from, beside its title; empty for unknown. */
export const DocumentDetails = z.strictObject({
  /** Who wrote it, as it names them. */
  author: said,
  /** Who published it: a site, a paper, an agency. */
  source: said,
  /** Where it stands on the web. */
  address: z.union([z.literal(''), WebAddress]),
  publishedOn: PartialDate,
  language: Language.nullable(),
})
export type DocumentDetails = z.infer<typeof DocumentDetails>

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** The usual spelling of a language's code; null for what is none, or none that anybody speaks. */
export function languageOf(tag: string): string | null {
  try {
    const [usual] = Intl.getCanonicalLocales(tag.trim())
    return usual !== undefined && names.of(usual) !== undefined ? usual : null
  } catch {
    return null
  }
}
