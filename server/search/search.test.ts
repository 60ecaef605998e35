import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '@/domain/endpoints'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { deleteAnnotation } from '../annotations/delete-annotation'
import { updateAnnotation } from '../annotations/update-annotation'
import { updateClaim } from '../claims/update-claim'
import { db, sql } from '../db'
import { openPhase } from '../seals/open-phase'
import { revealPhase } from '../seals/reveal-phase'
import { makeClaim } from '../testing/make-claims'
import {
  draftOn,
  makeActor,
  makeDocument,
  makeProject,
  makeWorld,
  noteOf,
  says,
  writing,
  type World,
} from '../testing/make-world'
import { createComment } from '../threads/create-comment'
import { deleteComment, restoreComment } from '../threads/delete-comment'
import { editComment } from '../threads/edit-comment'
import { resolveThread } from '../threads/resolve-thread'
import { search } from './search'

const { query: Query } = endpoints['GET /search']

let world: World

beforeAll(async () => {
  world = await makeWorld()
})

const ask = (actor: Actor, query: Record<string, string>) => search(actor, Query.parse(query))

/** What was found, by its kind and words, with what was looked for in brackets. */
async function found(actor: Actor, query: Record<string, string>): Promise<string[]> {
  const { items } = await ask(actor, query)
  return items.map(({ kind, text, found }) => {
    const marked = found.reduceRight(
      (all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
      text,
    )
    return `${kind}: ${marked}`
  })
}

/** A document of one paragraph in a language, in a workspace of its own, and someone who may read it. */
async function reading(text: string, language: string | null = null) {
  const workspaceId = v7()
  await db.workspace.create({ data: { id: workspaceId, name: 'Alone' } })
  const actor = await makeActor('Rita', { [workspaceId]: 'analyst' })
  const { projectId } = await makeProject(workspaceId, actor)
  const document = await makeDocument(projectId, workspaceId, actor, text.split('\n'))
  await db.document.update({ where: { id: document.documentId }, data: { language, title: 'T' } })
  return { workspaceId, projectId, actor, ...document }
}

describe('words', () => {
  /** A language, a text in it, what is looked for, and what is found. */
  const CASES: [string, string | null, string, string, string | null][] = [
    [
      'in English, in other forms',
      'en',
      'Ministers approved shipments',
      'shipment approve',
      'Ministers [approved] [shipments]',
    ],
    ['in English of America', 'en-US', 'shipments', 'shipping', null],
    [
      'in German, with and without umlauts',
      'de',
      'Die Verträge wurden unterzeichnet',
      'vertrag',
      'Die [Verträge] wurden unterzeichnet',
    ],
    ['in French, without accents', 'fr', 'Les sociétés minières', 'societe miniere', 'Les [sociétés] [minières]'],
    ['in Russian', 'ru', 'Министры подписали договоры', 'договор', 'Министры подписали [договоры]'],
    ['in Arabic', 'ar', 'وقع الوزراء الاتفاقية', 'الاتفاقية', 'وقع الوزراء [الاتفاقية]'],
    ['in Hebrew, from the right', 'he', 'השרים חתמו על ההסכם', 'ההסכם', 'השרים חתמו על [ההסכם]'],
    ['of no known language, as they stand', null, 'Shipments, shipment', 'shipment', 'Shipments, [shipment]'],
    ['in whatever case', null, 'RARE Earths', 'rare EARTHS', '[RARE] [Earths]'],
    ['in Chinese, within a sentence', 'zh', '部长们签署了合同条款', '合同', '部长们签署了[合同]条款'],
    ['in Chinese, not scattered letters', 'zh', '合法的同意', '合同', null],
    ['in Japanese', 'ja', '大臣は契約に署名した', '契約', '大臣は[契約]に署名した'],
    ['in Korean', 'ko', '장관들이 계약에 서명했다', '계약', '장관들이 [계약]에 서명했다'],
    ['in Thai, by parts', 'th', 'รัฐมนตรีลงนามในสัญญา', 'สัญญา', 'รัฐมนตรีลงนามใน[สัญญา]'],
    ['not composed', null, 'a café there', 'cafe\u0301', 'a [café] there'],
    ['all of them', null, 'deal and annex', 'deal treaty', null],
    ['either', null, 'deal and annex', 'treaty or annex', 'deal and [annex]'],
    ['but not', null, 'deal and annex', 'deal -annex', null],
    ['but not a phrase', null, 'deal and annex', 'deal -"the annex"', '[deal] and annex'],
    ['a phrase', null, 'rare earths', '"rare earths"', '[rare earths]'],
    ['a phrase, in its order only', null, 'earths so rare', '"rare earths"', null],
    ['a part of a word', null, 'unsigned treaties', 'signed treat', 'un[signed] [treat]ies'],
    ['the beginning of a word that is still typed', null, 'unsigned treaties', 'unsig', '[unsig]ned treaties'],
    ['a part, but not another', null, 'unsigned treaties', 'signed -treat', null],
    ['a part of a number', null, '40,000 tonnes', '40,0', '[40,0]00 tonnes'],
    ['an emoji means nothing alone', null, 'so 😀', '😀', null],
  ]

  test.each(CASES)('%s', async (_, language, text, q, expected) => {
    const { actor } = await reading(text, language)
    expect(await found(actor, { q })).toEqual(expected === null ? [] : [`document: ${expected}`])
  })

  test('in a language that was told only later', async () => {
    const { actor, documentId, ...document } = await reading('Ministers approved shipments')
    const draft = draftOn(document, 'shipments', { note: noteOf('They were refused') })
    await createAnnotation(writing(actor), documentId, draft)
    expect(await found(actor, { q: 'shipping or refuse' })).toEqual([])
    await db.document.update({ where: { id: documentId }, data: { language: 'en' } })
    expect((await found(actor, { q: 'shipments or refuse' })).sort()).toEqual([
      'annotation: [shipments]',
      'comment: They were [refused]',
      'document: Ministers approved [shipments]',
    ])
  })
})

describe('hostile words are words like others', () => {
  const HOSTILE = ["'", "''; DROP TABLE x; --", '\\', '\\\\', '%', '_', '%%%', 'a%', '___', ':*', 'deal:*', '<->', 'a <-> b', '"', '""', '"deal', '&', '|', '!', '!!deal', '(', ')', '((((', 'deal & annex', 'deal)', '-', '--', '- -deal', 'or', 'or or', '-or', '*', '?', '$1', '${1}', '<b>deal</b>', '\u202edeal', '\ufeff', 'x'.repeat(300), 'a '.repeat(150), '-a '.repeat(100), '😀'.repeat(100), '合'.repeat(300), '"a" '.repeat(75), 'http://example.org/?q=%00', 'a@example.org', '1e309', '-1', "E'\\x00'", '\t\n'] // prettier-ignore
  test.each(HOSTILE)('%j', async (q) => {
    const { items, next } = await ask(world.ben, { q })
    expect(Array.isArray(items)).toBe(true)
    expect(next).toBeNull()
  })

  test.each(['%', '_', '\\', 'a%', 'a_b'])('%j is no pattern', async (sign) => {
    const { actor } = await reading('nothing of this kind')
    expect(await found(actor, { q: `not${sign}ing` })).toEqual([])
  })

  test.each([
    ['NUL', 'a\0b'],
    ['half a character', 'a\ud800'],
    ['an escape', '\u001b[2J'],
    ['10,000 characters', 'x'.repeat(10_000)],
  ])('%s is refused', (_, q) => {
    expect(Query.safeParse({ q }).success).toBe(false)
  })
})

describe('what is found', () => {
  test('titles, passages, annotations by passage and by tag, comments and claims, what people chose first', async () => {
    const { actor, documentId, ...document } = await reading('A treaty was signed.\nNothing else.')
    await db.document.update({ where: { id: documentId }, data: { title: 'The treaty' } })
    const draft = draftOn(document, 'treaty', { note: noteOf('Which treaty?') })
    await createAnnotation(writing(actor), documentId, draft)
    const tagged = draftOn(document, 'Nothing', { tags: ['treaty'] })
    await createAnnotation(writing(actor), documentId, tagged)
    const claim = await makeClaim(actor, document, [draft.id], { statement: 'There is a treaty.' })
    await createComment(writing(actor), claim.id, { ...noteOf('No treaty at all'), parentId: null })
    expect(await found(actor, { q: 'treaty' })).toEqual([
      'document: The [treaty]',
      'annotation: Nothing',
      'claim: There is a [treaty].',
      'annotation: [treaty]',
      expect.stringContaining('comment'),
      expect.stringContaining('comment'),
    ])
    const { items, counts } = await ask(actor, { q: 'treaty' })
    expect(Object.values(counts).map(({ found }) => found)).toEqual([1, 2, 2, 1])
    expect(items[0]).toMatchObject({ id: documentId, passages: 1, passage: null, author: null })
    expect(items.find(({ id }) => id === draft.id)).toMatchObject({
      annotation: { id: draft.id },
      document: { id: documentId },
    })
    expect(items.find(({ text }) => text === 'Which treaty?')).toMatchObject({
      annotation: { id: draft.id, exact: 'treaty' },
    })
    expect(items.find(({ text }) => text === 'No treaty at all')).toMatchObject({
      claim: { id: claim.id },
      document: null,
    })
  })

  test('a passage says where it is in its document, also beyond the BMP and in a text without lines', async () => {
    const long = `${'😀 word '.repeat(900)}needle ${'😀'.repeat(4000)}`
    const { actor, text } = await reading(`First line 😀\n\n${long}\nlast needle`)
    const { items } = await ask(actor, { q: 'needle' })
    expect(items).toHaveLength(1)
    expect(items[0]?.passages).toBe(2)
    const { start = 0, end = 0 } = items[0]?.passage ?? {}
    expect(text.slice(start, end)).toBe('needle')
    const entries = await db.$queryRaw<{ place: number; text: string }[]>`
      SELECT place, text FROM "SearchEntry" WHERE kind = 'passage' AND text LIKE '%word%'`
    expect(entries.length).toBeGreaterThan(3)
    for (const entry of entries) expect(text.startsWith(entry.text, entry.place)).toBe(true)
  })

  test('a changed title, tag, comment or claim is found as it is now', async () => {
    const { actor, documentId, ...document } = await reading('Plain')
    const draft = draftOn(document, 'Plain', { tags: ['before'], note: noteOf('before') })
    await createAnnotation(writing(actor), documentId, draft)
    const claim = await makeClaim(actor, document, [draft.id], { statement: 'It was before.' })
    const { type, terms, asOf, claimant, claimedOn } = claim
    const content = { type, terms, asOf, claimant, claimedOn }
    await db.document.update({ where: { id: documentId }, data: { title: 'before' } })
    expect(await found(actor, { q: 'before' })).toHaveLength(4)
    await updateAnnotation(writing(actor), draft.id, { version: 1, labelId: null, tags: ['after'] })
    await editComment(writing(actor), draft.note?.id ?? '', { version: 1, json: says('after') })
    await updateClaim(writing(actor), claim.id, {
      ...content,
      statement: 'It is after.',
      version: claim.version,
      priority: claim.priority,
    })
    await db.document.update({ where: { id: documentId }, data: { title: 'after' } })
    expect(await found(actor, { q: 'before' })).toEqual([])
    expect(await found(actor, { q: 'after' })).toHaveLength(4)
  })
})

describe('what may not be read is not found and not counted', () => {
  const counts = async (actor: Actor, q: string) =>
    Object.values((await ask(actor, { q })).counts).map(({ found }) => found)

  test('other workspaces, the trash, what is private, deleted or withdrawn', async () => {
    const { actor: rita, workspaceId, documentId, ...document } = await reading('A treaty')
    const sam = await makeActor('Sam', { [workspaceId]: 'editor' })
    const alone = draftOn(document, 'treaty', { visibility: 'private', note: noteOf('My treaty') })
    await createAnnotation(writing(rita), documentId, alone)
    expect(await counts(rita, 'treaty')).toEqual([1, 1, 1, 0])
    expect(await counts(sam, 'treaty')).toEqual([1, 0, 0, 0])
    expect(await counts(world.olga, 'treaty')).toEqual([0, 0, 0, 0])

    const open = draftOn(document, 'treaty', { note: noteOf('Our treaty') })
    await createAnnotation(writing(rita), documentId, open)
    const reply = { ...noteOf('This treaty'), parentId: null }
    await createComment(writing(sam), open.id, reply)
    expect(await counts(sam, 'treaty')).toEqual([1, 1, 2, 0])
    await deleteComment(writing(sam), reply.id)
    expect(await counts(sam, 'treaty')).toEqual([1, 1, 1, 0])
    await restoreComment(writing(sam), reply.id)
    await deleteAnnotation(writing(rita), open.id) // others answered: it stays as withdrawn, and so does its talk
    expect(await counts(sam, 'treaty')).toEqual([1, 0, 2, 0])

    await db.document.update({ where: { id: documentId }, data: { trashedAt: new Date() } })
    for (const actor of [rita, sam]) expect(await counts(actor, 'treaty')).toEqual([0, 0, 0, 0])
  })

  test('what a seal holds, until the reveal', async () => {
    const { actor: rita, workspaceId, documentId, projectId, ...document } = await reading('A treaty')
    const edda = await makeActor('Edda', { [workspaceId]: 'owner' })
    const phase = v7()
    await openPhase(writing(edda), projectId, { id: phase, name: 'First', documentIds: [documentId], dueAt: null })
    const draft = draftOn(document, 'treaty', { note: noteOf('My treaty') })
    await createAnnotation(writing(rita), documentId, draft)
    await makeClaim(rita, { projectId }, [draft.id], { statement: 'A treaty.' })
    expect(await counts(rita, 'treaty')).toEqual([1, 1, 1, 1])
    expect(await counts(edda, 'treaty')).toEqual([1, 0, 0, 0])
    await revealPhase(writing(edda), phase)
    expect(await counts(edda, 'treaty')).toEqual([1, 1, 1, 1])
  })

  test('what others hide does not crowd out what one may read, nor change its order', async () => {
    const { actor, documentId, versionId, workspaceId, projectId } = await reading('A treaty')
    const mine = {
      ...{ workspaceId, projectId, documentId, versionId, start: 2, end: 8, exact: 'treaty' },
      prefix: '',
      suffix: '',
      tags: [],
    }
    await db.annotation.create({ data: { id: v7(), ...mine, visibility: 'team', authorId: actor.id } })
    const before = await ask(actor, { q: 'treaty' })
    const other = await makeActor('Olaf', { [workspaceId]: 'owner' })
    await db.annotation.createMany({
      data: Array.from({ length: 1100 }, () => ({
        id: v7(),
        ...mine,
        visibility: 'private' as const,
        authorId: other.id,
      })),
    })
    expect(await ask(actor, { q: 'treaty' })).toEqual(before)
    expect((await ask(other, { q: 'treaty' })).counts.annotation).toEqual({ found: 1001, more: true })
  })
})

describe('filters', () => {
  test.each([
    ['project', () => ({ project: world.projectId }), [1, 1, 2, 0]],
    ['document', () => ({ document: world.documentId }), [1, 1, 2, 0]],
    ['workspace', () => ({ workspace: world.workspaceId }), [1, 1, 2, 0]],
    ['another workspace', () => ({ workspace: v7() }), [0, 0, 0, 0]],
    ['another document', () => ({ document: v7() }), [0, 0, 0, 0]],
    ['label', () => ({ label: world.labelIds[0] }), [0, 1, 2, 0]],
    ['another label', () => ({ label: world.labelIds[1] }), [0, 0, 0, 0]],
    ['tag', () => ({ tag: 'asked' }), [0, 1, 2, 0]],
    ['author', () => ({ author: world.ada.id }), [0, 1, 1, 0]],
    ['another author', () => ({ author: world.ben.id }), [0, 0, 1, 0]],
    ['open', () => ({ status: 'open' }), [0, 0, 0, 0]],
    ['resolved', () => ({ status: 'resolved' }), [0, 1, 2, 0]],
    ['state', () => ({ state: 'proposed' }), [0, 0, 0, 0]],
    ['since long ago', () => ({ from: '2000-01-01' }), [1, 1, 2, 0]],
    ['until long ago', () => ({ to: '2000-01-01' }), [0, 0, 0, 0]],
    ['today', () => ({ from: day(), to: day() }), [1, 1, 2, 0]],
  ])('%s', async (_, filter, expected) => {
    await asked()
    const query = Object.fromEntries(
      Object.entries({ q: 'critics', ...filter() }).filter(([, value]) => value),
    ) as Record<string, string>
    expect(Object.values((await ask(world.ben, query)).counts).map(({ found }) => found)).toEqual(expected)
  })

  test('a kind alone, and still how much there is of each', async () => {
    await asked()
    const { items, counts } = await ask(world.ben, { q: 'critics', kind: 'comment' })
    expect(items.map(({ kind }) => kind)).toEqual(['comment', 'comment'])
    expect(counts.document.found).toBe(1)
  })

  const day = () => new Date().toISOString().slice(0, 10)
  let made: Promise<void> | undefined
  const asked = () => (made ??= make())
  async function make(): Promise<void> {
    const draft = draftOn(world, 'Critics', {
      labelId: world.labelIds[0],
      tags: ['asked'],
      note: noteOf('Which critics?'),
    })
    await createAnnotation(writing(world.ada), world.documentId, draft)
    await createComment(writing(world.ben), draft.id, { ...noteOf('Critics of the deal'), parentId: null })
    await resolveThread(writing(world.ada), draft.id, '')
  }
})

describe('pages', () => {
  test('go through everything once, also while more is made', async () => {
    const { actor, documentId, ...document } = await reading(
      Array.from({ length: 9 }, () => 'needle '.repeat(120)).join('\n'),
    )
    for (let count = 0; count < 7; count++) {
      await createAnnotation(
        writing(actor),
        documentId,
        draftOn(document, 'needle', { note: noteOf(`needle ${'and '.repeat(count)}`) }),
      )
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await ask(actor, { q: 'needle', limit: '4', ...(cursor && { cursor }) })
      seen.push(...page.items.map(({ id }) => id))
      await createAnnotation(writing(actor), documentId, draftOn(document, 'needle'))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(15)
    expect(seen).toHaveLength(15)
  })

  test('a cursor that is not ours is refused', async () => {
    await expect(ask(world.ben, { q: 'deal', cursor: 'nonsense' })).rejects.toThrow('cursor')
  })
})

test('what is deleted for good is not kept to be searched', async () => {
  const { actor, documentId, ...document } = await reading('treaty')
  const draft = draftOn(document, 'treaty')
  await createAnnotation(writing(actor), documentId, draft)
  const entries = () => db.$queryRaw(sql`SELECT 1 FROM "SearchEntry" WHERE subject = ${draft.id}::uuid`)
  expect(await entries()).toHaveLength(1)
  await db.annotation.delete({ where: { id: draft.id } })
  expect(await entries()).toEqual([])
})
