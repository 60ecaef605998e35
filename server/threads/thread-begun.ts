import { sql, type Sql } from '../db'
import type { TopicKind } from '../seals/seal-for'
import { TOPICS } from './topics'

/**
 * The statement that begins the thread of the one row of `changed`, if nobody has yet. While a seal holds all that is
 * said in it, it has the version of a thread that does not exist: nobody else must be able to tell the two apart.
 */
export const threadBegun = (kind: TopicKind, { at, held }: { at: Date; held: boolean }): Sql => sql`
  INSERT INTO "Thread" AS t (id, "workspaceId", ${TOPICS[kind].column}, "createdAt", version)
  SELECT id, "workspaceId", id, ${at}, ${held ? 0 : 1}::int FROM changed
  ON CONFLICT (id) DO UPDATE SET version = excluded.version WHERE t.version < excluded.version`
