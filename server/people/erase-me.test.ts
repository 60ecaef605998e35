import { readdirSync, readFileSync } from 'node:fs'
import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { listAudit } from '../audit/list-audit'
import { db } from '../db'
import { getFinding, listFindingVersions } from '../findings/list-findings'
import { getRound } from '../reviews/list-rounds'
import { search } from '../search/search'
import { actorOf, makeAnnotation, makeComment, makeDesk, makeMember, PASSWORD, signIn } from '../testing/make'
import { dissent, makeRevealed, makeWritten, publish } from '../testing/make-findings'
import { calling, writing } from '../testing/make-world'
import { refused } from '../testing/refused'
import { createComment } from '../threads/create-comment'
import { listComments } from '../threads/list-comments'
import { changeRole } from './members'
import { eraseMe, listOnlyMine } from './erase-me'
import { OF_A_PERSON } from './forget'
import { renameIn, renameMention } from './former-member'
import { signIn as tryToSignIn } from './sign-in'

let desk: Awaited<ReturnType<typeof makeDesk>>
let owner: Actor
let ada: Actor & { email: string }
let ben: Actor

beforeEach(async () => {
  desk = await makeDesk()
  owner = await actorOf(desk.owner)
  const made = await makeMember(desk.workspaceId, 'analyst', 'Ada "the" Analyst')
  ada = { ...(await actorOf(made)), email: made.email }
  ben = await actorOf(await makeMember(desk.workspaceId, 'analyst', 'Ben'))
})

const erase = (who: Actor) => eraseMe(writing(who), { password: PASSWORD })

/** Everything that the database holds, but for what people wrote themselves. */
async function readWhole(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
  const texts = await Promise.all(
    tables.map(({ name }) => db.$queryRawUnsafe<{ text: string | null }[]>(`SELECT string_agg(t::text, '\n') AS text FROM "${name}" t`)), // prettier-ignore
  )
  return texts.flat().map(({ text }) => text).join('\n') // prettier-ignore
}

test('what someone wrote stays by a former member, and nothing in the database has their name or address', async () => {
  const { id } = await makeAnnotation(ada, desk, 'Ministers')
  await makeComment(ada, id, 'I read it twice.')
  await createComment(writing(ben), id, { id: v7(), parentId: null, json: calling('Look here', ada.id) })
  await makeAnnotation(ada, desk, 'deal', {
    visibility: 'private',
    note: { id: v7(), json: calling('a whisper', ben.id) },
  })
  const claim = await makeRevealed(owner, desk, [[ada, { rating: 'false' }], [ben, {}]]) // prettier-ignore
  const finding = await makeWritten(owner, claim)
  await dissent(ada, finding)
  await publish(owner, finding)
  await changeRole(writing(owner), desk.workspaceId, ada.id, 'analyst')
  await signIn(ada)
  const words = ['the"', ada.email, 'a whisper']
  const before = await readWhole()
  expect(words.filter((word) => !before.includes(word))).toEqual([])

  await erase(ada)

  const left = await readWhole()
  expect(words.filter((word) => left.includes(word))).toEqual([])
  const { items } = await listComments(owner, id, { limit: 50 })
  expect(items.map(({ author }) => author?.name)).toEqual(['Former member 1', 'Ben'])
  expect(JSON.stringify(items[1]?.json)).toContain('"label":"Former member 1"')
  expect((await search(owner, { q: 'former', kind: 'comment', limit: 10 })).items).toHaveLength(1)
  const versions = await listFindingVersions(owner, finding.id, { limit: 10 })
  expect(JSON.stringify(versions.items[0]?.grounds)).toContain('Former member 1')
  expect((await getFinding(owner, finding.id)).dissents.map(({ author }) => author.name)).toEqual(['Former member 1'])
  expect(await db.annotation.count({ where: { authorId: ada.id } })).toBe(1)
  expect(await db.auditEntry.count({ where: { actorId: ada.id, NOT: { address: '' } } })).toBe(0)
})

test('several former members stay apart', async () => {
  const claim = await makeRevealed(owner, desk, [[ada, { rating: 'false' }], [ben, {}]]) // prettier-ignore
  await erase(ada)
  await erase(ben)
  const round = await db.round.findFirstOrThrow({ where: { claimId: claim.id } })
  const { verdicts } = await getRound(owner, round.id)
  const names = (verdicts ?? []).map(({ author }) => author.name)
  expect(new Set(names).size).toBe(2)
  for (const name of names) expect(name).toMatch(/^Former member \d+$/)
})

