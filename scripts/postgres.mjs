import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { binaries, MAJOR } from './postgres-binaries.mjs'
import { KEEPING_MEMORY, sharedBuffers } from './postgres-memory.mjs'
import { homeOf, ownerOf } from './postgres-owner.mjs'
import { runsIn } from './processes.mjs'
import { Stop } from './say.mjs'

const USER = 'assay'

/** A log that is larger than this at a start is put aside, so that it can't fill the disk; in bytes. */
const LOG_BYTES = 5 * 1024 * 1024

/** Locales that count characters and know the letters of all scripts: the first is on Linux, the second on macOS. */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8']

/** How often a start is tried: the port may be taken meanwhile, or the processes of a killed server still be ending. */
const TRIES = 3

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  log_min_messages: 'warning',
  // What people write stays out of the log: neither statements nor the values that they failed on.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** Where data is kept, much of it is kept in memory too; tests have little. */
const LASTING = { shared_buffers: sharedBuffers() }

/** For tests: a crash of the machine may lose the data, and nobody minds. */
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * Starts the embedded PostgreSQL, a real one that comes from npm, in `folder`; makes the cluster on its first start.
 *
 * It listens on loopback only, on a port that is free, with a random password. A server that an earlier run left behind
 * (the application was killed) is stopped first: it is ours if it runs in our folder. Everything that is acknowledged is
 * on disk, since fsync stays on; `durable: false` turns that off for tests.
 *
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function startPostgres(folder, { durable = true } = {}) {
  const owner = ownerOf(folder)
  const home = homeOf(folder, owner)
  const data = join(home, 'postgres')
  const secret = join(home, 'postgres.password')
  const bin = await binaries(owner)

  if (existsSync(join(data, 'PG_VERSION'))) checkCluster({ home, data, secret })
  else initialise({ bin, home, data, secret, owner, durable })
  endLeftover(bin, data, as(owner))
  const settings = { ...SETTINGS, ...(durable ? LASTING : FORGETFUL) }
  const port = await launch({ bin, data, home, owner, settings })
  return { url: addressOf(home, port), stop: () => end(bin, data, as(owner)) }
}

/** The address of the PostgreSQL that runs in `folder`; null where none does. */
export function findPostgres(folder) {
  const home = homeOf(folder, ownerOf(folder))
  const data = join(home, 'postgres')
  const note = join(data, 'postmaster.pid')
  if (!existsSync(note)) return null
  // The file's lines: the process, the folder, when it began, the port.
  const [pid, , , port] = readFileSync(note, 'utf8').split('\n')
  return runsIn(Number(pid), data) === true ? addressOf(home, Number(port)) : null
}

const addressOf = (home, port) =>
  `postgresql://${USER}:${readFileSync(join(home, 'postgres.password'), 'utf8')}@127.0.0.1:${port}/assay`

/** Stops what runs in a folder that nobody holds any more. */
export async function stopPostgres(folder) {
  const owner = ownerOf(folder)
  const data = join(homeOf(folder, owner), 'postgres')
  endLeftover(await binaries(owner), data, as(owner))
}

/** As whom PostgreSQL's programs run, and with no more of our environment than they need. */
const as = (owner) => ({ ...owner, env: { PATH: process.env.PATH, LC_ALL: 'C', ...KEEPING_MEMORY } })

/** Refuses a cluster that this PostgreSQL could not open: better in our words than in those of its log. */
function checkCluster({ home, data, secret }) {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (made !== MAJOR)
    throw new Stop(
      `The database in ${home} was made by PostgreSQL ${made}, and this version of Assay brings ${MAJOR}. Go back to the version that made it, or set ASSAY_DATA to another folder; nothing was changed.`,
    )
  if (!existsSync(secret))
    throw new Stop(
      `The password of the database in ${home} is missing (postgres.password). Put it back from a backup, or set ASSAY_DATA to another folder.`,
    )
}

/** Makes the cluster beside its place and moves it there when it is whole: a killed start leaves no half of one. */
function initialise({ bin, home, data, secret, owner, durable }) {
  const half = `${data}.new`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 })
  for (const path of [half, secret]) give(path, owner)
  const failures = []
  for (const locale of LOCALES) {
    // Without a locale named here, initdb takes the terminal's, and may make a database that can't count characters.
    const args = ['-D', half, '-U', USER, '--pwfile', secret, '--auth=scram-sha-256', '--encoding=UTF8']
    if (!durable) args.push('--no-sync')
    const made = spawnSync(join(bin, 'initdb'), [...args, `--locale=${locale}`], {
      ...as(owner),
      encoding: 'utf8',
      cwd: '/',
    })
    if (made.status === 0) return renameSync(half, data)
    failures.push((made.stderr || String(made.error ?? '')).trim())
  }
  rmSync(half, { recursive: true, force: true })
  throw new Stop(`The database could not be created in ${home}: ${failures[0]}`)
}

async function launch({ bin, data, home, owner, settings }) {
  const log = join(home, 'postgres.log')
  if (existsSync(log) && statSync(log).size > LOG_BYTES) renameSync(log, `${log}.old`)
  writeFileSync(log, '', { flag: 'a', mode: 0o600 })
  give(log, owner)
  for (let tried = 1; ; tried++) {
    const port = await freePort()
    const options = Object.entries({ ...settings, port })
      .map(([name, value]) => `-c ${name}='${value}'`)
      .join(' ')
    if (control(bin, ['start', '-D', data, '-l', log, '-w', '-t', '60', '-o', options], as(owner))) return port
    if (tried === TRIES)
      throw new Stop(`The database in ${home} did not start. Its log is ${log}; the last lines are:\n${lastOf(log)}`)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}

/** Stops what an earlier run left in the folder. A pid that now belongs to some other program is only forgotten. */
function endLeftover(bin, data, who) {
  const note = join(data, 'postmaster.pid')
  if (!existsSync(note)) return
  const pid = Number(readFileSync(note, 'utf8').split('\n')[0])
  const ours = runsIn(pid, data)
  if (ours === true) end(bin, data, who)
  if (ours === false) rmSync(note, { force: true })
}

/** Ends the server: at the end of the statements under way, and if it does not listen, at once; it recovers from that. */
function end(bin, data, who) {
  if (!existsSync(join(data, 'postmaster.pid'))) return
  for (const [mode, seconds] of [
    ['fast', '20'],
    ['immediate', '10'],
  ]) {
    if (control(bin, ['stop', '-D', data, '-m', mode, '-w', '-t', seconds], who)) return
  }
}

/** pg_ctl; without pipes, since the server that it starts would hold them open. Answers whether it succeeded. */
function control(bin, args, who) {
  return spawnSync(join(bin, 'pg_ctl'), args, { ...who, stdio: 'ignore', cwd: '/' }).status === 0
}

function give(path, owner) {
  if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid)
}

/** A port of 127.0.0.1 that nobody listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

function lastOf(file) {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n') || '(empty)'
}
