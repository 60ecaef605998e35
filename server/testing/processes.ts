import { readdirSync, readFileSync } from 'node:fs'

/** The processes that are reading a file for an import just now; of one parent, if that is named. Linux alone tells. */
export function importers(parent?: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return all.map(Number).filter((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('convert-child')) return false
      // The parent is the second field behind the name, which is in brackets; a process that has ended is no more than that.
      const [, state, its] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
      return state !== 'Z' && (parent === undefined || Number(its) === parent)
    } catch {
      return false // it has just ended
    }
  })
}
