import type { Actor } from '@/domain/permissions/policy'
import { RANK, type Role } from '@/domain/permissions/role'
import { Prisma } from '@/prisma/client/client'
import { sql, type Sql } from './db'

/**
 * The policy's visibility in SQL, for lists and counts: the twin of `canSee` (a test holds the two together). `row`
 * names an alias in the query around it.
 */
export const visibleTo = {
  /** Of workspaces and what is open to all their members. */
  members: (actor: Actor, row: string): Sql =>
    sql`${column(row, 'workspaceId')} = ANY(${workspaces(actor, 'viewer')}::uuid[])`,

  /** Documents: members; of those in the trash, editors. */
  document: (actor: Actor, row: string): Sql => sql`(
    ${visibleTo.members(actor, row)}
    AND (${column(row, 'trashedAt')} IS NULL OR ${column(row, 'workspaceId')} = ANY(${workspaces(actor, 'editor')}::uuid[])))`,

  /** What a seal can hold, of things that the actor can see otherwise: all; until the reveal, its author. */
  held: (actor: Actor, row: string, author: 'authorId' | 'raterId' = 'authorId'): Sql =>
    sql`(NOT ${column(row, 'held')} OR ${column(row, author)} = ${actor.id}::uuid)`,

  /** Annotations and their threads, in documents that the actor can see: members; of private or held ones, the author. */
  annotation: (actor: Actor, row: string): Sql => sql`(
    ${visibleTo.members(actor, row)}
    AND (${column(row, 'visibility')} = 'team' AND NOT ${column(row, 'held')} OR ${column(row, 'authorId')} = ${actor.id}::uuid))`,

  /** Claims, their relations and what else belongs to a project and can be held: members; of held ones, the author. */
  claim: (actor: Actor, row: string): Sql => sql`(${visibleTo.members(actor, row)} AND ${visibleTo.held(actor, row)})`,
}

function workspaces(actor: Actor, least: Role): string[] {
  return [...actor.roles].filter(([, role]) => RANK[role] >= RANK[least]).map(([id]) => id)
}

type Column = 'workspaceId' | 'trashedAt' | 'visibility' | 'held' | 'authorId' | 'raterId'

/** A column of an alias. Both are names from our own code; raw SQL takes nothing else. */
function column(row: string, name: Column): Sql {
  return Prisma.raw(`${row}."${name}"`)
}
