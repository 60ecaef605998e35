import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { wordReport } from '@/content/import/docx.cases'
import { twoColumns, withPreface } from '@/content/import/pdf/pdf.cases'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { getAnnotation } from '../annotations/get-annotation'
import { db } from '../db'
import { makeProject, makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { importDocument, type Import } from './import-document'
import { listVersions } from './list-versions'
import { getOriginal, getVersion } from './read-version'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const bring = (by: Actor, fileName: string, content: string | Uint8Array, more: Partial<Import> = {}) =>
  importDocument(by, world.projectId, {
    id: v7(),
    fileName,
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    ...more,
  })

const rows = () =>
  Promise.all([
    db.document.count(),
    db.documentVersion.count(),
    db.original.count(),
    db.event.count(),
    db.auditEntry.count(),
    db.idempotentAnswer.count(),
  ])

test('a file becomes a document with one frozen version, and is kept byte for byte', async () => {
  const bytes = Buffer.from('# Rare earths\r\n\r\nA **deal** was signed.\r\n\r\n- one\r\n- two\r\n')
  const id = v7()
  const { document, notes } = await bring(writing(world.edda), '../secret\u202E/brief\u0000ing.md', bytes, { id })
  expect(notes).toEqual([])
  expect(document).toMatchObject({
    id,
    projectId: world.projectId,
    title: 'Rare earths',
    format: 'md',
    trashed: false,
    annotations: 0,
    openThreads: 0,
    createdBy: { id: world.edda.id, name: 'Edda' },
  })
  const version = await getVersion(world.vera, document.versionId)
  expect(version).toMatchObject({ documentId: id, number: 1, text: 'Rare earths\nA deal was signed.\none\ntwo' })
  expect(version.flat.text).toBe(version.text)
  expect(version.sha256).toBe(createHash('sha256').update(version.text).digest('hex'))
  expect(document.characters).toBe(version.text.length)

  const original = await getOriginal(world.vera, document.versionId)
  expect(original).toMatchObject({ name: 'briefing.md', mediaType: 'text/markdown' })
  expect(Buffer.from(original.bytes).equals(bytes)).toBe(true)
  const { items } = await listVersions(world.vera, id, { limit: 10 })
  expect(items).toMatchObject([
    { id: document.versionId, number: 1, original: { name: 'briefing.md', size: bytes.length } },
  ])

  const events = await db.event.findMany({ where: { streamId: world.projectId, subject: id } })
  expect(events).toMatchObject([{ kind: 'document.imported', actorId: world.edda.id }])
  expect(await db.auditEntry.count({ where: { subject: id, action: 'document.imported' } })).toBe(1)
})

test('a passage in a PDF is cited by what is printed on its pages', async () => {
  const { document } = await bring(world.edda, 'preface.pdf', await withPreface())
  const { pages, text } = await getVersion(world.vera, document.versionId)
  expect(pages[4]).toMatchObject({ page: 5, label: 'iv' })
  const [start, end] = [(pages[4]?.at ?? 0) + 5, (pages[5]?.at ?? 0) + 5]
  const annotation = await createAnnotation(writing(world.ben), document.id, {
    ...{ id: v7(), versionId: document.versionId, start, end, exact: text.slice(start, end), labelId: null },
    ...{ tags: [], visibility: 'team', note: null },
  })
  expect(annotation.pages).toBe('pp. iv–1')
})

test('a PDF keeps its pages, and a Word document its notes; both are read in the child', async () => {
  const pdf = await bring(world.edda, 'two columns.pdf', await twoColumns())
  expect(pdf).toMatchObject({ document: { title: 'A report in two columns', format: 'pdf' }, notes: [] })
  const { pages, text } = await getVersion(world.vera, pdf.document.versionId)
  expect(pages.map(({ page }) => page)).toEqual([1, 2, 3, 4])
  expect(text).toContain('Sentence 475 says that the deposits are large')
  const start = (pages.find(({ page }) => page === 2)?.at ?? 0) - 10
  const end = start + 20
  const annotation = await createAnnotation(writing(world.ben), pdf.document.id, {
    ...{ id: v7(), versionId: pdf.document.versionId, start, end, exact: text.slice(start, end), labelId: null },
    ...{ tags: [], visibility: 'team', note: null },
  })
  expect(annotation.pages).toBe('pp. 1–2')
  expect((await getAnnotation(world.vera, annotation.id)).pages).toBe('pp. 1–2')
  const word = await bring(world.edda, 'report.docx', await wordReport())
  expect(word.document).toMatchObject({ title: 'Report on the accord', format: 'docx' })
  const version = await getVersion(world.vera, word.document.versionId)
  expect(version.pages).toEqual([])
  expect(version.text).toContain('signed in Kyiv[1], and disputed[2].')
  expect(version.text).toMatch(/According to the ministry\.\nSo says the opposition\.\nIt gives no source\.$/)
})

test('a title that is given wins; a text without one is called after its file', async () => {
  const called = async (more: Partial<Import>) =>
    (await bring(world.edda, 'Notes of May.txt', v7(), more)).document.title
  expect(await called({ title: 'My title' })).toBe('My title')
  expect(await called({ title: null })).not.toBe('')
})

test('what was found on the way is told: another encoding, a text that is here already', async () => {
  const first = await bring(world.edda, 'one.txt', Buffer.from('Der Vertrag über seltene Erden ist schön.', 'latin1'))
  expect(first.notes).toEqual([expect.stringMatching(/not UTF-8; it was converted from /)])
  const second = await bring(world.edda, 'two.txt', 'Der Vertrag über seltene Erden ist schön.')
  expect(second.notes).toEqual([`The same text is in this project already, as “${first.document.title}”.`])
  const elsewhere = await makeProject(world.workspaceId, world.olga)
  const third = await importDocument(world.edda, elsewhere.projectId, {
    id: v7(),
    fileName: 'three.txt',
    bytes: Buffer.from('Der Vertrag über seltene Erden ist schön.'),
  })
  expect(third.notes).toEqual([])
})

test.each<[string, string, Uint8Array | string, string, RegExp]>([
  ['nothing', 'a.txt', '', 'invalid', /empty/],
  ['only spaces', 'a.md', ' \n\t ', 'invalid', /no text/],
  ['a page without text', 'a.html', '<script>start()</script><div id=app></div>', 'invalid', /No text was found/],
  ['a Word file that is none', 'a.docx', 'PK', 'invalid', /is not a Word document, or it is damaged/],
  ['half a Word file', 'a.docx', Buffer.from('504b030400', 'hex'), 'invalid', /damaged or not complete/],
  ['no ending', 'README', 'text', 'unsupported', /without an ending/],
  ['another ending', 'a.exe', 'text', 'unsupported', /rename it to \.txt/],
  ['a picture called a text', 'a.txt', Buffer.from('89504e470d0a1a0a00', 'hex'), 'unsupported', /PNG picture/],
  ['data', 'a.txt', Buffer.from([1, 2, 0, 4]), 'unsupported', /data and not text/],
  ['too long a text', 'a.txt', 'word '.repeat(600_001), 'too-large', /3,000,000 is the most/],
])('%s is refused with what to do, and leaves nothing behind', async (_, fileName, content, kind, words) => {
  const before = await rows()
  await expect(bring(writing(world.edda), fileName, content)).rejects.toEqual(refused(kind as 'invalid', words))
  expect(await rows()).toEqual(before)
})

test('who may not import is told so before anything is read, and outsiders learn nothing', async () => {
  const before = await rows()
  // A file that would be refused itself: permission comes first.
  for (const by of [world.ada, world.vera]) {
    await expect(bring(by, 'a.docx', '')).rejects.toEqual(refused('forbidden', /does not let you import documents/))
  }
  await expect(bring(world.otto, 'a.docx', '')).rejects.toEqual(refused('not-found', /^This project does not exist/))
  expect(await rows()).toEqual(before)
})

test('the same upload sent again, one after the other or at once, makes one document', async () => {
  const id = v7()
  const by = writing(world.edda)
  const send = () => bring(by, 'once.txt', 'Once only.', { id })
  const [first, ...others] = await Promise.all([send(), send(), send()])
  for (const other of [...others, await send()]) expect(other).toEqual(first)
  expect(await db.document.count({ where: { id } })).toBe(1)
  expect(await db.event.count({ where: { subject: id } })).toBe(1)
})

test('an upload that its sender has stopped leaves nothing behind, and can be sent again', async () => {
  const before = await rows()
  const file = { id: v7(), fileName: 'stopped.txt', bytes: Buffer.from('Stopped on the way.') }
  const by = writing(world.edda)
  const stopped = importDocument(by, world.projectId, file, AbortSignal.abort())
  await expect(stopped).rejects.toEqual(refused('unavailable', /stopped/))
  expect(await rows()).toEqual(before)
  expect((await importDocument(by, world.projectId, file)).document.id).toBe(file.id)
})

test('the very same file is told apart from the same text', async () => {
  await bring(world.edda, 'a.txt', 'Told apart.')
  expect((await bring(world.edda, 'b.txt', 'Told apart.')).notes.join()).toMatch(/same file is in this project/)
  expect((await bring(world.edda, 'c.txt', 'Told apart.\n')).notes.join()).toMatch(/same text is in this project/)
})

test('an id that another document has is refused', async () => {
  await expect(bring(writing(world.edda), 'b.txt', 'Other.', { id: world.documentId })).rejects.toEqual(
    refused('conflict'),
  )
})

test('a title never ends in half a character', async () => {
  const { document } = await bring(world.edda, 'a.md', `# ${'a'.repeat(299)}😀 and more\n\ntext`)
  expect(document.title.isWellFormed()).toBe(true)
})

test('versions, originals, events and audit rows refuse to be changed or lost', async () => {
  const { document } = await bring(world.edda, 'frozen.txt', 'Frozen.')
  const { versionId: id } = document
  const frozen = /is frozen/
  await expect(db.documentVersion.update({ where: { id }, data: { text: 'Thawed.' } })).rejects.toThrow(frozen)
  await expect(db.original.update({ where: { versionId: id }, data: { name: 'x' } })).rejects.toThrow(frozen)
  await expect(db.original.delete({ where: { versionId: id } })).rejects.toThrow(frozen)
  await expect(db.documentVersion.delete({ where: { id } })).rejects.toThrow(frozen)
  await expect(db.event.updateMany({ data: { kind: 'x' } })).rejects.toThrow(frozen)
  await expect(db.auditEntry.updateMany({ data: { action: 'x' } })).rejects.toThrow(frozen)
})
