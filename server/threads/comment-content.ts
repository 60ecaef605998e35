import { checkComment, checkProse } from '@/content/check'
import { plainText } from '@/content/plain'
import { Refusal } from '@/domain/refusal'
import type { CommentJson } from '@/domain/threads/thread'
import type { Prisma } from '@/prisma/client/client'

/** The longest comment, in characters of its plain text: about twenty printed pages. */
const MOST_CHARACTERS = 50_000

/** A checked comment: its JSON as it is kept and answered, and its words for search. */
export type CommentContent = { json: CommentJson & Prisma.InputJsonObject; text: string }

/**
 * Checks what someone wrote. Refuses with `invalid` what is no comment or says nothing, and `too-large`. Where it is called
 * something else, `noun` says so, and it mentions nobody.
 */
export function commentContent(written: CommentJson, noun = 'comment'): CommentContent {
  const json = noun === 'comment' ? checkComment(written) : checkProse(written)
  const text = plainText(json)
  if (text.trim() === '') throw new Refusal('invalid', `This ${noun} is empty. Please write something first.`)
  if (text.length > MOST_CHARACTERS) {
    throw new Refusal(
      'too-large',
      `This ${noun} is longer than 50,000 characters. Please shorten it, or split it in two.`,
    )
  }
  return { json: json as CommentContent['json'], text }
}
