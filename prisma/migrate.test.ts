import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { db } from '../server/db'
import { applyMigrations, migrations, newMigration, pendingSql } from './migrate.mjs'
import { Prisma } from './client/client'

const beside = (name: string) => Object.assign(new URL(inject('template')), { pathname: `/${name}` }).href

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

const made: string[] = []

async function emptyDatabase(): Promise<string> {
  const name = `try_${randomBytes(6).toString('hex')}`
  await ask(beside('postgres'), `CREATE DATABASE ${name} TEMPLATE template0`)
  made.push(name)
  return beside(name)
}

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-migrations-'))
  cpSync(join(import.meta.dirname, 'migrations'), folder, { recursive: true })
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  for (const name of made) await ask(beside('postgres'), `DROP DATABASE ${name}`)
})

function addMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

/** The database of this file was made by all migrations (server/testing/global-setup.ts). */
describe('the migrations and the schema', () => {
  it('agree by the copy of the schema beside the last migration', async () => {
    expect(await pendingSql(inject('template'))).toBe('')
  })

  // The client knows nothing of words as the database keeps them.
  it.each(Object.values(Prisma.ModelName))('agree on the columns of %s', async (model) => {
    const fields = (Prisma as unknown as Record<string, Record<string, string>>)[`${model}ScalarFieldEnum`] ?? {}
    const url = process.env.DATABASE_URL ?? ''
    const columns = await ask(
      url,
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = '${model}' AND data_type <> 'tsvector'`,
    )
    expect(columns.map(({ name }) => name).sort()).toEqual(Object.keys(fields).sort())
  })

  it.each(Object.values(Prisma.ModelName))('let %s be read', async (model) => {
    const delegate = (db as unknown as Record<string, { findFirst: () => Promise<unknown> }>)[
      model.charAt(0).toLowerCase() + model.slice(1)
    ]
    expect(await delegate?.findFirst()).toBeNull()
  })
})

describe('applying migrations', () => {
  it('is done once when two start at the same time', async () => {
    const url = await emptyDatabase()
    const applied = await Promise.all([applyMigrations(url), applyMigrations(url)])
    expect(applied.map(({ length }) => length).sort((a, b) => a - b)).toEqual([0, migrations().length])
    const rows = await ask(url, 'SELECT migration_name AS name FROM _prisma_migrations')
    expect(rows).toHaveLength(migrations().length)
  })

  it('leaves nothing of a migration that fails, says why, and goes on once it is mended', async () => {
    const url = await emptyDatabase()
    const name = '99990101000000_two_steps'
    addMigration(name, 'CREATE TABLE first (a int); INSERT INTO first VALUES (1); SELECT 1 / 0;')
    await expect(applyMigrations(url, folder)).rejects.toThrow('division by zero')
    expect(await ask(url, `SELECT to_regclass('first') AS found`)).toEqual([{ found: null }])
    expect(await ask(url, `SELECT 1 FROM _prisma_migrations WHERE migration_name = '${name}'`)).toEqual([])
    addMigration(name, `CREATE TABLE first AS SELECT 'a; b' AS text;`)
    expect(await applyMigrations(url, folder)).toEqual([name])
    expect(await ask(url, 'SELECT text FROM first')).toEqual([{ text: 'a; b' }])
  })
})

describe('making a migration', () => {
  it('writes what has changed since the last, with a copy of the schema beside it', async () => {
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    const name = await newMigration(inject('template'), 'Every table!', { folder })
    expect(name).toMatch(/^\d{14}_every_table_$/)
    const url = await emptyDatabase()
    expect(await applyMigrations(url, folder)).toEqual([name])
    expect(await ask(url, 'SELECT * FROM "User"')).toEqual([])
    expect(await newMigration(inject('template'), 'nothing', { folder })).toBeNull()
  })
})
