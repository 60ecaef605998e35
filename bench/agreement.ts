import { agreementOfClaims, type Judged } from '@/domain/claims/agreement/of-claims'
import { agreement } from '@/domain/claims/agreement/agreement'
import { db, sql } from '@/server/db'
import { readJudged } from '@/server/disagreement/judged'
import { anyMember } from '@/server/any-member'
import { READS } from './ask'
import { JUDGED, makeJudged } from './judged'
import { takeTurns } from './measure'
import { OTHERS_MS, p99, timed, whileBusy, whileQuiet } from './meanwhile'
import { seeded } from './random'
import type { Section } from './table'
import type { Bench } from './section'

/** The limit: an answer within two seconds. */
const LONGEST_MS = 2_000

/**
 * (e) Agreement of a project of a thousand claims with twenty reviewers, with a bootstrap of 10,000: how long it takes, held
 * against the same functions without a server, and how long others wait meanwhile.
 */
export async function disagreement(bench: Bench): Promise<Section[]> {
  const { workspaceId } = bench.world
  const judged = await makeJudged(workspaceId)
  const input = await readJudged(anyMember(workspaceId), sql`c."projectId" = ${judged.projectId}::uuid`)
  const asked = asking(bench, judged)
  const { http, bare, levels, busy, quiet } = await takeTurns(bench.rounds, {
    http: () => timed(asked.agreement),
    bare: () => timed(() => void agreementOfClaims(JSON.parse(input) as Judged)),
    levels: () => timed(allLevels),
    busy: () => p99(asked.other, whileBusy(asked.agreement)),
    quiet: () => p99(asked.other, whileQuiet()),
  })
  await db.$disconnect()
  const size = `${JUDGED.claims.toLocaleString('en-GB')} claims × ${JUDGED.reviewers} reviewers`
  return [
    {
      title: `(e) Agreement with a bootstrap of 10,000, ${size}`,
      theirs: 'bare',
      rows: [
        { what: 'Asked for over HTTP', unit: 'ms', ours: http, target: { atMost: LONGEST_MS } },
        { what: 'Asked for over HTTP, held against bare', unit: 'ms', ours: http, theirs: bare },
        { what: 'Each level of all claims, bare', unit: 'ms', ours: levels, target: { atMost: LONGEST_MS } },
        { what: 'Others meanwhile, 99th percentile', unit: 'ms', ours: busy, target: { atMost: OTHERS_MS } },
      ],
    },
    {
      title: '(e) What others wait, 99th percentile',
      ours: 'meanwhile',
      theirs: 'otherwise',
      rows: [{ what: 'The first 50 of 1,000 annotations', unit: 'ms', ours: busy, theirs: quiet }],
    },
  ]
}

/** The requests. Agreement is measured anew each time: a reviewer has another name, so that nothing kept will do. */
function asking({ base, world }: Bench, { projectId, reviewerIds }: Awaited<ReturnType<typeof makeJudged>>) {
  const [reader, other] = world.people
  let times = 0
  const get = async (path: string, cookie = '') => {
    const response = await fetch(`${base}${path}`, { headers: { cookie } })
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
    return response.text()
  }
  return {
    agreement: async () => {
      await db.user.update({ where: { id: reviewerIds[0] ?? '' }, data: { name: `Reviewer 1.${(times += 1)}` } })
      await get(`/api/v1/projects/${projectId}/agreement`, reader?.cookie)
    },
    other: () => get(READS.list(world.read).path, other?.cookie),
  }
}

/** Alpha at the nominal, ordinal and interval level, each of as many claims and reviewers. */
function allLevels(): void {
  const random = seeded(6)
  for (const [level, values] of [
    ['nominal', 4],
    ['ordinal', 5],
    ['interval', 99],
  ] as const) {
    const ratings = Array.from({ length: JUDGED.claims }, () => {
      const most = random.below(values)
      return Array.from({ length: JUDGED.reviewers }, () => (random.below(100) < 70 ? most : random.below(values)))
    })
    agreement(ratings, level, { seed: 1 })
  }
}
