import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { ReactionKind } from '@/domain/threads/reactions'
import type { Comment } from '@/domain/threads/thread'
import { sql, type Tx } from '../db'
import { record } from '../events'
import { happenedIn } from '../seals/happened-in'
import { sealFor, unrevealed } from '../seals/seal-for'
import { authoriseComment, findComment, refuseStill, type CommentFacts } from './find-comment'
import { refuseClosed } from './find-topic'
import { readComment } from './touch'

/**
 * Reacts to a comment; once more is no change. Under a seal it is held as what one would write is: how someone reacts says
 * what they think.
 */
export async function react(actor: Actor, commentId: string, kind: ReactionKind): Promise<Comment> {
  return record(actor, async (tx) => {
    const found = await findComment(commentId, tx)
    authoriseComment(actor, 'thread:reply', found)
    refuseClosed(found.topic)
    const sealId = found.sealId ?? (await sealFor(actor, found.topic, tx))?.id ?? null
    if (sealId !== null) await holdOpen(tx, sealId)
    const { workspaceId } = found
    const made = { commentId, authorId: actor.id, kind, workspaceId, sealId, held: sealId !== null }
    const { count } = await tx.reaction.createMany({ data: made, skipDuplicates: true })
    const answer = await readComment(actor, commentId, tx)
    return { answer, happened: count > 0 ? happened(actor, found, 'comment.reacted', made.held) : [] }
  })
}

/** Takes a reaction back; where there is none, nothing changes. What was there before a seal stands still until its reveal. */
export async function unreact(actor: Actor, commentId: string, kind: ReactionKind): Promise<Comment> {
  return record(actor, async (tx) => {
    const found = await findComment(commentId, tx)
    authoriseComment(actor, 'thread:reply', found)
    const where = { commentId_authorId_kind: { commentId, authorId: actor.id, kind } }
    const reaction = await tx.reaction.findUnique({ where })
    if (!reaction) return { answer: await readComment(actor, commentId, tx), happened: [] }
    await refuseStill(actor, { ...found, held: found.held || reaction.held }, tx)
    await tx.reaction.delete({ where })
    const answer = await readComment(actor, commentId, tx)
    return { answer, happened: happened(actor, found, 'comment.unreacted', reaction.held) }
  })
}

/** A reveal waits for what is written under its seal; what came too late for it is tried again by whoever reacts. */
async function holdOpen(tx: Tx, sealId: string): Promise<void> {
  const open = await tx.$queryRaw<unknown[]>(sql`SELECT 1 FROM "Seal" s WHERE ${unrevealed(sealId)} FOR SHARE OF s`)
  if (open.length === 0) throw new Refusal('unavailable', 'This was revealed just now. Please try again.')
}

function happened(
  actor: Actor,
  { topic, ...found }: CommentFacts,
  kind: 'comment.reacted' | 'comment.unreacted',
  held: boolean,
) {
  const place = { ...found, authorId: actor.id, held: found.held || held }
  return happenedIn(topic.stream, place, kind, found.id)
}
