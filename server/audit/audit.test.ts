import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { ACTIONS } from '@/domain/audit/actions'
import { sentenceOf } from '@/domain/audit/audit'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor, Permission, Subject } from '@/domain/permissions/policy'
import type { Refusal } from '@/domain/refusal'
import { DEEDS } from '../audit'
import { db } from '../db'
import { trashDocument } from '../documents/change-document'
import { changeRole, removeMember } from '../people/members'
import { renameMe } from '../people/me'
import { signIn as tryToSignIn } from '../people/sign-in'
import { actorOf, makeAnnotation, makeComment, makeDesk, makeMember, signIn, type MadeUser } from '../testing/make'
import { refused } from '../testing/refused'
import { writing } from '../testing/make-world'
import { auditFile } from './audit-file'
import { listAudit } from './list-audit'
import { noteRefusal } from './note-refusal'

let desk: Awaited<ReturnType<typeof makeDesk>>
let owner: Actor
let ben: MadeUser

beforeEach(async () => {
  desk = await makeDesk()
  owner = await actorOf(desk.owner)
  ben = await makeMember(desk.workspaceId, 'analyst', 'Ben Analyst')
})

const lines = async (filter: Parameters<typeof auditFile>[2] = {}) =>
  (await listAudit(owner, desk.workspaceId, { ...filter, limit: 200 })).items
const sentences = async (filter = {}) => (await lines(filter)).map(sentenceOf)

test('what happened reads as sentences, newest first, and leads to what it was about', async () => {
  const { id } = await makeAnnotation(await actorOf(ben), desk, 'Ministers')
  await makeComment(owner, id, 'Why?')
  await changeRole(owner, desk.workspaceId, ben.id, 'editor')
  const title = (await db.document.findUniqueOrThrow({ where: { id: desk.documentId } })).title
  const shown = await lines()
  expect(shown.map(sentenceOf).slice(0, 3)).toEqual([
    'Olga Owner changed the role of Ben Analyst',
    `Olga Owner wrote about “Ministers” in ${title}`,
    `Ben Analyst annotated “Ministers” in ${title}`,
  ])
  expect(shown.map(({ href }) => href).slice(0, 3)).toEqual([null, `/a/${id}`, `/a/${id}`])
  for (const { address } of shown) expect(address).toBeNull()
})

test('pages of one line are the whole in the same order', async () => {
  await changeRole(owner, desk.workspaceId, ben.id, 'viewer')
  await signIn(ben)
  await changeRole(owner, desk.workspaceId, ben.id, 'editor')
  const whole = await lines()
  const found: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = await listAudit(owner, desk.workspaceId, { limit: 1, cursor })
    found.push(...page.items.map(({ id }) => id))
    if (page.next === null) break
    cursor = page.next
  }
  expect(whole.length).toBeGreaterThan(2)
  expect(found).toEqual(whole.map(({ id }) => id))
})

test('it is narrowed down to a person, a kind and days', async () => {
  await changeRole(owner, desk.workspaceId, ben.id, 'editor')
  await makeAnnotation(await actorOf(ben), desk, 'Ministers')
  expect(new Set((await lines({ person: ben.id })).map(({ by }) => by?.id))).toEqual(new Set([ben.id]))
  expect(new Set((await lines({ kind: 'members' })).map(({ action }) => action))).toEqual(new Set(['member.changed']))
  const today = new Date().toISOString().slice(0, 10)
  expect(await lines({ from: today, to: today })).toEqual(await lines())
  expect(await lines({ to: '2020-01-01' })).toEqual([])
  expect(await lines({ from: '2100-01-01' })).toEqual([])
})

