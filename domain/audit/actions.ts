import { ACTIVITY, unseen, type ActivityKind, type ActivityNoun } from '../activity/words'
import type { EventKind } from '../event'

/** What is audited and is no event: nobody is to hear of it but those who read the log. */
type Aside =
  | 'session.opened'
  | 'session.closed'
  | 'sign-in.refused'
  | 'sign-in.stopped'
  | 'sign-in.halfway'
  | 'recovery-code.used'
  | 'reset.asked'
  | 'access.refused'
  | 'webhook.disabled'
export type AuditAction = EventKind | Aside

/** By what the log is narrowed down, as people read it. */
export const AUDIT_GROUPS = {
  security: 'Signing in and refusals',
  workspace: 'The workspace',
  members: 'Members and invitations',
  projects: 'Projects and labels',
  documents: 'Documents',
  annotations: 'Annotations and threads',
  claims: 'Claims',
  evidence: 'Evidence and sources',
  reviews: 'Reviews and phases',
  findings: 'Findings',
} as const
export type AuditGroup = keyof typeof AUDIT_GROUPS

/**
 * How a line of the log reads: a name, and what they did; `{it}` is what to, and `it` stands for a thing that its reader
 * can't be led to, or that is gone. A `personal` deed is in no workspace: it is seen where whoever did it is a member.
 */
type Words = {
  group: AuditGroup
  says: string
  it: string
  personal?: true
  /** Of what one did to oneself. */
  alone?: string
}

const of =
  (group: AuditGroup) =>
  (says: string, it = ''): Words => ({ group, says, it })
const own = (says: string): Words => ({ group: 'security', says, it: '', personal: true })

const [workspace, members] = [of('workspace'), of('members')]

/** The groups of what happens in projects. */
const GROUPS: Readonly<Record<ActivityNoun, AuditGroup>> = {
  project: 'projects',
  label: 'projects',
  document: 'documents',
  annotation: 'annotations',
  comment: 'annotations',
  thread: 'annotations',
  phase: 'reviews',
  passage: 'claims',
  claim: 'claims',
  occurrence: 'claims',
  relation: 'claims',
  review: 'reviews',
  round: 'reviews',
  verdict: 'reviews',
  evidence: 'evidence',
  source: 'evidence',
  attachment: 'evidence',
  question: 'evidence',
  finding: 'findings',
  dissent: 'findings',
  overruling: 'findings',
  outcome: 'findings',
  correction: 'findings',
  corrections: 'findings',
}

/** What happens in projects is said as it is where people read what happened. */
const inProjects = Object.fromEntries(
  (Object.entries(ACTIVITY) as [ActivityKind, string][]).map(([kind, says]) => [
    kind,
    { group: GROUPS[kind.slice(0, kind.indexOf('.')) as ActivityNoun], says, it: unseen(kind) },
  ]),
) as Record<ActivityKind, Words>

/** Everything that is audited. An action without words is a type error. */
export const ACTIONS = {
  'session.opened': own('signed in'),
  'session.revoked': own('signed a device out'),
  'session.closed': own('signed out'),
  'sign-in.refused': { group: 'security', says: 'failed to sign in as {it}', it: 'someone', personal: true },
  'sign-in.stopped': {
    ...{ group: 'security', says: 'was stopped from trying to sign in as {it}', it: 'someone' },
    personal: true,
  },
  'sign-in.halfway': own('was asked for a code after their password'),
  'recovery-code.used': own('signed in with a recovery code'),
  'reset.asked': own('asked for a new password'),
  'access.refused': of('security')('was refused {it}', 'something'),
  'password.changed': own('changed their password'),
  'person.renamed': own('changed their name'),
  'person.erased': own('erased their account'),
  'password.reset': own('set a new password by a link'),
  'email.asked': own('asked for another e-mail address'),
  'email.verified': own('showed that their e-mail address is theirs'),
  'email.changed': own('changed their e-mail address'),
  'account.linked': own('linked an account elsewhere'),
  'account.unlinked': own('unlinked an account elsewhere'),
  'second-factor.begun': own('began to set up codes for signing in'),
  'second-factor.on': own('turned codes for signing in on'),
  'second-factor.off': own('turned codes for signing in off'),
  'recovery-codes.renewed': own('made new recovery codes'),
  'notifications.chosen': of('security')('chose what to be told'),

  'workspace.created': workspace('made {it}', 'the workspace'),
  'workspace.renamed': workspace('renamed {it}', 'the workspace'),
  'workspace.exported': workspace('took everything out of {it}', 'the workspace'),
  'workspace.deleted': workspace('deleted {it}', 'the workspace'),
  'workspace.restored': workspace('brought back {it}', 'the workspace'),
  'workspace.retention-changed': workspace('changed how long things are kept in {it}', 'the workspace'),
  'member.joined': { ...members('made a member of {it}', 'someone'), alone: 'joined the workspace' },
  'member.changed': { ...members('changed the role of {it}', 'a member'), alone: 'changed their own role' },
  'member.removed': { ...members('removed {it}', 'a member'), alone: 'left the workspace' },
  'invitation.created': members('made {it}', 'an invitation'),
  'invitation.revoked': members('revoked {it}', 'an invitation'),
  'finding.overruled': of('findings')('published over a rating of a reviewer the finding on {it}', 'something'),
  'token.created': of('security')('made {it}', 'a token for programs'),
  'token.revoked': of('security')('revoked {it}', 'a token for programs'),
  'webhook.created': workspace('added {it}', 'a webhook'),
  'webhook.updated': workspace('changed {it}', 'a webhook'),
  'webhook.renewed': workspace('gave a new secret to {it}', 'a webhook'),
  'webhook.removed': workspace('removed {it}', 'a webhook'),
  'webhook.tested': workspace('sent a test to {it}', 'a webhook'),
  'webhook.resent': workspace('had {it} send something again', 'a webhook'),
  'webhook.disabled': workspace('switched {it} off: nothing had arrived for days', 'a webhook'),

  ...inProjects,
} as const satisfies Readonly<Record<AuditAction, Words>>

const all = Object.entries(ACTIONS) as [AuditAction, Words][]

/** The actions of a group. */
export const actionsIn = (group: AuditGroup): AuditAction[] =>
  all.filter(([, words]) => words.group === group).map(([action]) => action)

/** What people do as themselves, wherever they are members. */
export const PERSONAL: readonly AuditAction[] = all.filter(([, { personal }]) => personal).map(([action]) => action)

/** The words of an action; of one that an older version of the program wrote, its name. */
export const wordsOf = (action: string): Words =>
  (ACTIONS as Readonly<Record<string, Words>>)[action] ?? {
    ...{ group: 'workspace', says: `did “${action}” to {it}`, it: 'something' },
  }
