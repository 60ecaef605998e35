import { asked, drafts, READS } from './ask'
import { httpRate, type Ask } from './load'
import { takeTurns } from './measure'
import { seeded } from './random'
import type { Bench } from './section'
import type { Row, Section } from './table'
import type { World } from './world'

/** How many are written or read in one turn: about a second. */
const TURN = 300
const CLIENTS = 10

/** Crowded may take this much longer. */
const AT_MOST = 1.2

/**
 * (d) The same writes and reads with a million annotations in other documents of the database: two servers on two
 * databases of one PostgreSQL, of which one is a copy of the other with the million added, take turns.
 */
export async function crowded(bench: Bench): Promise<Section[]> {
  const { world, base, rounds, crowdedUrl } = bench
  if (crowdedUrl === null) throw new Error('The crowded copy of the database was not made')
  const rows = await bench.withServer(crowdedUrl, async (crowdedBase) => {
    const rows: Row[] = []
    for (const [what, next] of Object.entries(loads(world))) {
      const rate = (at: string) => httpRate(at, world.people, { clients: CLIENTS, total: TURN, ask: next })
      const { empty, crowded } = await takeTurns(rounds, {
        empty: async () => 1000 / (await rate(base)),
        crowded: async () => 1000 / (await rate(crowdedBase)),
      })
      rows.push({ what, unit: 'ms each', ours: crowded, theirs: empty, target: { atMost: AT_MOST } })
    }
    return rows
  })
  const title = '(d) With 1,000,000 annotations in other documents'
  return [{ title, ours: 'crowded', theirs: 'empty', rows }]
}

function loads(world: World): Record<string, () => Ask> {
  const [one, many] = [drafts(seeded(4), [world.one], world), drafts(seeded(5), world.many, world)]
  return {
    'Write on one document': () => asked(one()),
    'Write on a hundred documents': () => asked(many()),
    'Where 1,000 highlights lie': () => READS.spans(world.read),
    'The first 50 of 1,000 annotations': () => READS.list(world.read),
    'The latest 50 of 1,000 annotations': () => READS.latest(world.read),
    'The documents of the project': () => ({ path: `/api/v1/projects/${world.projectId}/documents?limit=50` }),
  }
}
