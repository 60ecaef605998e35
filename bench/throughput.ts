import { asked, drafts, READS } from './ask'
import { httpRate, plainRate } from './load'
import { takeTurns } from './measure'
import { plainReader, plainWriter } from './plain'
import { seeded } from './random'
import type { Row, Section } from './table'
import type { Bench } from './section'

const CLIENTS = [10, 64] as const

/** How many are written or read in one turn: about a second for us. */
const WRITES = { http: 600, plain: 1_500 }
const READ_TURN = { http: 300, plain: 600 }

/** (c) Writes and reads over HTTP, held against the same by plain `pg` on the same database. */
export async function throughput(bench: Bench): Promise<Section[]> {
  const writes = await writing(bench)
  const reads = await reading(bench)
  return [
    { title: '(c) Annotations written, each second', theirs: 'plain pg', rows: writes },
    { title: '(c) Highlights and lists read, each second', theirs: 'plain pg', rows: reads },
  ]
}

async function writing({ world, base, databaseUrl, rounds }: Bench): Promise<Row[]> {
  const writer = plainWriter(databaseUrl, world)
  const rows: Row[] = []
  for (const [where, documents] of [
    ['one document', [world.one]],
    ['a hundred documents', world.many],
  ] as const) {
    const next = drafts(seeded(2), documents, world)
    for (const clients of CLIENTS) {
      const { http, statement, statements } = await takeTurns(rounds, {
        statements: () => plainRate(clients, WRITES.plain, () => writer.statements(next())),
        http: () => httpRate(base, world.people, { clients, total: WRITES.http, ask: () => asked(next()) }),
        statement: () => plainRate(clients, WRITES.plain, () => writer.statement(next())),
      })
      const what = `${clients} clients on ${where}`
      rows.push({ what: `${what}, transaction`, unit: '/s', ours: http, theirs: statements, target: { atLeast: 0.25 } })
      rows.push({ what: `${what}, one statement`, unit: '/s', ours: http, theirs: statement })
    }
  }
  await writer.close()
  return rows
}

async function reading({ world, base, databaseUrl, rounds }: Bench): Promise<Row[]> {
  const reader = plainReader(databaseUrl)
  const rows: Row[] = []
  for (const what of ['spans', 'list'] as const) {
    const ask = () => READS[what](world.read)
    for (const clients of CLIENTS) {
      const { http, plain } = await takeTurns(rounds, {
        plain: () => plainRate(clients, READ_TURN.plain, () => reader[what](world.read.documentId)),
        http: () => httpRate(base, world.people, { clients, total: READ_TURN.http, ask }),
      })
      rows.push({ what: `${NAMES[what]}, ${clients} clients`, unit: '/s', ours: http, theirs: plain })
    }
  }
  await reader.close()
  return rows
}

const NAMES = { spans: 'Where 1,000 highlights lie', list: 'The first 50 of 1,000 annotations' } as const
