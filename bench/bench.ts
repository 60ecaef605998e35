import { cpus, totalmem } from 'node:os'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { db } from '@/server/db'
import type { Bench } from './section'
import { sectionTable, type Section } from './table'
import { disagreement } from './agreement'
import { crowded } from './crowded'
import { finding } from './finding'
import { importing } from './importing'
import { makeLibrary } from './library'
import { makeCrowd } from './crowd'
import { open } from './open'
import { select } from './select'
import { signingIn } from './signing-in'
import { throughput } from './throughput'
import { makeBenchWorld } from './world'

const SECTIONS: Readonly<Record<string, (bench: Bench) => Promise<Section[]>>> = {
  a: open,
  b: select,
  c: throughput,
  d: crowded,
  e: disagreement,
  f: finding,
  g: signingIn,
  h: importing,
}

/** Rounds that count, of each comparison. */
const ROUNDS = { usual: 5, quick: 2 }

export type Order = { only: string[]; quick: boolean }
type Place = Omit<Bench, 'base' | 'world' | 'rounds' | 'crowdedUrl' | 'library'>

/** Measures the sections that were asked for (all if none), prints them, and keeps them in bench/README.md. */
export async function bench({ only, quick }: Order, place: Place): Promise<void> {
  const world = await makeBenchWorld()
  await db.$disconnect()
  const rounds = quick ? ROUNDS.quick : ROUNDS.usual
  const wanted = Object.keys(SECTIONS).filter((key) => only.length === 0 || only.includes(key))
  const crowdedUrl = wanted.includes('d') ? await makeCrowd(place.databaseUrl, world) : null
  const library = wanted.includes('f') ? await makeLibrary(place.databaseUrl, world) : null
  for (const key of wanted) {
    const sections = await place.withServer(
      place.databaseUrl,
      (base) => SECTIONS[key]?.({ ...place, base, world, rounds, crowdedUrl, library }) ?? Promise.resolve([]),
    )
    const text = sections.map(sectionTable).join('\n\n')
    process.stdout.write(`\n${text}\n`)
    if (!quick) keep(place.root, key, `${text}\n\n${circumstances(rounds)}`)
  }
}

/** Puts a section's tables where the last ones were: between its markers in bench/README.md. */
function keep(root: string, key: string, text: string): void {
  const file = join(root, 'bench', 'README.md')
  const readme = readFileSync(file, 'utf8')
  const [begin, end] = [`<!-- begin ${key} -->`, `<!-- end ${key} -->`]
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`bench/README.md has no place for section ${key}`)
  writeFileSync(file, `${readme.slice(0, from + begin.length)}\n\n${text}\n\n${readme.slice(to)}`)
}

function circumstances(rounds: number): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  const day = new Date().toISOString().slice(0, 10)
  return `_${day}, ${cpus().length} cores, ${memory} GB, Node ${process.versions.node}, ${rounds} rounds._`
}
