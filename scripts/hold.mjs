import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './postgres-owner.mjs'
import { runs } from './processes.mjs'
import { Stop } from './say.mjs'

/**
 * Takes a data folder for this process: two in one would share a database that the first to stop takes away from the
 * other. A note that a killed process left counts for nothing. Answers what gives the folder back.
 */
export function holdFolder(data) {
  makeFolder(data)
  const note = join(data, 'application.pid')
  if (take(note)) return () => rmSync(note, { force: true })
  const holder = Number(readFileSync(note, 'utf8'))
  if (holder !== process.pid && runs(holder, 'start.mjs'))
    throw new Stop(
      `Assay runs already with the data folder ${data} (process ${holder}). Stop it first, or set ASSAY_DATA to another folder.`,
    )
  rmSync(note, { force: true })
  return holdFolder(data)
}

function take(note) {
  try {
    writeFileSync(note, String(process.pid), { flag: 'wx', mode: 0o644 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new Stop(`Assay can't write ${note} (${error.code}). Make its folder writable, or set ASSAY_DATA to another.`)
  }
}
