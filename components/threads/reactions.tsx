'use client'

import { BadgeCheck, CircleHelp, Eye, Heart, SmilePlus, ThumbsDown, ThumbsUp, type LucideIcon } from 'lucide-react'
import { call } from '@/client/call'
import type { Reaction } from '@/domain/threads/reaction'
import { MOST_NAMED, REACTION_KINDS, REACTIONS, type ReactionKind } from '@/domain/threads/reactions'
import type { Comment } from '@/domain/threads/thread'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { showError } from '@/components/ui/toast'
import { useChanged } from './desk'

const ICONS: Readonly<Record<ReactionKind, LucideIcon>> = {
  agree: ThumbsUp,
  disagree: ThumbsDown,
  checked: BadgeCheck,
  looking: Eye,
  unsure: CircleHelp,
  thanks: Heart,
}

const ADDRESS = '/comments/{commentId}/reactions/{reaction}'

/** Reacts to a comment, or takes it back. */
function useReact({ id: commentId, threadId }: Comment) {
  const changed = useChanged()
  return (reaction: ReactionKind, mine: boolean) => {
    call(mine ? `DELETE ${ADDRESS}` : `PUT ${ADDRESS}`, { params: { commentId, reaction } })
      .then(() => changed(threadId))
      .catch(showError)
  }
}

/** How people reacted to a comment; one's own are pressed. */
export function Reactions({ comment, answers }: { comment: Comment; answers: boolean }) {
  const react = useReact(comment)
  if (comment.reactions.length === 0) return null
  return (
    <ul aria-label="Reactions" className="mt-1 flex flex-wrap gap-1">
      {comment.reactions.map((reaction) => (
        <li key={reaction.kind}>
          <button
            type="button"
            disabled={!answers}
            aria-pressed={reaction.mine}
            aria-label={told(reaction)}
            title={told(reaction)}
            onClick={() => react(reaction.kind, reaction.mine)}
            className="border-line-mid aria-pressed:border-accent aria-pressed:bg-accent-wash enabled:hover:border-line-strong flex h-6 items-center gap-1 rounded-full border px-2 text-xs tabular-nums forced-colors:aria-pressed:border-[Highlight] pointer-coarse:h-8"
          >
            <Sign kind={reaction.kind} /> {reaction.count}
          </button>
        </li>
      ))}
    </ul>
  )
}

function Sign({ kind }: { kind: ReactionKind }) {
  const Icon = ICONS[kind]
  return <Icon size={14} aria-hidden className="shrink-0" />
}

/** "Agree: Ada, Ben and 3 others". */
function told({ kind, count, names }: Reaction): string {
  const others = count - Math.min(names.length, MOST_NAMED)
  const who = others > 0 ? `${names.join(', ')} and ${others} more` : names.join(', ')
  return `${REACTIONS[kind]}: ${who}`
}

/** Offers the reactions. */
export function ReactButton({ comment }: { comment: Comment }) {
  const react = useReact(comment)
  const mine = new Set(comment.reactions.flatMap(({ kind, mine }) => (mine ? [kind] : [])))
  return (
    <Menu
      trigger={
        <IconButton label={`React to the comment by ${comment.author.name}`} className="size-6!">
          <SmilePlus size={14} aria-hidden />
        </IconButton>
      }
    >
      {REACTION_KINDS.map((kind) => (
        <MenuItem key={kind} onSelect={() => react(kind, mine.has(kind))}>
          <Sign kind={kind} />
          {mine.has(kind) ? `Take back “${REACTIONS[kind]}”` : REACTIONS[kind]}
        </MenuItem>
      ))}
    </Menu>
  )
}
