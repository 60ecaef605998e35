import { v7 } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '../db'
import { hashOf } from '../secret'
import { from, tally } from '../testing/from'
import { makeUser, PASSWORD } from '../testing/make'
import { canSetUp, setUp } from './set-up'
import { signIn } from './sign-in'

const token = 'the link that the terminal printed'

beforeAll(() => {
  process.env.LIMIT_SIGN_IN_PER_ADDRESS = '60'
})
beforeEach(async () => {
  await db.$executeRaw`TRUNCATE "User", "Workspace", "SetupToken", "Stream" CASCADE`
  await db.setupToken.create({ data: { id: v7(), tokenHash: hashOf(token) } })
})
const claim = (more = {}) => ({
  ...{ token, id: v7(), name: 'Olga', email: 'olga@example.org', password: PASSWORD },
  ...{ workspace: 'Our desk', sample: false, ...more },
})
const useless = { kind: 'not-found', message: expect.stringContaining('This set-up link was used') }

test('the link makes the owner, the workspace and the sample project with its document', async () => {
  expect(await canSetUp(token)).toBe(true)
  const { workspaceId, documentId } = await setUp(claim({ sample: true }))
  expect(await canSetUp(token)).toBe(false)
  expect(await signIn({ email: 'olga@example.org', password: PASSWORD })).toMatchObject({ name: 'Olga' })
  expect(await db.membership.findMany()).toMatchObject([{ workspaceId, role: 'owner' }])
  expect(await db.document.findMany({ include: { project: { include: { labels: true } } } })).toMatchObject([
    { id: documentId, workspaceId, project: { name: 'Sample', labels: { length: 5 } } },
  ])
})

test('of fifty who claim the installation at the same moment one becomes its owner', async () => {
  const all = () =>
    tally(Array.from({ length: 50 }, (_, index) => setUp(claim({ email: `someone${index}@example.org` }))))
  expect(await from(v7(), all)).toEqual({ done: 1, 'not-found': 49 })
  expect(await db.user.count()).toBe(1)
  expect(await db.workspace.count()).toBe(1)
})

test('two links claim no more than one does', async () => {
  await db.setupToken.create({ data: { id: v7(), tokenHash: hashOf('another link entirely') } })
  const claims = [token, 'another link entirely'].map((each, index) =>
    setUp(claim({ token: each, email: `someone${index}@example.org` })),
  )
  expect(await tally(claims)).toEqual({ done: 1, 'not-found': 1 })
  expect(await db.user.count()).toBe(1)
})

test('a wrong link, a used one, and any link once someone has an account are refused', async () => {
  await expect(setUp(claim({ token: 'a guess that is long enough' }))).rejects.toMatchObject(useless)
  await makeUser('Ada')
  expect(await canSetUp(token)).toBe(false)
  await expect(setUp(claim())).rejects.toMatchObject(useless)
  expect(await db.user.count()).toBe(1)
})

test('a retry of the claim that was made gets its answer, and makes nothing twice', async () => {
  const mine = claim({ sample: true })
  const made = await setUp(mine)
  expect(await setUp(mine)).toEqual(made)
  await expect(setUp({ ...mine, id: v7() })).rejects.toMatchObject(useless)
  expect(await db.document.count()).toBe(1)
})

test('guesses at the link are counted by address', async () => {
  const guess = () => tally(Array.from({ length: 65 }, (_, index) => canSetUp(`guess ${index}`)))
  expect(await from('a guesser', guess)).toEqual({ done: 60, 'too-many': 5 })
})
