import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { v7 } from 'uuid'
import type { Actor } from '@/domain/permissions/policy'
import { findActor, openSession } from '../auth'
import { db } from '../db'
import { providers } from '../issuers'
import { from } from '../testing/from'
import { actorOf, makeMember, makeUser, makeWorkspace, PASSWORD, signIn, type MadeUser } from '../testing/make'
import { makeInvitation } from '../testing/make-place'
import { writing } from '../testing/make-world'
import { beginLinking, getSecurity, unlinkAccount } from './accounts'
import { comeByIssuer, type Identity } from './come-by-issuer'
import { openIntent, sealIntent, type Intent } from './intent'
import { changePassword } from './me'
import { signIn as attempt } from './sign-in'

const ISSUER = 'https://login.example.org'
beforeAll(() => {
  const set = { OIDC_ISSUER: `${ISSUER}/`, OIDC_ID: 'assay', OIDC_SECRET: 'x', GITHUB_ID: 'hub', GITHUB_SECRET: 'y', GOOGLE_ID: 'goo', GOOGLE_SECRET: 'z' } // prettier-ignore
  Object.assign(process.env, set, { NEXTAUTH_SECRET: 'of this test' })
})

let ada: MadeUser
let actor: Actor
beforeEach(async () => {
  vi.useRealTimers()
  ada = await makeUser('Ada')
  actor = (await findActor((await signIn(ada)).value)) as Actor
})

const someone = (more: Partial<Identity> = {}): Identity => {
  const subject = v7()
  return { issuer: 'oidc', subject, name: 'Nora New', email: `nora-${subject}@example.org`, verified: true, ...more }
}
const come = (identity: Identity, intent: Intent = { kind: 'sign-in' }, as: Actor | null = null) =>
  from(v7(), () => comeByIssuer(identity, intent, as))
const why = ({ to }: { to: string | null }) => /refused=([\w-]+)/.exec(to ?? '')?.[1]

async function invite() {
  const workspaceId = await makeWorkspace()
  const { id } = await makeMember(workspaceId, 'owner')
  const { token } = await makeInvitation({ workspaceId, ownerId: id, mark: '' } as never, 'analyst')
  return { workspaceId, token }
}
const linking = (): Intent => ({ kind: 'link', userId: actor.id, sessionId: actor.sessionId })

test('a stranger is refused, and nothing is made', async () => {
  const before = await db.user.count()
  const outcome = await come(someone())
  expect([outcome.signedIn, why(outcome)]).toEqual([null, 'unknown'])
  expect(await db.user.count()).toBe(before)
  expect(await db.linkedAccount.count()).toBe(0)
})

test('an address that has an account links nothing; it is told to whom it belongs, and to nobody else', async () => {
  const told = await come(someone({ email: ada.email }))
  expect([told.signedIn, why(told)]).toEqual([null, 'known-address'])
  const untold = await come(someone({ email: ada.email, verified: false }))
  expect([untold.signedIn, why(untold)]).toEqual([null, 'unknown'])
  expect(await db.linkedAccount.count({ where: { userId: ada.id } })).toBe(0)
})

test('with an invitation they join, without a password, and come back later', async () => {
  const { workspaceId, token } = await invite()
  const nora = someone({ name: ' Nora\u0000\nNew ' })
  const { signedIn, to } = await come(nora, { kind: 'join', token })
  expect(to).toBe(`/w/${workspaceId}`)
  const made = await db.user.findUniqueOrThrow({ where: { id: signedIn?.id ?? '' }, include: { memberships: true } })
  expect(made).toMatchObject({
    name: 'Nora New',
    email: nora.email,
    passwordHash: null,
    memberships: [{ role: 'analyst' }],
  })
  expect(made.verifiedAt).not.toBeNull()
  expect(await openSession(signedIn as NonNullable<typeof signedIn>, 'Test')).not.toBe('')
  expect((await come(nora)).signedIn).toEqual(signedIn)
  expect(await attempt({ email: made.email, password: PASSWORD })).toBeNull()
})

test('an invitation that is of no use, no address, or one that has an account: refused, and the link stays good', async () => {
  const { token } = await invite()
  const join = (more: Partial<Identity>, by = token) => come(someone(more), { kind: 'join', token: by })
  expect(why(await join({}, 'made up'))).toBe('used-invitation')
  expect(why(await join({ email: null }))).toBe('no-email')
  expect(why(await join({ email: ada.email }))).toBe('known-address')
  const joined = await join({})
  expect(joined.signedIn).not.toBeNull()
  expect(why(await join({}))).toBe('used-invitation')
})

test('what an issuer does not vouch for is not verified', async () => {
  const { token } = await invite()
  const { signedIn } = await come(someone({ verified: false }), { kind: 'join', token })
  expect((await db.user.findUniqueOrThrow({ where: { id: signedIn?.id ?? '' } })).verifiedAt).toBeNull()
})

test('whoever is linked already signs in, also on the way to an invitation', async () => {
  const nora = someone()
  await come(nora, linking(), actor)
  const { token } = await invite()
  expect(await come(nora, { kind: 'join', token })).toMatchObject({ signedIn: { id: ada.id }, to: null })
})

