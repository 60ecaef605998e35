import type { EventKind } from '../event'

/** What is audited and is no event: nobody is to hear of it but those who read the log. */
type Aside =
  | 'session.opened'
  | 'session.closed'
  | 'sign-in.refused'
  | 'sign-in.halfway'
  | 'recovery-code.used'
  | 'reset.asked'
  | 'access.refused'
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
 * How a line of the log reads: a name, what they did, and what to; `what` stands for a thing that its reader can't be led
 * to, or that is gone. A `personal` deed is in no workspace: it is seen where whoever did it is a member.
 */
type Words = {
  group: AuditGroup
  did: string
  what: string
  personal?: true
  /** Of what one did to oneself. */ alone?: string
}

const of =
  (group: AuditGroup) =>
  (did: string, what: string): Words => ({ group, did, what })
const own = (did: string): Words => ({ group: 'security', did, what: '', personal: true })

const [workspace, members, projects, documents] = [of('workspace'), of('members'), of('projects'), of('documents')]
const [annotations, claims, evidence] = [of('annotations'), of('claims'), of('evidence')]
const [reviews, findings] = [of('reviews'), of('findings')]

/** Everything that is audited. An action without words is a type error. */
export const ACTIONS = {
  'session.opened': own('signed in'),
  'session.revoked': own('signed a device out'),
  'session.closed': own('signed out'),
  'sign-in.refused': { group: 'security', did: 'failed to sign in as', what: 'someone', personal: true },
  'sign-in.halfway': own('was asked for a code after their password'),
  'recovery-code.used': own('signed in with a recovery code'),
  'reset.asked': own('asked for a new password'),
  'access.refused': of('security')('was refused', 'something'),
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
  'notifications.chosen': of('security')('chose what to be told', ''),

  'workspace.created': workspace('made', 'the workspace'),
  'workspace.renamed': workspace('renamed', 'the workspace'),
  'member.joined': { ...members('made a member of', 'someone'), alone: 'joined the workspace' },
  'member.changed': { ...members('changed the role of', 'a member'), alone: 'changed their own role' },
  'member.removed': { ...members('removed', 'a member'), alone: 'left the workspace' },
  'invitation.created': members('made', 'an invitation'),
  'invitation.revoked': members('revoked', 'an invitation'),

  'project.created': projects('made', 'a project'),
  'project.updated': projects('changed', 'a project'),
  'label.created': projects('made', 'a label'),
  'label.updated': projects('changed', 'a label'),
  'label.retired': projects('retired', 'a label'),

  'document.imported': documents('imported', 'a document'),
  'document.renamed': documents('renamed', 'a document'),
  'document.updated': documents('changed the details of', 'a document'),
  'document.trashed': documents('moved to the trash', 'a document'),
  'document.restored': documents('took out of the trash', 'a document'),

  'annotation.created': annotations('annotated', 'a passage'),
  'annotation.updated': annotations('changed an annotation of', 'a passage'),
  'annotation.shared': annotations('shared an annotation of', 'a passage'),
  'annotation.deleted': annotations('deleted an annotation of', 'a passage'),
  'annotation.withdrawn': annotations('withdrew an annotation of', 'a passage'),
  'annotation.restored': annotations('brought back an annotation of', 'a passage'),
  'comment.created': annotations('commented on', 'something'),
  'comment.edited': annotations('edited a comment on', 'something'),
  'comment.deleted': annotations('deleted a comment on', 'something'),
  'comment.restored': annotations('brought back a comment on', 'something'),
  'comment.reacted': annotations('reacted to a comment on', 'something'),
  'comment.unreacted': annotations('took a reaction back to a comment on', 'something'),
  'thread.resolved': annotations('resolved the thread on', 'something'),
  'thread.reopened': annotations('reopened the thread on', 'something'),
  'thread.assigned': annotations('gave to someone the thread on', 'something'),

  'phase.opened': reviews('opened the independent phase', 'without a name'),
  'phase.revealed': reviews('revealed the independent phase', 'without a name'),
  'passage.cleared': claims('found nothing to check in a passage of', 'a document'),
  'passage.uncleared': claims('took back that there is nothing to check in a passage of', 'a document'),
  'claim.proposed': claims('proposed', 'a claim'),
  'claim.updated': claims('changed', 'a claim'),
  'claim.triaged': claims('triaged', 'a claim'),
  'claim.cleared': claims('cleared', 'a claim'),
  'claim.approved': claims('pressed a key to clear', 'a claim'),
  'claim.split': claims('split', 'a claim'),
  'claim.merged': claims('merged', 'a claim'),
  'claim.removed': claims('removed', 'a claim'),
  'claim.restored': claims('brought back', 'a claim'),
  'claim.reopened': claims('reopened', 'a claim'),
  'occurrence.added': claims('added a passage to', 'a claim'),
  'occurrence.updated': claims('read a passage otherwise for', 'a claim'),
  'occurrence.removed': claims('took a passage out of', 'a claim'),
  'relation.added': claims('related to another claim', 'a claim'),
  'relation.settled': claims('settled a conflict of', 'a claim'),
  'relation.removed': claims('removed a relation of', 'a claim'),
  'relation.restored': claims('brought back a relation of', 'a claim'),

  'review.opened': reviews('opened a round of review of', 'a claim'),
  'round.reviewers-changed': reviews('changed who reviews', 'a claim'),
  'round.extended': reviews('gave more time to the reviewers of', 'a claim'),
  'round.revealed': reviews('revealed the verdicts on', 'a claim'),
  'round.cancelled': reviews('cancelled the review of', 'a claim'),
  'verdict.submitted': reviews('submitted a verdict on', 'a claim'),

  'evidence.added': evidence('added evidence about', 'a claim'),
  'evidence.updated': evidence('changed evidence about', 'a claim'),
  'evidence.removed': evidence('removed evidence about', 'a claim'),
  'evidence.restored': evidence('brought back evidence about', 'a claim'),
  'evidence.appraised': evidence('appraised evidence about', 'a claim'),
  'source.added': evidence('added the source', 'that is gone'),
  'source.updated': evidence('changed the source', 'that is gone'),
  'source.retracted': evidence('retracted the source', 'that is gone'),
  'source.graded': evidence('graded the source', 'that is gone'),
  'attachment.added': evidence('attached', 'a file'),
  'question.asked': evidence('noted a question about', 'a claim'),
  'question.updated': evidence('changed a question about', 'a claim'),
  'question.removed': evidence('removed a question about', 'a claim'),
  'question.restored': evidence('brought back a question about', 'a claim'),

  'finding.drafted': findings('began a finding on', 'something'),
  'finding.updated': findings('changed the finding on', 'something'),
  'finding.signed': findings('signed the finding on', 'something'),
  'finding.unsigned': findings('took their signature back from the finding on', 'something'),
  'finding.published': findings('published the finding on', 'something'),
  'finding.corrected': findings('corrected the finding on', 'something'),
  'finding.retracted': findings('retracted the finding on', 'something'),
  'finding.overruled': findings('published over a rating of a reviewer the finding on', 'something'),
  'dissent.written': findings('dissented from the finding on', 'something'),
  'dissent.updated': findings('changed a dissent from the finding on', 'something'),
  'dissent.withdrawn': findings('withdrew a dissent from the finding on', 'something'),
  'overruling.answered': findings('answered being overruled in the finding on', 'something'),
  'outcome.recorded': findings('recorded the outcome of', 'a claim'),
  'correction.proposed': findings('proposed a correction of', 'a passage'),
  'correction.updated': findings('changed a correction of', 'a passage'),
  'correction.removed': findings('removed a correction of', 'a passage'),
  'correction.restored': findings('brought back a correction of', 'a passage'),
  'corrections.sent': findings('noted that corrections were sent to the author of', 'a document'),
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
    group: 'workspace',
    did: `did “${action}” to`,
    what: 'something',
  }