test('nobody is signed in as them any more, and their address is free', async () => {
  await signIn(ada)
  await erase(ada)
  expect(await db.session.count({ where: { userId: ada.id } })).toBe(0)
  expect(await tryToSignIn({ email: ada.email, password: PASSWORD })).toBeNull()
  expect(await tryToSignIn({ email: `${ada.id}@former.invalid`, password: PASSWORD })).toBeNull()
  await makeMember(desk.workspaceId, 'viewer', 'Another')
  expect(await db.user.count({ where: { email: ada.email } })).toBe(0)
  const { items } = await listAudit(owner, desk.workspaceId, { limit: 1 })
  expect(items[0]).toMatchObject({ by: { name: expect.stringMatching(/^Former member/) as string }, did: 'left the workspace', what: '' }) // prettier-ignore
})

test('the password is asked for, and nothing is done without it', async () => {
  await expect(eraseMe(writing(ada), { password: 'not mine at all' })).rejects.toEqual(
    refused('invalid', /Nothing was changed/),
  )
  expect(await db.user.findUniqueOrThrow({ where: { id: ada.id } })).toMatchObject({ name: ada.name, erasedAt: null })
})

test('the only owner of a workspace is told which, and what to do; with another owner it goes', async () => {
  expect(await listOnlyMine(owner)).toEqual([{ id: desk.workspaceId, name: 'Analysts' }])
  await expect(erase(owner)).rejects.toEqual(
    refused('conflict', /only owner of “Analysts”.*Make someone else an owner/),
  )
  await changeRole(writing(owner), desk.workspaceId, ben.id, 'owner')
  await erase(owner)
  expect(await listOnlyMine(await actorOf(ben))).toHaveLength(1)
})

test('two owners who go at the same moment leave one', async () => {
  await changeRole(writing(owner), desk.workspaceId, ben.id, 'owner')
  const results = await Promise.allSettled([erase(owner), erase(await actorOf(ben))])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('who has no password signs in anew first', async () => {
  await db.user.update({ where: { id: ada.id }, data: { passwordHash: null } })
  await expect(eraseMe(writing(ada), { password: '' })).rejects.toEqual(refused('forbidden', /sign out and in again/))
  const owned = { userId: ada.id, address: '', userAgent: '', expiresAt: new Date(Date.now() + 60_000) }
  await db.session.create({ data: { id: ada.sessionId, tokenHash: v7(), ...owned } })
  expect(await eraseMe(writing(ada), { password: '' })).toEqual({ done: true })
})

test('every table of what belongs to a person says what becomes of it', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'userId' ORDER BY 1`
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(OF_A_PERSON).toSorted())
})

test('what is frozen is opened by few files', () => {
  const all = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  )
  const files = all.filter((file) => /assay\.removing|allowRemoving/.test(readFileSync(`server/${file}`, 'utf8')))
  expect(files.toSorted()).toEqual([
    'people/erase-me.ts',
    'removing.ts',
    'sweep/remove-trash.ts',
    'sweep/remove-workspace.ts',
  ])
})

test('a mention is renamed wherever it stands, and others are not', () => {
  const json = { type: 'doc', content: [{ type: 'mention', attrs: { id: 'a', label: 'Ada' } }, { type: 'mention', attrs: { id: 'b', label: 'Ada' } }] } // prettier-ignore
  const renamed = renameMention(json, 'a', 'X')
  expect(renamed.content?.map(({ attrs }) => attrs?.label)).toEqual(['X', 'Ada'])
})

test('a sentence is told of a former member, unless someone else has the name', () => {
  const says = 'False: Ben. True: Benjamin.'
  const [ben, other] = [{ id: 'a', name: 'Ben' }, { id: 'b', name: 'Ben' }] // prettier-ignore
  expect(renameIn({ by: ben, agreement: [{ says }] }, 'a', 'X')).toEqual({ by: { id: 'a', name: 'X' }, agreement: [{ says: 'False: X. True: Benjamin.' }] }) // prettier-ignore
  expect(renameIn({ by: [ben, other], agreement: [{ says }] }, 'a', 'X')).toEqual({ by: [{ id: 'a', name: 'X' }, other], agreement: [{ says }] }) // prettier-ignore
})
