import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asking, createDatabase } from './database.mjs'
import { holdFolder } from './hold.mjs'
import { sharedBuffers } from './postgres-memory.mjs'
import { startPostgres, stopPostgres } from './postgres.mjs'
import { runsIn } from './processes.mjs'
import { root } from './run.mjs'

type Rows = { query: (text: string) => Promise<{ rows: Record<string, unknown>[] }> }

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-postgres-test-'))
})

afterAll(async () => {
  await stopPostgres(folder)
  rmSync(folder, { recursive: true, force: true })
})

/** The pid of the server in our folder, from its own note. */
const serverPid = () => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

async function one(url: string, query: string): Promise<Record<string, unknown>> {
  const { rows } = (await asking(url, (client: Rows) => client.query(query))) as { rows: Record<string, unknown>[] }
  return rows[0] ?? {}
}

/** A process that starts the server and is then killed, as an application may be. */
async function startAndBeKilled(): Promise<void> {
  const script = `import { startPostgres } from './scripts/postgres.mjs'
    await startPostgres(${JSON.stringify(folder)}); console.log('up'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: root })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
}

describe('the embedded PostgreSQL', () => {
  it('keeps an eighth of the memory for itself, within bounds', () => {
    const GB = 2 ** 30
    expect([GB / 2, 4 * GB, 64 * GB].map(sharedBuffers)).toEqual(['128MB', '512MB', '1024MB'])
  })

  it('keeps text as UTF-8 and what it acknowledges on disk, for this machine only', async () => {
    const { url, stop } = await startPostgres(folder)
    await createDatabase(url)
    expect(
      await one(
        url,
        `SELECT current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,
           current_setting('listen_addresses') AS addresses, length('😀a') AS characters,
           pg_size_bytes(current_setting('shared_buffers')) = pg_size_bytes('${sharedBuffers()}') AS buffers`,
      ),
    ).toEqual({ encoding: 'UTF8', fsync: 'on', addresses: '127.0.0.1', characters: 2, buffers: true })
    expect(statSync(join(folder, 'postgres.password')).mode & 0o777).toBe(0o600)
    await one(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    stop()
    expect(runsIn(serverPidOrNone(), join(folder, 'postgres'))).toBe(false)
  })

  it('is there again, with everything in it, after its application was killed', async () => {
    await startAndBeKilled()
    const orphan = serverPid()
    expect(runsIn(orphan, join(folder, 'postgres'))).toBe(true)
    const { url, stop } = await startPostgres(folder)
    expect(await one(url, 'SELECT answer FROM kept')).toEqual({ answer: 42 })
    expect(serverPid()).not.toBe(orphan)
    stop()
  })

  it('is there again after it was itself killed', async () => {
    const first = await startPostgres(folder)
    process.kill(serverPid(), 'SIGKILL')
    const { url, stop } = await startPostgres(folder)
    expect(await one(url, 'SELECT answer FROM kept')).toEqual({ answer: 42 })
    expect(url).not.toBe(first.url)
    stop()
  })

  it('takes no other program for a server that was left behind', async () => {
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n`)
    const { stop } = await startPostgres(folder)
    expect(serverPid()).not.toBe(process.pid)
    stop()
  })

  it('says what to do about a cluster of another PostgreSQL, and leaves it', async () => {
    const note = join(folder, 'postgres', 'PG_VERSION')
    const version = readFileSync(note, 'utf8')
    writeFileSync(note, '12\n')
    await expect(startPostgres(folder)).rejects.toThrow('was made by PostgreSQL 12')
    writeFileSync(note, version)
    const { stop } = await startPostgres(folder)
    stop()
  })

  it('says what to do about a lost password', async () => {
    const file = join(folder, 'postgres.password')
    const password = readFileSync(file)
    rmSync(file)
    await expect(startPostgres(folder)).rejects.toThrow('postgres.password')
    writeFileSync(file, password, { mode: 0o600 })
  })

  it('says what to do about a folder that it can’t write to', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    await expect(startPostgres(join(file, 'data'))).rejects.toThrow(/can't write to its data folder .+ASSAY_DATA/)
  })
})

describe('holding a data folder', () => {
  it('is for one application at a time, and a note of a dead one counts for nothing', () => {
    const note = join(folder, 'application.pid')
    writeFileSync(note, '999999999')
    const release = holdFolder(folder)
    expect(readFileSync(note, 'utf8')).toBe(String(process.pid))
    release()
    writeFileSync(note, String(process.ppid)) // some other program has this pid by now
    holdFolder(folder)()
  })
})

function serverPidOrNone(): number {
  try {
    return serverPid()
  } catch {
    return -1 // its note is gone with it
  }
}
