import { getSchema, type Extensions } from '@tiptap/core'
import { Node, type Schema } from '@tiptap/pm/model'
import { z } from 'zod'
import type { ContentMark, ContentNode } from '@/domain/documents/content'
import { Refusal } from '@/domain/refusal'
import { isSafeLink } from './link'
import { commentExtensions, proseExtensions } from './comment-extensions'
import { documentExtensions } from './document-extensions'

/** Deeper than any text that people write; keeps every walk of the tree far from the end of the stack. */
const DEEPEST = 60

/** U+0000, carriage returns and lone surrogates: PostgreSQL, HTML or offsets would not survive them. */
const UNWANTED = /[\u0000\r]|\p{Cs}/u

/** Longer than any name that people have here. */
const LONGEST_NAME = 100

/** What nodes and marks may carry. Whatever is not named here is dropped. */
const span = z.int().min(1).max(1000).default(1)
const ATTRS: Readonly<Record<string, z.ZodType<Record<string, unknown>>>> = {
  heading: z.object({ level: z.int().min(1).max(6) }),
  orderedList: z.object({ start: z.int().min(0).max(1_000_000).default(1) }),
  codeBlock: z.object({
    language: z
      .string()
      .regex(/^[\w+#.-]{1,40}$/)
      .nullable()
      .default(null)
      .catch(null),
  }),
  tableCell: z.object({ colspan: span, rowspan: span }),
  tableHeader: z.object({ colspan: span, rowspan: span }),
  mention: z.object({
    id: z.uuid('A mention names someone by their id.'),
    label: z
      .string()
      .max(LONGEST_NAME)
      .regex(/^[^\p{Cc}\p{Cs}]*$/u)
      .catch(''),
  }),
  link: z.object({ href: z.string().refine(isSafeLink, 'Links may lead to http, https and mailto addresses only.') }),
}

type Kind = { noun: string; extensions: Extensions; schema?: Schema }
const DOCUMENT: Kind = { noun: 'document', extensions: documentExtensions }
const COMMENT: Kind = { noun: 'comment', extensions: commentExtensions }
const PROSE: Kind = { noun: 'text', extensions: proseExtensions }

/** Checks a document that came from outside this process, and answers a clean copy. Refuses with `invalid`. */
export const checkDocument = (json: unknown): ContentNode => check(DOCUMENT, json)

/** The same for a comment. */
export const checkComment = (json: unknown): ContentNode => check(COMMENT, json)

/** The same for prose in which nobody is called: a rationale, a summary, a dissent. */
export const checkProse = (json: unknown): ContentNode => check(PROSE, json)

function check(kind: Kind, json: unknown): ContentNode {
  const schema = (kind.schema ??= getSchema(kind.extensions))
  const clean = cleanNode(kind, schema, json, 0)
  try {
    const node = Node.fromJSON(schema, clean)
    if (node.type !== schema.topNodeType) throw new RangeError('it must start with doc')
    node.check()
  } catch (error) {
    throw refused(kind, error instanceof Error ? error.message : 'its parts do not fit together')
  }
  return clean
}

const RawNode = z.object({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).nullish(),
  content: z.array(z.unknown()).nullish(),
  marks: z.array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).nullish() })).nullish(),
  text: z.string().optional(),
})

function cleanNode(kind: Kind, schema: Schema, json: unknown, depth: number): ContentNode {
  if (depth > DEEPEST) throw refused(kind, `it is nested more than ${DEEPEST} levels deep`)
  const parsed = RawNode.safeParse(json)
  if (!parsed.success) throw refused(kind, 'a part of it has the wrong form')
  const { type, attrs, content, marks, text } = parsed.data
  if (!Object.hasOwn(schema.nodes, type))
    throw refused(kind, `it has a part of a kind that is not allowed here (${JSON.stringify(type.slice(0, 40))})`)
  if (text !== undefined && UNWANTED.test(text)) throw refused(kind, 'its text has characters that can not be kept')
  const clean: ContentNode = { type }
  const cleaned = cleanAttrs(kind, type, attrs)
  if (cleaned) clean.attrs = cleaned
  if (content) clean.content = content.map((child) => cleanNode(kind, schema, child, depth + 1))
  if (marks && marks.length > 0) clean.marks = marks.map((mark) => cleanMark(kind, schema, mark))
  if (type === 'text') clean.text = text ?? ''
  return clean
}

function cleanMark(
  kind: Kind,
  schema: Schema,
  { type, attrs }: { type: string; attrs?: Record<string, unknown> | null | undefined },
): ContentMark {
  if (!Object.hasOwn(schema.marks, type))
    throw refused(kind, `it has a mark that is not allowed here (${JSON.stringify(type.slice(0, 40))})`)
  const cleaned = cleanAttrs(kind, type, attrs)
  return cleaned ? { type, attrs: cleaned } : { type }
}

function cleanAttrs(
  kind: Kind,
  type: string,
  attrs: Record<string, unknown> | null | undefined,
): Record<string, unknown> | undefined {
  const shape = Object.hasOwn(ATTRS, type) ? ATTRS[type] : undefined
  if (!shape) return undefined
  const parsed = shape.safeParse(attrs ?? {})
  if (!parsed.success) throw refused(kind, parsed.error.issues[0]?.message ?? 'it has a wrong attribute')
  return parsed.data
}

function refused({ noun }: Kind, why: string): Refusal {
  return new Refusal('invalid', `This ${noun} can't be kept: ${why}.`)
}
