import pg from 'pg'
import { seeded, type Random } from './random'
import type { World } from './world'

const NAME = 'assay_library'

const INDEX = 'SearchEntry_words'

/** What there is to search: in each of the workspaces so many documents, each with so many annotations and comments. */
export const LIBRARY = { workspaces: 5, documents: 200, annotations: 1_000, comments: 200 }

/** The reader belongs to so many of the workspaces. */
const THEIRS = 2

/** Words are as frequent as in any language: the nth about a nth as often as the first (Zipf). */
const WORDS = 20_000
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu sta tre pli cho bru'.split(' ')
const ENDINGS = ['n', 'r', 's', '', 't', 'l']

/** The nth most frequent word. */
export function wordOf(nth: number): string {
  const syllables = Array.from(
    { length: 2 + (nth % 3) },
    (_, place) => SYLLABLES[Math.floor((nth * 7919 + 13) / SYLLABLES.length ** place) % SYLLABLES.length],
  )
  return `${syllables.join('')}${ENDINGS[nth % ENDINGS.length]}`
}

const PEOPLE = `INSERT INTO "Membership" ("workspaceId", "userId", role) SELECT w, p, 'analyst'
  FROM unnest($1::uuid[]) w, unnest($2::uuid[]) p`
const WORKSPACES = `INSERT INTO "Workspace" (id, name) SELECT uuidv7(), 'Library ' || n FROM generate_series(1, $1::int) n RETURNING id`
const PROJECTS = `INSERT INTO "Project" (id, "workspaceId", name, "createdById") SELECT uuidv7(), w, 'Archive', $2
  FROM unnest($1::uuid[]) w RETURNING id`
const LABELS = `INSERT INTO "Label" (id, "workspaceId", "projectId", name, color, position)
  SELECT uuidv7(), p."workspaceId", p.id, 'Label ' || n, 'teal', n FROM "Project" p, generate_series(1, 5) n WHERE p.id = ANY($1::uuid[])`

/** A third of them in English, the others in no language that is known. */
const DOCUMENT = `WITH made AS (
    INSERT INTO "Document" (id, "workspaceId", "projectId", title, language, "createdById", "createdAt")
    SELECT uuidv7(), p."workspaceId", p.id, $2, $3, $4, now() - interval '2 years' FROM "Project" p WHERE p.id = $1
    RETURNING id, "workspaceId"
  ) INSERT INTO "DocumentVersion" (id, "workspaceId", "documentId", number, json, text, characters, sha256, format, encoding, "createdById")
  SELECT uuidv7(), "workspaceId", id, 1, '{}', $5, length($5), md5($5), 'txt', 'utf-8', $4 FROM made RETURNING "documentId" AS id`

/** A tenth of them private, some deleted, of ten authors and five labels; older ones first. */
const ANNOTATIONS = `INSERT INTO "Annotation" (id, "workspaceId", "projectId", "documentId", "versionId", start, "end", exact,
    prefix, suffix, "labelId", tags, visibility, "authorId", "createdAt", comments, "deletedAt")
  SELECT uuidv7(), v."workspaceId", $2, v."documentId", v.id, n, n + 60, exact, '', '', labels.ids[1 + n % 5], '{}',
    CASE WHEN n % 10 = 0 THEN 'private' ELSE 'team' END::"Visibility", ($4::uuid[])[1 + n % 10],
    now() - (1000000 - $5::int * 1000 - n) * interval '1 minute', CASE WHEN n % 5 = 0 THEN 1 ELSE 0 END,
    CASE WHEN n % 33 = 0 THEN now() END
  FROM unnest($3::text[]) WITH ORDINALITY said (exact, n)
  JOIN "DocumentVersion" v ON v."documentId" = $1
  CROSS JOIN (SELECT array_agg(id ORDER BY position) AS ids FROM "Label" WHERE "projectId" = $2) labels`
const THREADS = `INSERT INTO "Thread" (id, "workspaceId", "annotationId")
  SELECT id, "workspaceId", id FROM "Annotation" WHERE "documentId" = $1 AND comments > 0`
const COMMENTS = `INSERT INTO "Comment" (id, "workspaceId", "threadId", "authorId", json, text, "createdAt")
  SELECT uuidv7(), a."workspaceId", a.id, a."authorId", '{}', said.text, a."createdAt"
  FROM unnest($2::text[]) WITH ORDINALITY said (text, n)
  JOIN (SELECT *, row_number() OVER (ORDER BY id) AS n FROM "Annotation" WHERE "documentId" = $1 AND comments > 0) a USING (n)`

export type Library = { url: string; workspaceIds: string[]; labelId: string }

/** A copy of the database with a million annotations to be searched; nothing else may be connected to it meanwhile. */
export async function makeLibrary(databaseUrl: string, { people }: World): Promise<Library> {
  const at = (name: string) => Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href
  const original = new URL(databaseUrl).pathname.slice(1)
  await asking(at('postgres'), (run) => run(`CREATE DATABASE ${NAME} TEMPLATE ${pg.escapeIdentifier(original)}`))
  const ids = people.map(({ id }) => id)
  const random = seeded(7)
  return asking(at(NAME), async (run) => {
    const workspaceIds = await run(WORKSPACES, [LIBRARY.workspaces])
    const theirs = workspaceIds.slice(0, THEIRS)
    await run(PEOPLE, [theirs, ids])
    const projectIds = await run(PROJECTS, [workspaceIds, ids[0]])
    await run(LABELS, [projectIds])
    // An index over a million rows is made faster at once than by each of them.
    const [index = ''] = await run(`SELECT indexdef AS id FROM pg_indexes WHERE indexname = '${INDEX}'`)
    await run(`DROP INDEX "${INDEX}"`)
    for (let nth = 0; nth < LIBRARY.documents * LIBRARY.workspaces; nth++) {
      await fill(run, { random, nth, ids, projectId: projectIds[nth % projectIds.length] as string })
    }
    await run(`SET maintenance_work_mem = '1GB'`)
    await run(index)
    const [labelId = ''] = await run(`SELECT id FROM "Label" WHERE "projectId" = $1 ORDER BY position`, [projectIds[0]])
    await run('VACUUM ANALYZE')
    return { url: at(NAME), workspaceIds: theirs, labelId }
  })
}

type Filling = { random: Random; nth: number; ids: string[]; projectId: string }

async function fill(run: Run, { random, nth, ids, projectId }: Filling): Promise<void> {
  const words = (count: number) =>
    Array.from({ length: count }, () => wordOf(Math.floor(WORDS ** random.fraction()))).join(' ')
  const many = (count: number, length: number) => Array.from({ length: count }, () => words(length))
  const language = nth % 3 === 0 ? 'en' : null
  const [documentId] = await run(DOCUMENT, [projectId, `Report ${nth}`, language, ids[0], many(16, 60).join('\n')])
  await run(ANNOTATIONS, [documentId, projectId, many(LIBRARY.annotations, 12), ids, nth])
  await run(THREADS, [documentId])
  await run(COMMENTS, [documentId, many(LIBRARY.comments, 15)])
}

/** Answers the ids of the rows, if they have any. */
type Run = (text: string, values?: unknown[]) => Promise<string[]>

async function asking<T>(url: string, work: (run: Run) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const run: Run = async (text, values) => (await client.query<{ id: string }>(text, values)).rows.map(({ id }) => id)
  return work(run).finally(() => client.end())
}
