import { z } from 'zod'
import type { Permission } from './permissions/policy'

/** Who may call: anyone at all, anyone signed in, or those to whom the policy gives the permission on the subject. */
export type Gate = Permission | 'public' | 'signed-in'

type Shape = z.ZodType
type MediaType = `${string}/${string}`

/** What an endpoint takes and gives. The handler, OpenAPI, the client's types and the permission matrix come from it. */
export type Endpoint = {
  summary: string
  permission: Gate
  params: Shape
  query: Shape
  /** Null where no body is taken; 'bytes' where the body is a file as it is. */
  body: Shape | 'bytes' | null
  /** Whether a JSON body may be as large as a file: for texts that are pasted. */
  large?: boolean
  /** Whether browsers keep the answer, and ask each time if it still holds: for one that is large and asked for often. */
  kept?: boolean
  /**
   * Whether programs may call it with someone's token, where that is not as usual: what the policy decides is open to them,
   * what is a person's own (`signed-in`) is not. Ask `takesTokens`.
   */
  tokens?: boolean
  /** A schema of the JSON answer; or the media type of a file, or those among which the query chooses. */
  answer: Shape | MediaType | readonly MediaType[]
}

const nothing = z.strictObject({})

type Defaults = { params: typeof nothing; query: typeof nothing; body: null }

/** Fills in what an endpoint does not take. */
export function endpoint<const E extends Partial<Endpoint> & Pick<Endpoint, 'summary' | 'permission' | 'answer'>>(
  declared: E,
): Omit<Defaults, keyof E> & E {
  return { params: nothing, query: nothing, body: null, ...declared }
}

/**
 * Whether a program with someone's token may call it: what the policy decides about a thing of their workspace, and not
 * what is a person's own, such as passwords, sessions and tokens, unless it says so.
 */
export function takesTokens({ permission, tokens }: Pick<Endpoint, 'permission' | 'tokens'>): boolean {
  if (permission === 'public') return false
  return tokens ?? permission !== 'signed-in'
}

/** The id of a thing: a UUID, in params and in what people send. */
export const Id = z.uuid()

/** An id that its sender makes: UUIDv7, so that a retry names the same thing and rows are made in order of time. */
export const NewId = z.uuidv7()

/** A moment, as ISO 8601 in UTC. */
export const Moment = z.iso.datetime()

/** The number of a row's version; a change names the one it was made on, and gets a conflict if that is stale. */
export const Version = z.int32().positive()

/** A place in a stream, as it stands in an address: events after it are asked for. */
export const Seq = z.coerce.number().pipe(z.int32().min(0))

/** What a change answers when nothing else is worth saying. */
export const Done = z.strictObject({ done: z.literal(true) })

/** One page of a list; `next` is the cursor of the page after it, null on the last. */
export const page = <I extends z.ZodType>(item: I) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })

/** What every list takes. */
export const Paging = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** A line of text that people type: trimmed, without control characters, not empty. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'Please write something here.')
    .max(most, `Please keep this under ${most} characters.`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Please leave out line breaks and control characters.')

/** Like `line`, and may be empty; line breaks are allowed. */
export const prose = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Please keep this under ${most} characters.`)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, 'Please leave out control characters.')
