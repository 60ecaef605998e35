import { meaningOf, wordsIn, type Asked } from '@/domain/search/asked'
import type { Meant } from '@/domain/search/shown'
import { db, sql } from '../db'

type Said = { text: string; language: string; tier: number }

/**
 * Which words of these texts are meant by what was looked for: PostgreSQL knows that "shipments" are, by "shipment", in
 * English. Asked once for each language, for the words of all its texts.
 */
export async function meantBy(texts: readonly Said[], asked: Asked): Promise<(text: Said) => Meant> {
  const { words, inPhrases } = meaningOf(asked)
  const meant = new Map<string, Meant>()
  for (const language of new Set(texts.map((text) => text.language))) {
    const own = texts.filter((text) => text.language === language && text.tier > 0)
    const all = [...new Set(own.flatMap(({ text }) => wordsIn(text)))]
    const rows = await db.$queryRaw<{ word: string; single: boolean; inPhrase: boolean }[]>(sql`
      SELECT word, vector @@ search_query(${language}, ${words}) AS single,
        vector @@ search_query(${language}, ${inPhrases}) AS "inPhrase"
      FROM (SELECT word, search_words('passage', ${language}, '', word) AS vector FROM unnest(${all}::text[]) word) each
      WHERE vector @@ search_query(${language}, ${[words, inPhrases].filter(Boolean).join(' or ')})`)
    const those = (which: 'single' | 'inPhrase') => new Set(rows.filter((row) => row[which]).map(({ word }) => word))
    meant.set(language, { words: those('single'), inPhrases: those('inPhrase') })
  }
  return ({ language }) => meant.get(language) as Meant
}
