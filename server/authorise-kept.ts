import { authorise } from '@/domain/permissions/authorise'
import { can, type Actor, type Permission, type Subject } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'

type Kept = {
  /** What it is called in a refusal. */
  noun: string
  facts: Subject
  /** Whether the actor sees what it belongs to; else it does not exist for them. */
  seen: boolean
  /** Whether it was removed: then it exists for those alone who may do this to it, and only with `orRemoved`. */
  removed: boolean
  orRemoved: boolean
}

/** Like `authorise`, of something that goes with what is around it, and that comes back when its removal is undone. */
export function authoriseKept(actor: Actor, permission: Permission, kept: Kept): void {
  const { noun, facts, seen, removed, orRemoved } = kept
  if (!seen || (removed && !(orRemoved && can(actor, permission, facts)))) throw notFound(noun)
  authorise(actor, permission, facts, noun)
}
