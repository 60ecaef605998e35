import { z } from 'zod'
import { Done, endpoint, Id, NewId, page, Paging, prose, Seq, Version } from '../endpoint'
import { Event } from '../event'
import { ISSUERS } from './issuers'
import { LINKED, SECRET } from './links'
import { Email, Me, Password, Person, PersonName, Security, Session } from './person'
import { Invitation, Member, Retention, RoleName, Workspace, WorkspaceName } from './workspace'

const workspace = z.strictObject({ workspaceId: Id })
const list = z.strictObject(Paging)
const token = z.string().min(20).max(200)
/** One's own password; empty of who has none, who must have signed in a short while ago. */
const shown = z.string().max(200)
/** A code of an app, or a recovery code, as it was typed. */
const code = z.string().trim().min(1, 'Please give a code.').max(40)
const RecoveryCodes = z.strictObject({ codes: z.array(z.string()) })
/** A new account; `id` is made by the browser like every other id. */
const Account = { id: NewId, name: PersonName, email: Email, password: Password }

export const peopleEndpoints = {
  'POST /setup': endpoint({
    summary: 'Claim a new installation with the one-time set-up link: makes the owner and the first workspace.',
    permission: 'public',
    body: z.strictObject({ token, ...Account, workspace: WorkspaceName, sample: z.boolean() }),
    answer: z.strictObject({ workspaceId: Id, documentId: Id.nullable() }),
  }),
  'POST /links': endpoint({
    summary:
      'Open a link of a mail or an invitation: the browser keeps its token for an hour, for the page that it is for. Whether it is of use is seen there.',
    permission: 'public',
    body: z.strictObject({ page: z.enum(LINKED), token: token.regex(SECRET, 'This is no secret of a link.') }),
    answer: Done,
  }),
  'POST /invitations/join': endpoint({
    summary: 'Redeem an invitation with a new account.',
    permission: 'public',
    body: z.strictObject({ token, ...Account }),
    answer: z.strictObject({ workspaceId: Id }),
  }),
  'POST /invitations/accept': endpoint({
    summary: 'Redeem an invitation as the person who is signed in.',
    permission: 'signed-in',
    body: z.strictObject({ token }),
    answer: z.strictObject({ workspaceId: Id }),
  }),
  'POST /verifications': endpoint({
    summary: 'Show by a mailed link that an e-mail address is yours.',
    permission: 'public',
    body: z.strictObject({ token }),
    answer: z.strictObject({ email: z.string() }),
  }),
  'POST /password-resets': endpoint({
    summary: 'Ask for a link for a new password. The answer is the same whether somebody has the address or not.',
    permission: 'public',
    body: z.strictObject({ email: Email }),
    answer: Done,
  }),
  'POST /password-resets/use': endpoint({
    summary: 'Set a new password by a mailed link; every session is signed out.',
    permission: 'public',
    body: z.strictObject({ token, password: Password }),
    answer: Done,
  }),
  'GET /me': endpoint({ summary: 'Who is signed in.', permission: 'signed-in', tokens: true, answer: Me }),
  'PATCH /me': endpoint({
    summary: 'Change your name.',
    permission: 'signed-in',
    body: z.strictObject({ name: PersonName }),
    answer: Me,
  }),
  'POST /me/password': endpoint({
    summary:
      'Change your password; every other session is signed out. Who has none yet sets one, within a quarter of an hour of signing in.',
    permission: 'signed-in',
    body: z.strictObject({ current: z.string().max(200), password: Password }),
    answer: Done,
  }),
  'POST /me/erase': endpoint({
    summary:
      'Erase your account, at once and for good. What you wrote for others stays, by a former member; not possible for the only owner of a workspace.',
    permission: 'signed-in',
    body: z.strictObject({ password: z.string().max(200).default('') }),
    answer: Done,
  }),
  'GET /me/security': endpoint({
    summary: 'How you sign in, and whether your address is verified.',
    permission: 'signed-in',
    answer: Security,
  }),
  'POST /me/email': endpoint({
    summary: 'Ask for another e-mail address. It counts once the link that is mailed to it was opened.',
    permission: 'signed-in',
    body: z.strictObject({ email: Email, password: shown }),
    answer: Done,
  }),
  'POST /me/email/verification': endpoint({
    summary: 'Mail the link again that shows your address to be yours.',
    permission: 'signed-in',
    answer: Done,
  }),
  'POST /me/second-factor': endpoint({
    summary: 'Begin to use an authenticator app. Its secret is in this answer only, and counts once a code was right.',
    permission: 'signed-in',
    body: z.strictObject({ password: shown }),
    answer: z.strictObject({ secret: z.string(), uri: z.string() }),
  }),
  'POST /me/second-factor/on': endpoint({
    summary: 'Ask for a code at every sign-in from now on. The recovery codes are in this answer only.',
    permission: 'signed-in',
    body: z.strictObject({ code }),
    answer: RecoveryCodes,
  }),
  'POST /me/second-factor/off': endpoint({
    summary: 'Ask for no code any more.',
    permission: 'signed-in',
    body: z.strictObject({ password: shown, code }),
    answer: Done,
  }),
  'POST /me/second-factor/codes': endpoint({
    summary: 'Replace your recovery codes. The new ones are in this answer only.',
    permission: 'signed-in',
    body: z.strictObject({ password: shown, code }),
    answer: RecoveryCodes,
  }),
  'POST /me/accounts': endpoint({
    summary: 'Begin to link an account of an issuer: what the browser takes along to it.',
    permission: 'signed-in',
    body: z.strictObject({ issuer: z.enum(ISSUERS), password: shown }),
    answer: z.strictObject({ intent: z.string() }),
  }),
  'DELETE /me/accounts/{accountId}': endpoint({
    summary: 'Unlink an account of an issuer, unless no way in would be left.',
    permission: 'signed-in',
    params: z.strictObject({ accountId: Id }),
    answer: Done,
  }),
  'GET /me/sessions': endpoint({
    summary: 'Where you are signed in.',
    permission: 'signed-in',
    query: list,
    answer: page(Session),
  }),
  'DELETE /me/sessions': endpoint({
    summary: 'Sign out all of your sessions but this one.',
    permission: 'signed-in',
    answer: Done,
  }),
  'DELETE /me/sessions/{sessionId}': endpoint({
    summary: 'Sign out one of your sessions.',
    permission: 'signed-in',
    params: z.strictObject({ sessionId: Id }),
    answer: Done,
  }),
  'GET /me/events': endpoint({
    summary: 'Your own stream: what you did in private.',
    permission: 'signed-in',
    query: z.strictObject({ ...Paging, after: Seq.default(0) }),
    answer: page(Event),
  }),
  'GET /workspaces': endpoint({
    summary: 'The workspaces you belong to; by a token, the one that it is for.',
    permission: 'signed-in',
    tokens: true,
    query: list,
    answer: page(Workspace),
  }),
  'POST /workspaces': endpoint({
    summary: 'Make a workspace; you become its owner.',
    permission: 'signed-in',
    body: z.strictObject({ id: NewId, name: WorkspaceName }),
    answer: Workspace,
  }),
  'GET /workspaces/{workspaceId}': endpoint({
    summary: 'One workspace.',
    permission: 'workspace:read',
    params: workspace,
    answer: Workspace,
  }),
  'PATCH /workspaces/{workspaceId}': endpoint({
    summary: 'Rename a workspace.',
    permission: 'workspace:update',
    params: workspace,
    body: z.strictObject({ version: Version, name: WorkspaceName }),
    answer: Workspace,
  }),
  'GET /workspaces/{workspaceId}/retention': endpoint({
    summary: 'How long a workspace keeps what is in its trash, and its audit log.',
    permission: 'workspace:read',
    params: workspace,
    answer: Retention,
  }),
  'PUT /workspaces/{workspaceId}/retention': endpoint({
    summary: 'Change how long a workspace keeps what is in its trash, and its audit log; null is for always.',
    permission: 'retention:update',
    params: workspace,
    body: Retention,
    answer: Retention,
  }),
  'POST /workspaces/{workspaceId}/delete': endpoint({
    summary:
      'Delete a workspace, by its name. It is hidden from all but its owners, who can bring it back until it is removed for good.',
    permission: 'workspace:delete',
    tokens: false,
    params: workspace,
    body: z.strictObject({ name: z.string().max(200) }),
    answer: Workspace,
  }),
  'POST /workspaces/{workspaceId}/restore': endpoint({
    summary: 'Bring a deleted workspace back.',
    permission: 'workspace:restore',
    tokens: false,
    params: workspace,
    answer: Workspace,
  }),
  'GET /workspaces/{workspaceId}/members': endpoint({
    summary: 'Who belongs to a workspace.',
    permission: 'workspace:read',
    params: workspace,
    query: list,
    answer: page(Member),
  }),
  'PATCH /workspaces/{workspaceId}/members/{userId}': endpoint({
    summary: "Change a member's role.",
    permission: 'member:update',
    params: z.strictObject({ workspaceId: Id, userId: Id }),
    body: z.strictObject({ role: RoleName }),
    answer: Member,
  }),
  'DELETE /workspaces/{workspaceId}/members/{userId}': endpoint({
    summary: 'Remove a member, or leave.',
    permission: 'member:remove',
    params: z.strictObject({ workspaceId: Id, userId: Id }),
    answer: Done,
  }),
  'GET /workspaces/{workspaceId}/invitations': endpoint({
    summary: 'Invitations, newest first.',
    permission: 'invitation:read',
    params: workspace,
    query: list,
    answer: page(Invitation),
  }),
  'POST /workspaces/{workspaceId}/invitations': endpoint({
    summary:
      'Invite someone by a link that works once. It is in this answer only, or mailed to the address that is given.',
    permission: 'invitation:create',
    params: workspace,
    body: z.strictObject({
      id: NewId,
      role: RoleName,
      note: prose(200).default(''),
      email: Email.nullable().default(null),
    }),
    answer: z.strictObject({ invitation: Invitation, link: z.string().nullable() }),
  }),
  'DELETE /workspaces/{workspaceId}/invitations/{invitationId}': endpoint({
    summary: 'Revoke an invitation.',
    permission: 'invitation:revoke',
    params: z.strictObject({ workspaceId: Id, invitationId: Id }),
    answer: Done,
  }),
  'GET /projects/{projectId}/people': endpoint({
    summary:
      'Those who can read a project, by name: whom one can mention or ask in it. With `text`, whose name has a word that begins so.',
    permission: 'project:read',
    params: z.strictObject({ projectId: Id }),
    query: z.strictObject({ ...Paging, text: z.string().trim().max(80).default('') }),
    answer: page(Person),
  }),
  'GET /workspaces/{workspaceId}/events': endpoint({
    summary: 'What happened to members, invitations and projects of a workspace.',
    permission: 'workspace:read',
    params: workspace,
    query: z.strictObject({ ...Paging, after: Seq.default(0) }),
    answer: page(Event),
  }),
}
