import { Paragraph } from 'docx'
import { v7 } from 'uuid'
import { db } from '@/server/db'
import { makeMember, signIn } from '@/server/testing/make'
import { manyPages, wordFile } from '@/server/testing/make-files'
import { READS } from './ask'
import { takeTurns } from './measure'
import { OTHERS_MS, p99, timed, whileBusy, whileQuiet } from './meanwhile'
import type { Bench } from './section'
import type { Row, Section } from './table'

/** Near what one document may hold: 3,000,000 characters. */
const PDF = { pages: 1_300, lines: 32 }
const WORD = { paragraphs: 8_000 }

const LINE = 'Officials spoke of tonnes a year, and the annex names others'

/**
 * (h) Importing a heavy file over HTTP, again and again, while somebody asks for a page of annotations: how long the import
 * takes, and how long they wait.
 */
export async function importing({ base, world, rounds }: Bench): Promise<Section[]> {
  const editor = await makeMember(world.workspaceId, 'editor', 'Edda Editor')
  const { name, value } = await signIn(editor)
  await db.$disconnect()
  const cookie = `${name}=${value}`
  const other = () => read(`${base}${READS.list(world.read).path}`, world.people[1]?.cookie ?? '')
  const files = { 'heavy.pdf': heavyPdf(), 'heavy.docx': await heavyWord() }
  const took: Row[] = []
  const waited: Row[] = []
  for (const [fileName, bytes] of Object.entries(files)) {
    const bring = () => upload(base, world.projectId, cookie, fileName, bytes)
    const { alone, busy, quiet } = await takeTurns(rounds, {
      alone: () => timed(bring),
      busy: () => p99(other, whileBusy(bring)),
      quiet: () => p99(other, whileQuiet()),
    })
    took.push({ what: `${NAMES[fileName] ?? fileName}, imported over HTTP`, unit: 'ms', ours: alone })
    took.push({ what: 'Others meanwhile, 99th percentile', unit: 'ms', ours: busy, target: { atMost: OTHERS_MS } })
    waited.push({ what: `During ${NAMES[fileName] ?? fileName}`, unit: 'ms', ours: busy, theirs: quiet })
  }
  return [
    { title: '(h) Importing heavy files', theirs: '', rows: took },
    {
      title: '(h) The first 50 of 1,000 annotations, 99th percentile',
      ours: 'meanwhile',
      theirs: 'otherwise',
      rows: waited,
    },
  ]
}

const NAMES: Readonly<Record<string, string>> = {
  'heavy.pdf': `A PDF of ${PDF.pages.toLocaleString('en-GB')} pages`,
  'heavy.docx': `A Word file of ${WORD.paragraphs.toLocaleString('en-GB')} paragraphs`,
}

/** Every line is another, so that none is taken for a running one. */
const heavyPdf = () =>
  manyPages(PDF.pages, (page) =>
    Array.from({ length: PDF.lines }, (_, at) => `${letters(page * PDF.lines + at)} ${LINE}.`),
  )

/** A word of its own for each number. */
const letters = (number: number) => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')

const heavyWord = () =>
  wordFile(Array.from({ length: WORD.paragraphs }, (_, at) => new Paragraph(`${at}. ${`${LINE}. `.repeat(5)}`)))

async function read(address: string, cookie: string): Promise<void> {
  const response = await fetch(address, { headers: { cookie } })
  if (!response.ok) throw new Error(`A page of annotations was answered with ${response.status}`)
  await response.text()
}

async function upload(base: string, projectId: string, cookie: string, name: string, bytes: Uint8Array): Promise<void> {
  const response = await fetch(`${base}/api/v1/projects/${projectId}/uploads?id=${v7()}&name=${name}`, {
    method: 'POST',
    headers: { cookie, origin: new URL(base).origin, 'idempotency-key': v7() },
    body: new Uint8Array(bytes),
  })
  if (!response.ok) throw new Error(`${name} was answered with ${response.status}: ${await response.text()}`)
  await response.text()
}
