import { v7 } from 'uuid'
import type { peopleEndpoints } from '@/domain/people/endpoints'
import { PASSWORD } from '@/server/testing/make'
import type { Variant } from '../ids'
import type { Who } from '../world'
import type { CallsOf } from './call'

const account = () => ({ id: v7(), name: 'Nora New', email: `nora-${v7()}@example.org`, password: PASSWORD })
const boundOf = ({ bound = 'viewer' }: Variant) => bound

/** One's own membership is bound by the role that one has. */
const ofOwnRole = ({ own, bound }: Variant, who: Who) => !own || bound === who

export const peopleCalls: CallsOf<keyof typeof peopleEndpoints> = {
  'POST /setup': [
    {
      on: 'setup',
      body: ({ token, userId }) => ({ ...account(), id: userId, token, workspace: 'Again', sample: false }),
    },
  ],
  'POST /links': [{ on: 'link', body: ({ token }) => ({ page: 'join', token }) }],
  'POST /invitations/join': [{ on: 'link', body: ({ token }) => ({ ...account(), token }) }],
  'POST /invitations/accept': [
    {
      on: 'link',
      spends: true,
      body: ({ token }) => ({ token }),
      moot: (_, who, where) => who === 'owner' && where === 'own',
    },
  ],
  'GET /me': [{ on: 'nothing' }],
  'PATCH /me': [{ on: 'nothing', spends: true, body: () => ({ name: 'Another Name' }) }],
  'POST /me/password': [
    { on: 'nothing', spends: true, body: () => ({ current: PASSWORD, password: 'another horse battery' }) },
  ],
  // Who came from elsewhere is the only owner there.
  'POST /me/erase': [
    { on: 'nothing', spends: true, body: () => ({ password: PASSWORD }), moot: (_, who) => who === 'outsider' },
  ],
  'POST /verifications': [{ on: 'verification', body: ({ token }) => ({ token }) }],
  'POST /password-resets': [{ on: 'nothing', body: () => ({ email: `nobody-${v7()}@example.org` }) }],
  'POST /password-resets/use': [{ on: 'reset', body: ({ token }) => ({ token, password: 'another horse battery' }) }],
  'GET /me/security': [{ on: 'nothing' }],
  'POST /me/email': [
    { on: 'nothing', spends: true, body: () => ({ email: `moved-${v7()}@example.org`, password: PASSWORD }) },
  ],
  'POST /me/email/verification': [{ on: 'unverified', spends: true }],
  'POST /me/second-factor': [{ on: 'nothing', spends: true, body: () => ({ password: PASSWORD }) }],
  'POST /me/second-factor/on': [{ on: 'factor begun', spends: true, body: ({ token }) => ({ code: token }) }],
  'POST /me/second-factor/off': [
    { on: 'factor', spends: true, body: ({ token }) => ({ password: PASSWORD, code: token }) },
  ],
  'POST /me/second-factor/codes': [
    { on: 'factor', spends: true, body: ({ token }) => ({ password: PASSWORD, code: token }) },
  ],
  'POST /me/accounts': [{ on: 'nothing', body: () => ({ issuer: 'oidc', password: PASSWORD }) }],
  'DELETE /me/accounts/{accountId}': [{ on: 'linked account' }],
  'GET /me/sessions': [{ on: 'nothing' }],
  'DELETE /me/sessions': [{ on: 'nothing', spends: true }],
  'DELETE /me/sessions/{sessionId}': [{ on: 'session', spends: true }],
  'GET /me/events': [{ on: 'nothing' }],
  'GET /workspaces': [{ on: 'nothing' }],
  'POST /workspaces': [{ on: 'nothing', spends: true, body: () => ({ id: v7(), name: 'A new one' }) }],
  'GET /workspaces/{workspaceId}': [{ on: 'workspace' }],
  'PATCH /workspaces/{workspaceId}': [
    {
      on: 'workspace',
      body: ({ workspaceVersion, mark }) => ({ version: workspaceVersion, name: `Desk ${mark} renamed` }),
    },
  ],
  'GET /workspaces/{workspaceId}/retention': [{ on: 'workspace' }],
  'PUT /workspaces/{workspaceId}/retention': [{ on: 'workspace', body: () => ({ trashDays: 90, auditDays: null }) }],
  'POST /workspaces/{workspaceId}/delete': [{ on: 'doomed', body: ({ mark }) => ({ name: `Doomed ${mark}` }) }],
  'POST /workspaces/{workspaceId}/restore': [{ on: 'workspace' }],
  'GET /workspaces/{workspaceId}/members': [{ on: 'workspace' }],
  'PATCH /workspaces/{workspaceId}/members/{userId}': [
    { on: 'member', spends: true, body: () => ({ role: 'viewer' }), only: ofOwnRole },
    { on: 'new member', body: (_, variant) => ({ role: boundOf(variant) }) },
  ],
  'DELETE /workspaces/{workspaceId}/members/{userId}': [{ on: 'member', spends: true, only: ofOwnRole }],
  'GET /workspaces/{workspaceId}/invitations': [{ on: 'workspace' }],
  'POST /workspaces/{workspaceId}/invitations': [
    { on: 'role', body: (_, variant) => ({ id: v7(), role: boundOf(variant), note: 'For Nora' }) },
  ],
  'DELETE /workspaces/{workspaceId}/invitations/{invitationId}': [{ on: 'invitation' }],
  'GET /projects/{projectId}/people': [{ on: 'project' }],
  'GET /workspaces/{workspaceId}/events': [{ on: 'workspace' }],
}
