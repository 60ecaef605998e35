import { checkProse } from '@/content/check'
import { isEmpty } from '@/content/plain'
import type { VerdictForm } from '@/domain/claims/forms'
import { wrongInRated } from '@/domain/findings/check'
import type { FindingContent } from '@/domain/findings/finding'
import { Refusal } from '@/domain/refusal'
import type { Wrong } from '@/domain/reviews/check'
import type { CommentJson } from '@/domain/threads/thread'
import type { Prisma } from '@/prisma/client/client'
import { commentContent } from '../threads/comment-content'

/** What a finding says, as it is kept: held against the form, its summary checked as a comment is. */
export function findingContent(form: VerdictForm | null, content: FindingContent): FindingContent {
  const wrong = wrongInRated(form, content)
  refuseWrong(wrong.map(({ field, message }) => ({ field: `content.${field}`, message })))
  return { ...content, summary: summaryOf(content.summary) }
}

/** A summary without words is none: an editor that was opened and left sends one. */
function summaryOf(written: CommentJson | null): CommentJson | null {
  if (written === null || isEmpty(checkProse(written))) return null
  return commentContent(written, 'summary').json
}

/** Refuses what is wrong, field by field. */
export function refuseWrong(wrong: readonly Wrong[]): void {
  const [first] = wrong
  if (first) throw new Refusal('invalid', first.message, { fields: wrong })
}

/** Something whose schema has checked it, as a column of JSON takes it. */
export const asJson = (value: object): Prisma.InputJsonObject => value as unknown as Prisma.InputJsonObject
