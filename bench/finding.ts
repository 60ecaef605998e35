import pg from 'pg'
import { LIBRARY, wordOf } from './library'
import { median, takeTurns } from './measure'
import type { Bench } from './section'
import type { Row, Section } from './table'

/** How often each is looked for in a turn. */
const TIMES = 40

/** The limit: 95 of 100 searches within this. */
const LONGEST_MS = 150

const [COMMON, FREQUENT, RARE] = [wordOf(1), wordOf(100), wordOf(15_000)]

type Look = { what: string; query: Record<string, string>; plain: string }

/**
 * (f) Search among a million annotations with two hundred thousand comments and a thousand documents, by a member of two of
 * five workspaces. Beside it the words alone, in the annotations alone, as plain SQL finds them.
 */
export async function finding(bench: Bench): Promise<Section[]> {
  const { library, world, rounds } = bench
  if (library === null) throw new Error('The library was not made')
  const looks: Look[] = [
    { what: 'A rare word', query: { q: RARE }, plain: RARE },
    { what: 'The most common word', query: { q: COMMON }, plain: COMMON },
    { what: 'A frequent word', query: { q: FREQUENT }, plain: FREQUENT },
    { what: 'A phrase', query: { q: `"${COMMON} ${wordOf(2)}"` }, plain: `"${COMMON} ${wordOf(2)}"` },
    { what: 'Two words with a label', query: { q: `${COMMON} ${FREQUENT}`, label: library.labelId }, plain: `${COMMON} ${FREQUENT}` }, // prettier-ignore
    { what: 'A part of a word', query: { q: RARE.slice(1, -1) }, plain: RARE.slice(1, -1) },
    { what: 'No such word', query: { q: 'unheard' }, plain: 'unheard' },
  ]
  const reader = world.people[0] as (typeof world.people)[number]
  const plain = plainSearch(library.url, library.workspaceIds, reader.id)
  const [slow, usual]: [Row[], Row[]] = [[], []]
  try {
    await bench.withServer(library.url, async (base) => {
      for (const look of looks) {
        const { ours, theirs } = await takeTurns(rounds, {
          ours: () => times(() => ask(base, look.query, reader.cookie)),
          theirs: () => times(() => plain.find(look.plain)),
        })
        slow.push({ what: look.what, unit: 'ms', ours: ours.map(p95), target: { atMost: LONGEST_MS } })
        usual.push({ what: look.what, unit: 'ms', ours: ours.map(median), theirs: theirs.map(median) })
      }
    })
  } finally {
    await plain.close()
  }
  const size = (LIBRARY.workspaces * LIBRARY.documents * LIBRARY.annotations).toLocaleString('en-GB')
  return [
    { title: `(f) Search among ${size} annotations, 95th percentile`, theirs: '', rows: slow },
    { title: '(f) Search, median', theirs: 'plain pg', rows: usual },
  ]
}

async function ask(base: string, query: Record<string, string>, cookie: string): Promise<void> {
  const response = await fetch(`${base}/api/v1/search?${new URLSearchParams(query)}`, { headers: { cookie } })
  if (!response.ok) throw new Error(`A search was answered with ${response.status}`)
  await response.text()
}

async function times(work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const started = performance.now()
    await work()
    took.push(performance.now() - started)
  }
  return took
}

const p95 = (took: number[]): number => took.toSorted((a, b) => a - b)[Math.ceil(took.length * 0.95) - 1] ?? NaN

/** The twenty best of the newest thousand annotations that one may read: words, rank and text, nothing counted. */
const PLAIN = `SELECT subject, text, ts_rank(words, query, 1) AS rank FROM (
    SELECT e.subject, e.text, e.words, query
    FROM websearch_to_tsquery('simple', $1) query, "SearchEntry" e JOIN "Annotation" a ON a.id = e.subject
    WHERE e."workspaceId" = ANY($2::uuid[]) AND e.kind = 'annotation' AND e.words @@ query AND a."deletedAt" IS NULL
      AND (a.visibility = 'team' OR a."authorId" = $3)
    ORDER BY e.at DESC LIMIT 1000
  ) newest ORDER BY rank DESC LIMIT 20`

function plainSearch(url: string, workspaceIds: string[], reader: string) {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  return {
    close: () => pool.end(),
    find: (words: string) => pool.query(PLAIN, [words, workspaceIds, reader]),
  }
}
