import { codeOf, makeFactor, makeMailedLink, makeMember, makeUser } from '@/server/testing/make'
import {
  makeMarkedClaim,
  makeMarkedCleared,
  makeMarkedOccurrence,
  makeMarkedRelation,
} from '@/server/testing/make-marked-claim'
import { makeMarked, makeMarkedPhase } from '@/server/testing/make-marked-document'
import {
  makeMarkedAttachment,
  makeMarkedCitation,
  makeMarkedEvidence,
  makeMarkedQuestion,
  makeMarkedSource,
} from '@/server/testing/make-marked-evidence'
import { makeMarkedCorrection, makeMarkedDissent, makeMarkedFinding } from '@/server/testing/make-marked-finding'
import { makeMarkedRound } from '@/server/testing/make-marked-round'
import * as make from '@/server/testing/make-place'
import type { Place } from '@/server/testing/make-place'
import { makeTalk, type Talk } from '@/server/testing/make-talk'
import type { Making } from '@/server/testing/place'
import type { Ids, Noun, State } from './ids'

const talkOf = (of: 'annotation' | 'comment'): Noun['make'] => {
  return (place, { own, held, ...facts }, by, state) => {
    const author = (own && by?.id) || place.ownerId
    const talk: Facts = { private: facts.private === true, trashed: facts.trashed === true, ...talkIn(state) }
    const under = { ...talk, ...(held && { held: of }) }
    return makeTalk(place, of === 'annotation' ? { by: author, ...under } : commented(place.ownerId, author, under))
  }
}

type Facts = Omit<Talk, 'by' | 'comment'>

function talkIn({ deleted, resolved = false }: State): Pick<Talk, 'deleted' | 'resolved'> {
  return { resolved, ...((deleted === 'annotation' || deleted === 'comment') && { deleted }) }
}

/** A comment under someone else's annotation, where there can be such. */
function commented(ownerId: string, author: string, talk: Facts): Talk {
  return { by: talk.private ? author : ownerId, comment: author, ...talk }
}

type Maker = (place: Place, making: Making, state: State) => Promise<Partial<Ids>>

/** Made as the facts say: whose it is, and what keeps others from it. What is nobody's own is the owner's. */
const made = (make: Maker): Noun['make'] => {
  return (place, { own, held, trashed }, by, state) => {
    const facts = { held: held === true, trashed: trashed === true, deleted: state.deleted !== undefined }
    return make(place, { by: (own && by?.id) || place.ownerId, ...facts }, state)
  }
}

/** What permissions are about: which facts about it differ, and how one is made for a single call. */
export const NOUNS = {
  nothing: { varies: [], make: async () => ({}) },
  session: { varies: [], make: async (_, __, by) => ({ sessionId: by?.sessionId ?? '' }) },
  notification: { varies: [], make: (place, _, by) => make.makeNotification(place, by?.id ?? place.ownerId) },
  'linked account': {
    varies: [],
    make: async (place, _, by) => ({ accountId: await make.makeLinkedAccount(by?.id ?? place.ownerId) }),
  },
  verification: {
    varies: [],
    make: async () => ({ token: await makeMailedLink('verification', await makeUser('Vera')) }),
  },
  reset: { varies: [], make: async () => ({ token: await makeMailedLink('reset', await makeUser('Rosa')) }) },
  /** What follows is about the one who asks: their address, and their second factor with a code that is right now. */
  unverified: { varies: [], make: async (_, __, by) => (by ? make.makeUnverified(by) : {}) },
  'factor begun': { varies: [], make: async (_, __, by) => (by ? { token: codeOf(await makeFactor(by, false)) } : {}) },
  factor: { varies: [], make: async (_, __, by) => (by ? { token: codeOf(await makeFactor(by)) } : {}) },
  token: { varies: [], make: (place, _, by) => make.makeToken(place, by?.id ?? place.ownerId) },
  webhook: { varies: [], make: (place) => make.makeWebhook(place) },
  setup: { varies: [], make: async ({ ownerId }) => ({ token: await make.makeUsedSetUp(), userId: ownerId }) },
  link: { varies: [], make: (place) => make.makeInvitation(place, 'owner') },
  workspace: { varies: [], make: async () => ({}) },
  /** A workspace that the call does away with: who asks has the role in it that they have in the place. */
  doomed: { varies: [], make: (place, _, by) => make.makeDoomed(place, by?.id ?? null) },
  archive: { varies: ['own'], make: made(make.makeExport) },
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
    make: (place, { trashed }) => makeMarked(place, { trashed: trashed === true }),
  },
  annotation: { varies: ['own', 'private', 'trashed', 'held'], make: talkOf('annotation') },
  comment: { varies: ['own', 'private', 'trashed', 'held'], make: talkOf('comment') },

  phase: { varies: [], make: (place, _, __, state) => makeMarkedPhase(place, state) },
  claim: {
    varies: ['own', 'held'],
    make: made((place, making, { stands = 'proposed', type = 'fact' }) =>
      makeMarkedClaim(place, { ...making, type, state: stands }),
    ),
  },
  occurrence: { varies: ['own', 'held', 'trashed'], make: made(makeMarkedOccurrence) },
  relation: { varies: ['own', 'held'], make: made(makeMarkedRelation) },
  'cleared span': { varies: ['own', 'held', 'trashed'], make: made(makeMarkedCleared) },
  source: { varies: ['own'], make: made(makeMarkedSource) },
  /** Evidence is not held itself, nor is what follows: with its claim it is. */
  evidence: { varies: ['own', 'held'], make: made(makeMarkedEvidence) },
  citation: { varies: ['own', 'trashed'], make: made(makeMarkedCitation) },
  attachment: { varies: ['own', 'held'], make: made(makeMarkedAttachment) },
  question: { varies: ['own', 'held'], make: made(makeMarkedQuestion) },
  /** Whose it is who opened it; whoever asks for it judges in it, or does not. */
  round: {
    varies: ['own', 'reviewer'],
    make: (place, { own, reviewer }, by, { told = false }) =>
      makeMarkedRound(place, {
        by: (own && by?.id) || place.ownerId,
        reviewer: (reviewer && by?.id) || null,
        told,
      }),
  },
  /** Whoever asks for it has judged what it is about, or has not. */
  finding: {
    varies: ['reviewer'],
    make: (place, { reviewer }, by, { stands }) =>
      makeMarkedFinding(place, { reviewer: (reviewer && by?.id) || null, published: stands === 'published' }),
  },
  dissent: { varies: ['own'], make: made(makeMarkedDissent) },
  correction: { varies: ['own', 'trashed'], make: made(makeMarkedCorrection) },
} satisfies Record<string, Noun>

export type NounName = keyof typeof NOUNS
