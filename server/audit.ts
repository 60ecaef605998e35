import { v7 } from 'uuid'
import type { Tx } from './db'
import { peerAddress } from './peer'

/**
 * What is written down beside the changes that `record` notes by the kind of their event: deeds of people who are not
 * signed in, or that change nothing which others follow. The names are kept, and never change their meaning.
 */
export const DEEDS = {
  'session.opened': 'A browser was signed in; the subject is the session.',
  'session.closed': 'Someone signed out of the session that is the subject.',
  'sign-in.refused': 'Somebody gave a wrong password, code or account; the subject is the person, if there is one.',
  'sign-in.stopped':
    'Too many wrong passwords or codes; written once until the allowance is fresh. The subject is the person, if there is one.',
  'sign-in.halfway': 'The password or the issuer was right, and a code was asked for.',
  'recovery-code.used': 'A recovery code stood in for a code; the subject is the person.',
  'reset.asked': 'A link for a new password was asked for; the subject is the link.',
} as const
export type Deed = keyof typeof DEEDS

/** The subject of what is about nobody: an address that no one here has. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

type Entry = { deed: Deed; actorId: string | null; subject: string }

/** Writes a deed down. It belongs to a person and to no workspace. */
export async function audit(tx: Tx, { deed, actorId, subject }: Entry): Promise<void> {
  await tx.$executeRaw`INSERT INTO "AuditEntry" (id, "actorId", "workspaceId", action, subject, address)
    VALUES (${v7()}::uuid, ${actorId}::uuid, NULL, ${deed}, ${subject}::uuid, ${peerAddress()})`
}
