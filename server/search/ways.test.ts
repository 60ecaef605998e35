import { beforeAll, expect, test } from 'vitest'
import { readAsked } from '@/domain/search/asked'
import { HIT_KINDS } from '@/domain/search/search'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { db, join } from '../db'
import { makeClaim } from '../testing/make-claims'
import { draftOn, makeWorld, noteOf, writing, type World } from '../testing/make-world'
import { candidates } from './candidates'
import { walks } from './walks'

/*
 * What is looked for is found in several ways, and which it is turns on what the database expects: all have to find the same,
 * of everyone and of whatever is looked for.
 */

let world: World
beforeAll(async () => {
  world = await makeWorld()
  const { ada, ben } = world
  await createAnnotation(writing(ada), world.documentId, draftOn(world, 'Critics', { note: noteOf('Which critics?') }))
  const alone = { visibility: 'private', note: noteOf('Critics, I think') } as const
  await createAnnotation(writing(ben), world.documentId, draftOn(world, 'Critics', alone))
  await makeClaim(ada, world, [], { statement: 'Critics of the deal were heard' })
})

type Row = { kind: string; subject: string; place: number; tier: number; rank: number }

/** Gathered and asked of each in turn who may read it, gathered and asked at once, or come across. */
const WAYS = ['in turn', 'at once', 'walking'] as const

async function find(actor: Actor, q: string, way: (typeof WAYS)[number], filter = {}): Promise<Row[]> {
  const within = { workspaceIds: [...actor.roles.keys()], languages: ['english', 'simple'] }
  const scope = { ...within, filtered: way === 'at once', isWalked: () => way === 'walking' }
  const where = { filter: { q, ...filter }, scope, until: null }
  const all = HIT_KINDS.flatMap((hit) => candidates(actor, readAsked(q), hit, where) ?? [])
  return db.$queryRaw<
    Row[]
  >`SELECT kind, subject, place, tier, rank FROM (${join(all, ' UNION ALL ')}) found ORDER BY kind, subject, place`
}

for (const q of ['critics', 'ritic', '"the deal"', 'deal -heard', 'nowhere']) {
  test(`walking and gathering find the same: ${q}`, async () => {
    const counts: number[] = []
    for (const actor of [world.ada, world.ben, world.vera]) {
      const [gathered = [], ...others] = await Promise.all(WAYS.map((way) => find(actor, q, way)))
      for (const other of others) expect(other).toEqual(gathered)
      counts.push(gathered.length)
    }
    expect(Math.max(...counts) > 0).toBe(q !== 'nowhere')
  })
}

test('and with a filter', async () => {
  for (const way of WAYS) {
    const found = await find(world.ben, 'critics', way, { author: world.ben.id })
    expect(
      found.map(({ kind }) => kind),
      way,
    ).toEqual(['annotation', 'comment'])
  }
})

test('what is rare among many is gathered; what is frequent, or among few, is walked to', () => {
  const asked = { kind: 'annotation', tier: 'whole', filtered: false } as const
  expect(walks({ ...asked, all: 1_000_000, saying: 10 })).toBe(false)
  expect(walks({ ...asked, all: 1_000_000, saying: 400_000 })).toBe(true)
  expect(walks({ ...asked, all: 1_000, saying: 1 })).toBe(true)
  expect(walks({ ...asked, all: 1_000_000, saying: 20_000 })).toBe(true)
  expect(walks({ ...asked, all: 1_000_000, saying: 5_000, filtered: true })).toBe(false)
  expect(walks({ ...asked, kind: 'passage', all: 1_000, saying: 1 })).toBe(false)
})