test('members are seen to sign in, and to fail, since they joined and as long as they belong', async () => {
  const otto = await makeMember((await makeDesk()).workspaceId, 'analyst', 'Otto')
  await signIn(otto)
  await tryToSignIn({ email: ben.email, password: 'not the right one' })
  await expect.poll(() => sentences({ kind: 'security' })).toEqual(['Someone failed to sign in as Ben Analyst'])
  await signIn(ben)
  await renameMe(writing(await actorOf(ben)), 'Benjamin')
  expect(await sentences({ person: ben.id })).toEqual([
    'Benjamin changed their name',
    'Benjamin signed in',
    'Someone failed to sign in as Benjamin',
  ])
  expect((await lines({ kind: 'security' })).every(({ address }) => address === 'unknown')).toBe(true)

  await db.membership.create({ data: { workspaceId: desk.workspaceId, userId: otto.id, role: 'viewer' } })
  expect(await lines({ person: otto.id })).toEqual([])
  await removeMember(owner, desk.workspaceId, ben.id)
  expect(await sentences({ person: ben.id })).toEqual([])
})

test('a refused write is written down, a few times a minute; nothing of what is private or held', async () => {
  const actor = await actorOf(ben)
  const refuse = async (permission: Permission, subject: Partial<Subject> = {}) => {
    try {
      authorise(actor, permission, { workspaceId: desk.workspaceId, ...subject }, 'thing')
    } catch (error) {
      await noteRefusal(actor, error as Refusal)
    }
  }
  const own = { authorId: ben.id }
  await refuse('project:create', { ...own, private: true })
  await refuse('project:create', { ...own, held: true })
  expect(await sentences({ kind: 'security' })).toEqual([])
  await refuse('workspace:update')
  expect(await sentences({ kind: 'security' })).toEqual(['Ben Analyst was refused to change this workspace'])
  for (let tried = 0; tried < 20; tried++) await refuse('round:follow')
  expect(await lines({ kind: 'security' })).toHaveLength(5)
  expect((await sentences({ kind: 'security' }))[0]).toBe('Ben Analyst was refused to see who has submitted')
})

test('refusals within one millisecond are a line each', async () => {
  const { workspaceId } = desk
  const one = { at: new Date(), actorId: ben.id, workspaceId, subject: workspaceId, address: 'unknown' }
  const refusal = { ...one, action: 'access.refused', detail: 'round:follow' }
  await db.auditEntry.createMany({ data: [1, 2, 3].map(() => ({ id: v7(), ...refusal })) })
  expect(await lines({ kind: 'security' })).toHaveLength(3)
})

test('admins and owners read it; others are refused, and strangers find nothing', async () => {
  const read = (actor: Actor) => listAudit(actor, desk.workspaceId, { limit: 10 })
  await changeRole(owner, desk.workspaceId, ben.id, 'admin')
  expect((await read(await actorOf(ben))).items).toHaveLength(1)
  for (const role of ['editor', 'analyst', 'viewer'] as const) {
    await expect(read(await actorOf(await makeMember(desk.workspaceId, role)))).rejects.toEqual(refused('forbidden'))
  }
  await expect(read(await actorOf((await makeDesk()).owner))).rejects.toEqual(refused('not-found'))
})

test('what is in the trash leads there, and a title can be no formula in the file', async () => {
  await db.document.update({ where: { id: desk.documentId }, data: { title: '=1+1' } })
  await trashDocument(writing(owner), desk.documentId)
  expect((await lines())[0]).toMatchObject({ what: '=1+1', href: `/d/${desk.documentId}` })
  await db.user.update({ where: { id: desk.owner.id }, data: { name: '=Olga' } })
  const file = await auditFile(owner, desk.workspaceId, {})
  expect(file).toContain('"\'=Olga moved =1+1 to the trash"')
  expect(file).toContain('"\'=Olga"')
  expect((await auditFile(owner, desk.workspaceId, {}, 1)).trim().split('\r\n')).toHaveLength(2)
})

test('what is written down beside events has words', () => {
  expect(Object.keys(ACTIONS)).toEqual(expect.arrayContaining(Object.keys(DEEDS)))
})

test('a deed that is told in two streams is one line', async () => {
  const { id: moment } = { id: v7() }
  const at = new Date()
  const row = {
    actorId: ben.id,
    workspaceId: desk.workspaceId,
    action: 'claim.merged',
    subject: moment,
    address: '',
    at,
  }
  await db.auditEntry.createMany({ data: [{ id: v7(), ...row }, { id: v7(), ...row }] }) // prettier-ignore
  expect(await sentences({ kind: 'claims' })).toEqual(['Ben Analyst merged a claim into another claim'])
})
