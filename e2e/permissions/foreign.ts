import { v7 } from 'uuid'
import { pick, type Chance } from '../chance'
import { ID_NAMES, type Ids, type State } from './ids'
import { NOUNS, type NounName } from './nouns'
import { makeSubject, variantsOf } from './subjects'
import type { Person, World } from './world'

/*
 * Ids that someone must not get at, by what keeps them from it. To who asks, each must look like the id of nothing.
 */

type IdName = (typeof ID_NAMES)[number]

/** Why an id is none of the asker's business, and who asks: who is allowed most of those whom it is hidden from. */
export const SORTS = {
  'another workspace’s': 'owner',
  'another thing’s': 'owner',
  'another thing’s of another workspace': 'owner',
  private: 'owner',
  sealed: 'owner',
  deleted: 'viewer',
  'in the trash': 'viewer',
  'in capitals': 'owner',
  malformed: 'owner',
} as const satisfies Record<string, 'owner' | 'viewer'>

export type Sort = keyof typeof SORTS
export const sorts = Object.keys(SORTS) as Sort[]

/** Ids by what is hidden from others when a noun is: the thing itself, and its thread. */
const OWN_ID: Partial<Record<NounName, readonly IdName[]>> = {
  annotation: ['annotationId', 'threadId'],
  comment: ['commentId'],
  claim: ['claimId', 'otherClaimId', 'threadId'],
  occurrence: ['occurrenceId'],
  relation: ['relationId', 'threadId'],
  'cleared span': ['clearedId'],
  document: ['documentId', 'versionId'],
  evidence: ['evidenceId'],
  citation: ['evidenceId'],
  question: ['questionId'],
  correction: ['correctionId'],
}

const DELETED: readonly NonNullable<State['deleted']>[] = [
  ...(['annotation', 'comment', 'claim', 'relation', 'evidence', 'question', 'correction'] as const),
]

/** Names under which the same thing can stand in one place. */
const KIN: readonly (readonly IdName[])[] = [
  ['threadId', 'annotationId', 'claimId', 'otherClaimId', 'relationId', 'findingId'],
  ['sourceId', 'originId'],
  ['userId', 'judgeId', 'missingId'],
  ['claimId', 'otherClaimId'],
  ['reviewId', 'roundId'],
]

export type Hidden = Record<Sort, Partial<Record<IdName, string[]>>>

/** What there is to be kept from the askers, three of each. */
export async function makeHidden(world: World): Promise<Hidden> {
  const { own } = world.places
  const hidden = Object.fromEntries(sorts.map((sort) => [sort, {}])) as Hidden
  const add = (sort: Sort, names: readonly IdName[], ids: Ids) =>
    names.forEach((name) => (hidden[sort][name] ??= []).push(ids[name]))
  for (const [noun, names = []] of Object.entries(OWN_ID) as [NounName, readonly IdName[]][]) {
    for (const [sort, fact] of [
      ['private', 'private'],
      ['sealed', 'held'],
      ['in the trash', 'trashed'],
    ] as const) {
      const [variant] = variantsOf(noun).filter((each) => each[fact] === true && !each.own)
      if (!variant || !(NOUNS[noun].varies as readonly string[]).includes(fact)) continue
      for (let made = 0; made < 3; made++) add(sort, names, await makeSubject(noun, own, variant, null))
    }
  }
  // Beside a claim that is deleted stands another that is not.
  const gone = (noun: NounName) => (OWN_ID[noun] ?? []).filter((name) => name !== 'otherClaimId')
  for (const noun of DELETED)
    add('deleted', gone(noun), await makeSubject(noun, own, { own: false }, null, { deleted: noun }))
  return hidden
}

export type Asking = { mine: Ids; theirs: Ids; hidden: Hidden }

/** Some subjects have no id of some name. */
const UUID = /^[0-9a-f-]{36}$/i

/** Names under which something can stand where one of this name belongs. */
const alike = (name: IdName): readonly IdName[] => [name, ...KIN.filter((names) => names.includes(name)).flat()]

/** An id of this sort for a place where one of this name belongs, and one of nothing, written alike; null if there is none. */
export function draw(sort: Sort, name: IdName, { mine, theirs, hidden }: Asking, by: Chance) {
  const kin = alike(name)
  const others = ID_NAMES.filter((other) => !kin.includes(other))
  const known = new Set(kin.map((other) => mine[other]))
  const ids: Partial<Record<Sort, readonly string[]>> = {
    'another workspace’s': [theirs[name]],
    'another thing’s': others.map((other) => mine[other]).filter((id) => !known.has(id)),
    'another thing’s of another workspace': others.map((other) => theirs[other]),
    'in capitals': [theirs[name].toUpperCase()],
  }
  if (sort === 'malformed') {
    const [shape, spoil] = pick(Object.entries(SPOILT), by)
    return { shape, id: spoil(pick([mine[name], theirs[name]], by)), nothing: spoil(v7()) }
  }
  const hiddenIds = (name === 'threadId' ? kin : [name]).flatMap((other) => hidden[sort][other] ?? [])
  const fit = (ids[sort] ?? hiddenIds).filter((id) => UUID.test(id))
  if (fit.length === 0) return null
  const capitals = sort === 'in capitals'
  return { shape: capitals ? sort : 'plain', id: pick(fit, by), nothing: capitals ? v7().toUpperCase() : v7() }
}

/** Ways to write an id that is none, though something lax might find one in it. */
const SPOILT: Readonly<Record<string, (id: string) => string>> = {
  'without dashes': (id) => id.replaceAll('-', ''),
  'in braces': (id) => `{${id}}`,
  'as a URN': (id) => `urn:uuid:${id}`,
  'with a space': (id) => ` ${id}`,
  'with a line break': (id) => `${id}\n`,
  'with a null': (id) => `${id}\u0000`,
  'with an end': (id) => `${id}%`,
  'cut short': (id) => id.slice(0, -1),
  twice: (id) => `${id}${id}`,
  'as a list': (id) => `["${id}"]`,
  wide: (id) => id.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
}

/** Who asks for ids of a sort. */
export const askerOf = ({ people }: World, sort: Sort): Person => people[SORTS[sort]] as Person