test('linking is for who is signed in, in the session in which they began', async () => {
  const nora = someone()
  expect(why(await come(nora, linking(), null))).toBe('changed')
  expect(why(await come(nora, linking(), await actorOf(await makeUser('Ben'))))).toBe('changed')
  expect(why(await come(nora, linking(), { ...actor, sessionId: v7() }))).toBe('changed')
  expect(await come(nora, linking(), actor)).toEqual({ signedIn: null, to: '/account?linked=oidc#accounts' })
  expect(await getSecurity(actor)).toMatchObject({ accounts: [{ issuer: 'oidc', name: nora.email }] })
  expect(await db.auditEntry.count({ where: { actorId: ada.id, action: 'account.linked', workspaceId: null } })).toBe(1)
  expect((await come(nora)).signedIn).toMatchObject({ id: ada.id })
})

test('an account elsewhere is linked to one person, and a person to one of each issuer', async () => {
  const nora = someone()
  await come(nora, linking(), actor)
  const ben = (await findActor((await signIn(await makeUser('Ben'))).value)) as Actor
  expect(why(await come(nora, { kind: 'link', userId: ben.id, sessionId: ben.sessionId }, ben))).toBe('taken')
  expect(why(await come(someone(), linking(), actor))).toBe('second')
  expect(why(await come(someone({ subject: nora.subject, issuer: 'google' })))).toBe('unknown')
})

test('beginning to link needs the password', async () => {
  const begin = (password: string) => beginLinking(actor, { issuer: 'oidc', password })
  await expect(begin('wrong')).rejects.toMatchObject({ kind: 'invalid' })
  const { intent } = await begin(PASSWORD)
  expect(openIntent(intent)).toEqual(linking())
})

test('what a browser takes along is ours, and for a quarter of an hour', () => {
  const sealed = sealIntent({ kind: 'sign-in' })
  expect(openIntent(sealed)).toEqual({ kind: 'sign-in' })
  expect(openIntent(`${sealed.slice(0, -2)}AA`)).toBeNull()
  expect(openIntent('')).toBeNull()
  vi.useFakeTimers({ now: Date.now() + 16 * 60_000 })
  expect(openIntent(sealed)).toBeNull()
})

test('unlinking ends that way in, at once for a sign-in under way; the last way in stays', async () => {
  const nora = someone()
  await come(nora, linking(), actor)
  const [{ id = '' } = {}] = (await getSecurity(actor)).accounts
  const late = (await come(nora)).signedIn
  const other = await actorOf(await makeUser('Ben'))
  await expect(unlinkAccount(writing(other), id)).rejects.toMatchObject({ kind: 'not-found' })
  await unlinkAccount(writing(actor), id)
  expect(why(await come(nora))).toBe('unknown')
  expect(await openSession(late ?? { id: ada.id }, 'Late')).toBe('')
})

test('who has no password sets a first one while their session is new; then they can unlink', async () => {
  const { token } = await invite()
  const nora = someone()
  const { signedIn } = await come(nora, { kind: 'join', token })
  const cookie = await openSession(signedIn as NonNullable<typeof signedIn>, 'Test')
  const her = (await findActor(cookie)) as Actor
  const { accounts, hasPassword } = await getSecurity(her)
  expect(hasPassword).toBe(false)
  const id = accounts[0]?.id ?? ''
  await expect(unlinkAccount(writing(her), id)).rejects.toMatchObject({ kind: 'conflict' })
  const set = () => changePassword(writing(her), { current: '', password: PASSWORD })
  await db.session.update({ where: { id: her.sessionId }, data: { createdAt: new Date(Date.now() - 16 * 60_000) } })
  await expect(set()).rejects.toMatchObject({ kind: 'forbidden' })
  await db.session.update({ where: { id: her.sessionId }, data: { createdAt: new Date() } })
  await set()
  expect(await attempt({ email: nora.email, password: PASSWORD })).toMatchObject({ id: her.id })
  expect(await unlinkAccount(writing(her), id)).toEqual({ done: true })
})

test('every issuer gets PKCE and a state, and where it is OpenID Connect a nonce', () => {
  expect(providers().map(({ id, checks }) => [id, checks])).toEqual([
    ['github', ['pkce', 'state']],
    ['google', ['pkce', 'state', 'nonce']],
    ['oidc', ['pkce', 'state', 'nonce']],
  ])
  const [hub, , oidc] = providers()
  expect(oidc?.wellKnown).toBe(`${ISSUER}/.well-known/openid-configuration`)
  const said = { sub: 's', name: '', preferred_username: 'nora', email: 'n@example.org', email_verified: 'true' }
  expect(oidc?.profile?.(said, {} as never)).toEqual({ id: 's', name: 'nora', email: 'n@example.org', verified: false })
  expect(hub?.profile?.({ id: 7, login: 'nora', email: null }, {} as never)).toEqual({ id: '7', name: 'nora', email: null, verified: false }) // prettier-ignore
})
