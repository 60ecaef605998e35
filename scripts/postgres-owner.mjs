import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Stop } from './say.mjs'

/** Where the database and its programs go when root starts Assay in a folder that no other user can enter. */
export const SHARED = '/var/lib/assay'

/**
 * Who runs PostgreSQL, which refuses root: `{}` for whoever we are; for root whoever owns the cluster already, else the
 * user postgres, or nobody where there is none.
 */
export function ownerOf(folder) {
  if (process.getuid?.() !== 0) return {}
  for (const place of [join(folder, 'postgres'), join(elsewhere(folder), 'postgres')]) {
    if (!existsSync(place)) continue
    const { uid, gid } = statSync(place)
    if (uid !== 0) return { uid, gid }
  }
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((entry) => entry.startsWith(`${name}:`))?.split(':') ?? []
    if (uid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Stop(
    'PostgreSQL refuses to run as root, and there is no other user to run it as. Start Assay as an ordinary user.',
  )
}

/** The folder that holds the cluster, its password and its log: the data folder, if its owner can get there. */
export function homeOf(folder, owner) {
  makeFolder(folder)
  if (owner.uid === undefined) return folder
  const { mode, uid } = statSync(folder)
  if (uid === 0 && (mode & 0o001) === 0) chmodSync(folder, (mode & 0o777) | 0o011)
  if (canEnter(folder, owner)) return folder
  const home = elsewhere(folder)
  makeFolder(home)
  for (const path of [SHARED, home]) chmodSync(path, 0o711)
  writeFileSync(
    join(folder, 'postgres.location'),
    `The database is in ${home}, since the user that it runs as can't enter this folder.\n`,
  )
  return home
}

const elsewhere = (folder) => join(SHARED, createHash('sha256').update(folder).digest('hex').slice(0, 12))

/** Makes a folder that we can write to, or says that we can't. */
export function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Stop(
      `Assay can't write to its data folder ${folder} (${error.code}). Make it writable, or set ASSAY_DATA to another folder.`,
    )
  }
}

/** Whether another user may walk down to a path: the x bit for others on each folder above it. */
export function canEnter(path, owner) {
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid } = statSync(at)
    if (uid !== owner.uid && (mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}
