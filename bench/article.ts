import { checkDocument } from '@/content/check'
import type { ContentMark, ContentNode } from '@/domain/documents/content'
import { flatten } from '@/domain/documents/flatten'
import type { Random } from './random'

type Words = [string, ...string[]]

const words = (text: string) => text.split(' ') as Words
const SUBJECTS = words('ministers officials analysts miners traders refiners inspectors negotiators courts insurers')
const VERBS = words('report deny expect confirm question measure postpone repeat withdraw estimate')
const OBJECTS = words('tonnes shipments permits quotas royalties deposits tariffs contracts audits samples')
const WHERE = words(
  'in|the|north at|the|border near|Čerhov before|the|vote after|the|audit under|the|annex beyond|2031',
)

/** One structure of each kind in every dozen blocks or so, as in a long report; the rest is paragraphs. */
const KINDS = [
  ...Array.from({ length: 12 }, () => 'paragraph' as const),
  ...(['heading', 'list', 'numbers', 'quote', 'table', 'code'] as const),
] as const

const BLOCKS: Record<(typeof KINDS)[number], (random: Random) => ContentNode> = {
  paragraph: (random) => paragraph(random, 3 + random.below(4)),
  heading: (random) => ({ type: 'heading', attrs: { level: 2 + random.below(2) }, content: [plain(title(random))] }),
  list: (random) => ({ type: 'bulletList', content: items(random) }),
  numbers: (random) => ({ type: 'orderedList', attrs: { start: 1 }, content: items(random) }),
  quote: (random) => ({ type: 'blockquote', content: [paragraph(random, 2), paragraph(random, 1)] }),
  table: (random) => ({ type: 'table', content: many(4, (row) => tableRow(random, row === 0)) }),
  code: (random) => ({ type: 'codeBlock', content: [plain(many(3, () => sentence(random)).join('\n'))] }),
}

/** A report of at least `characters` characters of canonical text: the same for the same numbers. */
export function makeArticle(random: Random, characters: number): { json: ContentNode; text: string } {
  const content: ContentNode[] = [{ type: 'heading', attrs: { level: 1 }, content: [plain(title(random))] }]
  for (let written = 0; written < characters;) {
    const block = BLOCKS[random.pick(KINDS as unknown as [(typeof KINDS)[number]])](random)
    content.push(block)
    written += flatten({ type: 'doc', content: [block] }).text.length + 1
  }
  const json = checkDocument({ type: 'doc', content })
  return { json, text: flatten(json).text }
}

function paragraph(random: Random, sentences: number): ContentNode {
  const content: ContentNode[] = []
  for (let index = 0; index < sentences; index++) {
    const mark = MARKS[random.below(12)]
    const text = sentence(random)
    content.push(mark ? { ...plain(text), marks: [mark] } : plain(text), plain(' '))
  }
  return { type: 'paragraph', content: content.slice(0, -1) }
}

/** Every fourth sentence or so is set off. */
const MARKS: (ContentMark | undefined)[] = [
  { type: 'bold' },
  { type: 'italic' },
  { type: 'link', attrs: { href: 'https://example.org/annex' } },
]

function sentence(random: Random): string {
  const [subject, verb, object] = [random.pick(SUBJECTS), random.pick(VERBS), random.pick(OBJECTS)]
  const where = random.pick(WHERE).replaceAll('|', ' ')
  return `${capital(subject)} ${verb} ${(random.below(90) + 10) * 500} ${object} ${where}, and ${random.pick(SUBJECTS)} ${random.pick(VERBS)} it.`
}

const title = (random: Random) => `${capital(random.pick(OBJECTS))} that ${random.pick(SUBJECTS)} ${random.pick(VERBS)}`
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const plain = (text: string): ContentNode => ({ type: 'text', text })
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

const items = (random: Random) =>
  many(3 + random.below(4), () => ({ type: 'listItem', content: [paragraph(random, 1)] }))

const tableRow = (random: Random, head: boolean): ContentNode => ({
  type: 'tableRow',
  content: many(3, () => ({
    type: head ? 'tableHeader' : 'tableCell',
    content: [{ type: 'paragraph', content: [plain(head ? title(random) : `${random.below(90_000)} tonnes`)] }],
  })),
})
