import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'

/**
 * Whether the process works in this folder: true, false, or null where the system does not tell. A pid in a file proves
 * nothing by itself, since after a restart it may belong to any program.
 */
export function runsIn(pid, folder) {
  if (!isAlive(pid)) return false
  const place = realpathSync(folder)
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === place
    if (process.platform === 'win32') return null
    return commandOf(pid).includes(place)
  } catch {
    return null // another user's process: PostgreSQL decides for itself
  }
}

/** Whether the process is there and its command line holds `words`. */
export function runs(pid, words) {
  if (!isAlive(pid)) return false
  try {
    return commandOf(pid).includes(words)
  } catch {
    return process.platform === 'win32'
  }
}

export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function commandOf(pid) {
  return process.platform === 'linux'
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
}
