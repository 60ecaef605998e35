import { spawnSync } from 'node:child_process'
import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { wordReport } from '@/content/import/docx.cases'
import { mutated, seeded } from '@/content/import/mutate.cases'
import { twoColumns } from '@/content/import/pdf/pdf.cases'
import { Refusal } from '@/domain/refusal'
import { importers } from '../testing/processes'
import { confined } from './confined'
import { convert, type ConvertLimits } from './convert'

const LIMITS: ConvertLimits = { milliseconds: 30_000, bytes: 512 * 1024 * 1024, characters: 3_000_000 }
const file = (content: string, fileName = 'a.html') => ({ bytes: Buffer.from(content), fileName })

test('a conversion that takes too long is stopped, and says what to do', async () => {
  await expect(convert(file('<p>x</p>'.repeat(50_000)), { ...LIMITS, milliseconds: 1 })).rejects.toThrow(
    /took too much time, so it was stopped\. Split it/,
  )
})

test('a conversion that takes too much memory is stopped, and says what to do', async () => {
  const large = file(`<p>${'<b>x</b>'.repeat(1_500_000)}</p>`)
  await expect(convert(large, { ...LIMITS, bytes: 64 * 1024 * 1024 })).rejects.toThrow(/took too much memory/)
})

test('many at once wait for their turn, and all are answered', async () => {
  const titles = Array.from({ length: 8 }, (_, at) => `Number ${at}`)
  const made = await Promise.all(titles.map((title) => convert(file(`<title>${title}</title><p>x</p>`), LIMITS)))
  expect(made.map(({ title }) => title)).toEqual(titles)
})

const children = () => importers(process.pid)

test.skipIf(process.platform !== 'linux')(
  'what is stopped ends its process soon, and who waits starts none',
  async () => {
    const heavy = file('<p>x</p>'.repeat(200_000))
    const [one, other, third] = [new AbortController(), new AbortController(), new AbortController()]
    const said = [one, other, third].map(({ signal }) => convert(heavy, LIMITS, signal).then(() => 'made', String))
    await vi.waitFor(() => expect(children()).toHaveLength(2))
    third.abort()
    expect(await said[2]).toMatch(/was stopped before it was imported/)
    expect(children()).toHaveLength(2)
    one.abort()
    other.abort()
    for (const each of await Promise.all(said)) expect(each).toMatch(/was stopped before it was imported/)
    await vi.waitFor(() => expect(children()).toEqual([]))
    await expect(convert(file('<p>x</p>'), LIMITS, AbortSignal.abort())).rejects.toThrow(/was stopped/)
    expect(children()).toEqual([])
    // Both places are free again.
    const titles = await Promise.all(
      ['a', 'b', 'c'].map((name) => convert(file(`<title>${name}</title><p>x</p>`), LIMITS)),
    )
    expect(titles.map(({ title }) => title)).toEqual(['a', 'b', 'c'])
  },
)

test('what was refused in the child is refused here, in its words', async () => {
  await expect(convert(file('', 'a.txt'), LIMITS)).rejects.toThrow('This file is empty.')
  await expect(convert(file('Too long.', 'a.txt'), { ...LIMITS, characters: 3 })).rejects.toThrow('9 characters')
})

const MB = 1024 * 1024

test('the limit of memory holds for what lies outside of the heap: a stream in a PDF that swells', async () => {
  const stream = deflateSync(Buffer.alloc(600 * MB, ' '), { level: 1 })
  const head =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n'
  const object = `4 0 obj<</Length ${stream.length}/Filter/FlateDecode>>stream\n`
  const foot = '\nendstream endobj\ntrailer<</Root 1 0 R>>'
  const bytes = Buffer.concat([Buffer.from(head + object), stream, Buffer.from(foot)])
  await expect(convert({ bytes, fileName: 'a.pdf' }, { ...LIMITS, bytes: 300 * MB })).rejects.toThrow(
    /took too much memory/,
  )
})

test('the limits of memory and of time hold for a Word document', async () => {
  const words = '<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(1_000_000)
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${words}</w:body></w:document>`
  const bytes = zipSync({ 'word/document.xml': Buffer.from(document) }, { level: 1 })
  await expect(convert({ bytes, fileName: 'a.docx' }, { ...LIMITS, bytes: 200 * MB })).rejects.toThrow(
    /took too much memory/,
  )
  await expect(convert({ bytes, fileName: 'a.docx' }, { ...LIMITS, milliseconds: 500 })).rejects.toThrow(
    /took too much time/,
  )
})

test('a longer text than may be kept is refused, from a Word document too', async () => {
  const file = { bytes: await wordReport(), fileName: 'a.docx' }
  await expect(convert(file, { ...LIMITS, characters: 100 })).rejects.toThrow(/characters; 100 is the most/)
})

test('the process can start no other, write no file, and read none but its own program', () => {
  const attempts = `
    import { spawn } from 'node:child_process'
    import { readFileSync, writeFileSync } from 'node:fs'
    import { Worker } from 'node:worker_threads'
    const attempts = [
      () => spawn(process.execPath),
      () => readFileSync('package.json'),
      () => writeFileSync('build/convert/made', ''),
      () => new Worker('', { eval: true }),
      () => process.dlopen({ exports: {} }, 'x.node'),
    ]
    const codes = attempts.map((attempt) => { try { attempt(); return 'did it' } catch ({ code }) { return code } })
    console.log(JSON.stringify([codes, Object.keys(process.env)]))`
  const { stdout } = spawnSync(process.execPath, [...confined(), '--input-type=module', '-e', attempts], { env: {} as NodeJS.ProcessEnv }) // prettier-ignore
  const denied = Array.from({ length: 4 }, () => 'ERR_ACCESS_DENIED')
  expect(JSON.parse(stdout.toString())).toEqual([[...denied, 'ERR_DLOPEN_DISABLED'], []])
})

test('files changed at random become documents or are refused; none brings the process to its end', async () => {
  const kinds = [['a.docx', await wordReport()], ['a.pdf', await twoColumns()], ['a.html', Buffer.from('<h1>A</h1><p>b</p>')]] as const // prettier-ignore
  const chance = seeded(7)
  const files = Array.from({ length: 30 }, (_, at) => {
    const [fileName, bytes] = kinds[at % kinds.length] as (typeof kinds)[number]
    return { fileName, bytes: mutated(bytes, chance) }
  })
  const outcomes = await Promise.allSettled(files.map((file) => convert(file, LIMITS)))
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue
    expect(outcome.reason).toBeInstanceOf(Refusal)
    expect(String(outcome.reason)).not.toMatch(/made in a way that we do not know/) // what it says of a crash
  }
}, 180_000)
