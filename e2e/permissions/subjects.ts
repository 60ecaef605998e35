import { STANDINGS, type Standing } from '@/domain/permissions/policy.cases'
import { makeMember } from '@/server/testing/make'
import * as make from '@/server/testing/make-place'
import type { Place, Talk } from '@/server/testing/make-place'
import type { Person } from './world'

export const ID_NAMES = [
  ...(['workspaceId', 'projectId', 'labelId', 'documentId', 'versionId', 'annotationId', 'threadId'] as const),
  ...(['commentId', 'userId', 'invitationId', 'sessionId'] as const),
] as const

/** All that a request may name. */
export type Ids = Record<(typeof ID_NAMES)[number], string> & {
  /** What all of the place carries, what is renamed too. */
  mark: string
  /** The secret of a link. */
  token: string
  /** The version that the workspace's row has now; all others are new, at 1. */
  workspaceVersion: number
}

/** How a subject stands to the person who asks, apart from their role. */
export type Variant = Omit<Standing, 'role'>
export type State = Pick<Talk, 'deleted' | 'resolved'>

type Noun = {
  /** The facts that the policy can turn on, of those there are. */
  varies: readonly (keyof Variant)[]
  make: (place: Place, variant: Variant, by: Person | null, state: State) => Promise<Partial<Ids>>
}

const talkOf = (of: 'annotation' | 'comment'): Noun['make'] => {
  return (place, { own, ...facts }, by, state) => {
    const author = (own && by?.id) || place.ownerId
    const talk = { private: facts.private === true, trashed: facts.trashed === true, ...state }
    return make.makeTalk(place, of === 'annotation' ? { by: author, ...talk } : commented(place, author, talk))
  }
}

/** A comment under someone else's annotation, where there can be such. */
function commented({ ownerId }: Place, author: string, talk: State & { private: boolean; trashed: boolean }): Talk {
  return { by: talk.private ? author : ownerId, comment: author, ...talk }
}

/** What permissions are about: which facts about it differ, and how one is made for a single call. */
export const NOUNS = {
  nothing: { varies: [], make: async () => ({}) },
  session: { varies: [], make: async (_, __, by) => ({ sessionId: by?.sessionId ?? '' }) },
  setup: { varies: [], make: async ({ ownerId }) => ({ token: await make.makeUsedSetUp(), userId: ownerId }) },
  link: { varies: [], make: (place) => make.makeInvitation(place, 'owner') },
  workspace: { varies: [], make: async () => ({}) },
  /** Someone who is to get or has the role that is the bound: the one who asks, where it is their own. */
  member: {
    varies: ['own', 'bound'],
    make: async ({ workspaceId }, { own, bound = 'viewer' }, by) => ({
      userId: own && by ? by.id : (await makeMember(workspaceId, bound)).id,
    }),
  },
  'new member': {
    varies: ['bound'],
    make: async ({ workspaceId }) => ({ userId: (await makeMember(workspaceId, 'viewer')).id }),
  },
  role: { varies: ['bound'], make: async () => ({}) },
  invitation: {
    varies: ['bound'],
    make: (place, { bound = 'viewer' }) => make.makeInvitation(place, bound),
  },
  project: { varies: [], make: make.makeMarkedProject },
  label: { varies: [], make: async (place) => ({ labelId: await make.makeLabel(place) }) },
  document: {
    varies: ['trashed'],
    make: (place, { trashed }) => make.makeMarked(place, { trashed: trashed === true }),
  },
  annotation: { varies: ['own', 'private', 'trashed'], make: talkOf('annotation') },
  comment: { varies: ['own', 'private', 'trashed'], make: talkOf('comment') },
} satisfies Record<string, Noun>

export type NounName = keyof typeof NOUNS

/** Every way in which a thing of this kind can stand to someone, from the table of all standings. */
export function variantsOf(noun: NounName): Variant[] {
  const { varies }: Noun = NOUNS[noun]
  const known = new Map<string, Variant>()
  for (const standing of STANDINGS) {
    if (varies.includes('bound') && standing.bound === undefined) continue
    const variant = { own: false, ...Object.fromEntries(varies.map((fact) => [fact, standing[fact]])) }
    known.set(JSON.stringify(variant), variant)
  }
  return [...known.values()]
}

/** A thing of this kind, made for one call, and all that lies around it. */
export async function makeSubject(
  noun: NounName,
  place: Place,
  variant: Variant,
  by: Person | null,
  state: State = {},
) {
  const { make: makeOne }: Noun = NOUNS[noun]
  const [labelId] = place.labelIds
  const around = {
    ...{ workspaceId: place.workspaceId, projectId: place.projectId, labelId, userId: place.ownerId },
    ...{ documentId: place.documentId, versionId: place.versionId },
    ...{ annotationId: place.annotationId, threadId: place.annotationId, commentId: place.commentId },
    invitationId: place.invitationId,
    mark: place.mark,
    workspaceVersion: await make.versionOf(place.workspaceId),
  }
  return { ...around, ...(await makeOne(place, variant, by, state)) } as Ids
}
