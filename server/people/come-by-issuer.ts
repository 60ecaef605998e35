import { v7 } from 'uuid'
import type { IssuerId, IssuerRefusal } from '@/domain/people/issuers'
import { Email } from '@/domain/people/person'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { audit, NOBODY } from '../audit'
import { db } from '../db'
import { record } from '../events'
import { issuerAddress } from '../issuers'
import { allow, giveBack } from '../limits'
import { peerAddress } from '../peer'
import type { Intent } from './intent'
import { findOffer, joinByIssuer } from './join'
import { inOwnStream } from './own-stream'
import type { SignedIn } from './signed-in'

/** Someone as an issuer knows them. `verified` where it says that the address was shown to be theirs. */
export type Identity = { issuer: IssuerId; subject: string; name: string; email: string | null; verified: boolean }

/** Who is signed in, and where they go; nobody where that is all. */
export type Outcome = { signedIn: SignedIn | null; to: string | null }

const NAME_CHARACTERS = 80

/**
 * What becomes of someone whom an issuer vouches for: who is linked here signs in; who holds an invitation joins; who asked
 * for it while signed in links the account. Anybody else is refused, and an account is never linked because of an
 * e-mail address.
 */
export async function comeByIssuer(identity: Identity, intent: Intent, actor: Actor | null): Promise<Outcome> {
  try {
    await allow('signInPerAddress', peerAddress())
  } catch (error) {
    if (error instanceof Refusal) return refused('/sign-in', 'too-many', identity)
    throw error
  }
  const outcome = await come(identity, intent, actor)
  if (outcome.signedIn || intent.kind === 'link') await giveBack('signInPerAddress', peerAddress())
  else await audit(db, { deed: 'sign-in.refused', actorId: null, subject: NOBODY })
  return outcome
}

async function come(identity: Identity, intent: Intent, actor: Actor | null): Promise<Outcome> {
  if (intent.kind === 'link') return link(identity, intent, actor)
  const known = await findAccount(identity)
  if (known) return { signedIn: { id: known.userId, name: known.user.name, accountId: known.id }, to: null }
  return intent.kind === 'join' ? join(identity, intent.token) : refuseStranger(identity)
}

const findAccount = ({ issuer, subject }: Identity) =>
  db.linkedAccount.findUnique({
    where: { issuer_subject: { issuer: addressOf(issuer), subject } },
    include: { user: { select: { name: true } } },
  })

/** That an address has an account is told to whom the issuer says it belongs to, and to nobody else. */
async function refuseStranger(identity: Identity): Promise<Outcome> {
  const known = identity.verified && identity.email !== null && (await hasAccount(identity.email))
  return refused('/sign-in', known ? 'known-address' : 'unknown', identity)
}

const hasAccount = async (email: string): Promise<boolean> => (await db.user.count({ where: { email } })) > 0

async function join(identity: Identity, token: string): Promise<Outcome> {
  const page = '/join'
  if (!(await findOffer(token))) return refused('/sign-in', 'used-invitation', identity)
  const email = Email.safeParse(identity.email)
  if (!email.success) return refused(page, 'no-email', identity)
  if (await hasAccount(email.data)) return refused(page, 'known-address', identity)
  const { issuer, subject, verified } = identity
  const name = nameOf(identity, email.data)
  const account = { id: v7(), issuer: addressOf(issuer), subject, name: email.data }
  const { id, workspaceId } = await joinByIssuer(token, { id: v7(), name, email: email.data, verified, account })
  return { signedIn: { id, name, accountId: account.id }, to: `/w/${workspaceId}` }
}

/** In one line, as every name here. */
const nameOf = ({ name }: Identity, email: string): string =>
  name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim().slice(0, NAME_CHARACTERS).trim() || (email.split('@')[0] ?? email) // prettier-ignore

async function link(identity: Identity, intent: Intent & { kind: 'link' }, actor: Actor | null): Promise<Outcome> {
  if (!actor || actor.id !== intent.userId || actor.sessionId !== intent.sessionId)
    return refused('/sign-in', 'changed', identity)
  const { issuer, subject, email, name } = identity
  const mine = { issuer: addressOf(issuer), userId: actor.id }
  const known = await findAccount(identity)
  if (known) return known.userId === actor.id ? linked(issuer) : refused('/account', 'taken', identity)
  if ((await db.linkedAccount.count({ where: mine })) > 0) return refused('/account', 'second', identity)
  const id = v7()
  await record(actor, async (tx) => {
    await tx.linkedAccount.create({ data: { ...mine, id, subject, name: email ?? name } })
    return { answer: null, happened: inOwnStream(actor, 'account.linked', id) }
  })
  return linked(issuer)
}

const linked = (issuer: IssuerId): Outcome => ({ signedIn: null, to: `/account?linked=${issuer}#accounts` })

/** A page that says why; the words are its own. */
const refused = (page: string, why: IssuerRefusal, { issuer }: { issuer: IssuerId }): Outcome => ({
  signedIn: null,
  to: refusalPage(page, why, issuer),
})

export const refusalPage = (page: string, why: IssuerRefusal, issuer: IssuerId): string =>
  `${page}?${new URLSearchParams({ refused: why, issuer }).toString()}`

function addressOf(issuer: IssuerId): string {
  const address = issuerAddress(issuer)
  if (address === null) throw new TypeError(`${issuer} is not set up`)
  return address
}
