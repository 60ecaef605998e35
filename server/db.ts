import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/prisma/client/client'
import { config } from './config'
import { log } from './log'

/** How long a request may wait for a free connection before it is told that the database is busy. */
const CONNECT_MS = 5_000

/** What a statement starts with that each connection is to plan only once. */
const PREPARED = '/* prepared */'

const names = new Map<string, string>()

/** A name that stands for the text of a statement, short enough for PostgreSQL. */
function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

function connect(): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: config.databaseUrl, max: config.pool, connectionTimeoutMillis: CONNECT_MS },
    // An idle connection that breaks (the server restarted) must not end the process; the pool opens a new one.
    {
      onPoolError: (error) => log.warn({ err: error.message }, 'an idle database connection was lost'),
      statementNameGenerator: ({ sql }) => (sql.startsWith(PREPARED) ? nameOf(sql) : ''),
    },
  )
  return new PrismaClient({ adapter })
}

const shared = globalThis as { assayDb?: PrismaClient }

/**
 * The database. Opened on first use, so that a build needs none, and kept on `globalThis`, since Next may load this
 * module several times in one process.
 */
export const db = new Proxy({} as PrismaClient, {
  get: (_, property) => {
    const client = (shared.assayDb ??= connect())
    const value: unknown = Reflect.get(client, property, client)
    return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(client) : value
  },
})

/** What runs inside a transaction. */
export type Tx = Prisma.TransactionClient

/** Fragments of SQL; values in them are always parameters. */
export const sql = Prisma.sql
export type Sql = Prisma.Sql

/**
 * Begins a statement that every request runs, or every write: planning it takes as long as running it. Its text must be
 * one of a few, so values belong into parameters and its plan must not depend on them.
 */
export const prepared = Prisma.raw(PREPARED)
export const join = Prisma.join
export const empty = Prisma.empty
