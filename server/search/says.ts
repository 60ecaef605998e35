import type { Asked } from '@/domain/search/asked'
import { join, sql, type Sql } from '../db'
import { containing } from '../like'
import type { EntryKind } from './branches'

/** Whether an entry says what is looked for: `near` knows by the index where; null where the place is asked for beside it. */
export type Says = (near: Near | null) => Sql
export type Near = { kind: EntryKind; workspaceIds: string[] }

/** Whether an entry has the words of what is looked for, in the language that it is in. */
export function wholeWords({ web }: Asked, languages: readonly string[]): Says {
  const query = (language: string, near: Near | null) =>
    near
      ? sql`search_query_in(${language}, ${web}, ${near.kind}::"SearchKind", ${near.workspaceIds}::uuid[])`
      : sql`search_query(${language}, ${web})`
  return (near) =>
    join(
      languages.map((language) => sql`e.language = ${language} AND e.words @@ ${query(language, near)}`),
      ' OR ',
    )
}

/** Whether an entry has all of these parts of words in it, and none of those. */
export const partsOfWords =
  ({ all, none }: NonNullable<Asked['parts']>): Says =>
  (near) =>
    join(
      [
        ...(near ? [sql`e.words @@ search_places(${near.kind}::"SearchKind", ${near.workspaceIds}::uuid[])`] : []), // prettier-ignore
        ...all.map((part) => sql`e.text ILIKE ${containing(part)}`),
        ...none.map((part) => sql`e.text NOT ILIKE ${containing(part)}`),
      ],
      ' AND ',
    )
