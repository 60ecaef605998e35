import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/prisma/client/client'
import { config } from './config'
import { log } from './log'

/** How long a request may wait for a free connection before it is told that the database is busy. */
const CONNECT_MS = 5_000

function connect(): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: config.databaseUrl, max: config.pool, connectionTimeoutMillis: CONNECT_MS },
    // An idle connection that breaks (the server restarted) must not end the process; the pool opens a new one.
    { onPoolError: (error) => log.warn({ err: error.message }, 'an idle database connection was lost') },
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
export const join = Prisma.join
export const empty = Prisma.empty
