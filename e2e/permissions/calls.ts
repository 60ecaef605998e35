import { v7 } from 'uuid'
import type { EndpointKey, Request } from '@/domain/endpoints'
import { PASSWORD } from '@/server/testing/make'
import { says } from '@/server/testing/make-world'
import type { Ids, NounName, State, Variant } from './subjects'
import type { Where, Who } from './world'

/**
 * A valid call of an endpoint. What stands in its path comes from the ids by name; query and body are made here, for a
 * subject made for this call.
 */
export type Call<K extends EndpointKey = EndpointKey> = {
  /** What the permission is asked about. */
  on: NounName
  state?: State
  query?: (ids: Ids, variant: Variant) => Request<K>['query']
  body?: (ids: Ids, variant: Variant) => Request<K>['body'] | Uint8Array
  /** What is deleted does not exist for those who may not bring it back: they are not told that they may not. */
  hidden?: true
  /** Allowed, and refused all the same, as nothing is left to do: a conflict. */
  moot?: (variant: Variant, who: Who, where: Where) => boolean
  /** Whom the call uses up: someone new makes it. */
  spends?: true
  only?: (variant: Variant, who: Who) => boolean
}

type Calls = { [K in EndpointKey]: readonly Call<K>[] }

const bytes = new TextEncoder().encode('A text of its own.\n\nAnd another paragraph.')
const account = () => ({ id: v7(), name: 'Nora New', email: `nora-${v7()}@example.org`, password: PASSWORD })
const boundOf = ({ bound = 'viewer' }: Variant) => bound

/** One's own membership is bound by the role that one has. */
const ofOwnRole = ({ own, bound }: Variant, who: Who) => !own || bound === who

/** At least one call of every endpoint that succeeds for somebody. */
export const CALLS: Calls = {
  'POST /setup': [
    {
      on: 'setup',
      body: ({ token, userId }) => ({ ...account(), id: userId, token, workspace: 'Again', sample: false }),
    },
  ],
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
  'GET /workspaces/{workspaceId}/events': [{ on: 'workspace' }],

  'GET /workspaces/{workspaceId}/projects': [{ on: 'workspace' }],
  'POST /workspaces/{workspaceId}/projects': [
    { on: 'workspace', body: () => ({ id: v7(), name: 'Rare earths', description: '' }) },
  ],
  'GET /projects/{projectId}': [{ on: 'project' }],
  'PATCH /projects/{projectId}': [
    { on: 'project', body: () => ({ version: 1, name: 'Renamed', description: 'And described.' }) },
  ],
  'GET /projects/{projectId}/labels': [{ on: 'project' }],
  'GET /projects/{projectId}/label-uses': [{ on: 'project' }],
  'POST /projects/{projectId}/labels': [
    { on: 'project', body: () => ({ id: v7(), name: 'New', description: '', color: 'red', shortcut: 9 }) },
  ],
  'PATCH /labels/{labelId}': [
    {
      on: 'label',
      body: () => ({ version: 1, name: 'Other', description: '', color: 'red', shortcut: null, retired: true }),
    },
  ],
  'GET /projects/{projectId}/tags': [{ on: 'project', query: () => ({ prefix: '' }) }],
  'GET /projects/{projectId}/events': [{ on: 'project' }],

  'GET /projects/{projectId}/documents': [
    { on: 'project' },
    { on: 'workspace', query: () => ({ sort: 'title', order: 'asc', text: 'Briefing', trashed: 'true' }) },
  ],
  'POST /projects/{projectId}/documents': [
    { on: 'project', body: () => ({ id: v7(), title: 'Pasted', format: 'md', content: '# A text\n\nOf its own.' }) },
  ],
  'POST /projects/{projectId}/uploads': [
    { on: 'project', query: () => ({ id: v7(), name: 'a text.txt' }), body: () => bytes },
  ],
  'GET /documents/{documentId}': [{ on: 'document' }],
  'PATCH /documents/{documentId}': [{ on: 'document', body: () => ({ version: 1, title: 'Another title' }) }],
  'DELETE /documents/{documentId}': [{ on: 'document', moot: ({ trashed }) => trashed === true }],
  'POST /documents/{documentId}/restore': [{ on: 'document', moot: ({ trashed }) => trashed !== true }],
  'GET /documents/{documentId}/versions': [{ on: 'document' }],
  'GET /documents/{documentId}/events': [{ on: 'document' }],
  'GET /versions/{versionId}/text': [{ on: 'document' }],
  'GET /versions/{versionId}/parts/{number}': [{ on: 'document' }],
  'GET /versions/{versionId}/original': [{ on: 'document' }],

  'GET /documents/{documentId}/spans': [
    { on: 'document' },
    { on: 'document', query: ({ labelId, userId }) => ({ label: labelId, author: userId, text: 'x' }) },
  ],
  'GET /documents/{documentId}/annotations': [
    { on: 'document' },
    {
      on: 'annotation',
      query: ({ labelId, userId, annotationId }) => ({ label: labelId, author: userId, ids: annotationId }),
      // The list is of the document; what is private is left out of it without a word.
      only: ({ private: hidden }) => !hidden,
    },
  ],
  'POST /documents/{documentId}/annotations': [
    {
      on: 'document',
      body: ({ versionId, labelId }) => ({
        ...{ id: v7(), versionId, start: 0, end: 9, exact: 'Ministers', labelId, tags: ['deal'] },
        ...{ visibility: 'team', note: { id: v7(), json: says('Which ones?') } },
      }),
    },
  ],
  'GET /annotations/{annotationId}': [{ on: 'annotation' }],
  'PATCH /annotations/{annotationId}': [
    { on: 'annotation', body: ({ labelId }) => ({ version: 1, labelId, tags: ['other'] }) },
  ],
  'POST /annotations/{annotationId}/share': [{ on: 'annotation', moot: ({ private: hidden }) => hidden !== true }],
  'DELETE /annotations/{annotationId}': [{ on: 'annotation' }],
  'POST /annotations/{annotationId}/restore': [
    { on: 'annotation', state: { deleted: 'annotation' }, hidden: true },
    { on: 'annotation', moot: () => true },
  ],

  'GET /threads/{threadId}': [{ on: 'annotation' }],
  'GET /threads/{threadId}/comments': [{ on: 'annotation' }],
  'POST /threads/{threadId}/comments': [
    { on: 'annotation', body: ({ commentId }) => ({ id: v7(), parentId: commentId, json: says('Agreed.') }) },
  ],
  'POST /threads/{threadId}/resolve': [{ on: 'annotation', body: () => ({ reason: 'Settled.' }) }],
  'POST /threads/{threadId}/reopen': [{ on: 'annotation', state: { resolved: true } }],
  'PATCH /comments/{commentId}': [{ on: 'comment', body: () => ({ version: 2, json: says('Said otherwise.') }) }],
  'DELETE /comments/{commentId}': [{ on: 'comment' }],
  'POST /comments/{commentId}/restore': [
    { on: 'comment', state: { deleted: 'comment' }, hidden: true },
    { on: 'comment', moot: () => true },
  ],
  'GET /comments/{commentId}/revisions': [{ on: 'comment' }],
}

/** The request that a call makes, with `ids` in the places of what it names. */
export function requestOf(key: EndpointKey, call: Call, ids: Ids, variant: Variant) {
  const [method = '', template = ''] = key.split(' ')
  const params: Record<string, string> = {}
  for (const [, name = ''] of template.matchAll(/\{(\w+)\}/g)) {
    params[name] = name === 'number' ? '0' : String(ids[name as keyof Ids])
  }
  const query = (call.query?.(ids, variant) ?? {}) as Record<string, string>
  return { method, template, params, query, body: call.body?.(ids, variant) as unknown }
}

export type Requested = ReturnType<typeof requestOf>

/** The address of a request, from the root. */
export function pathOf({ template, params, query }: Requested): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const search = new URLSearchParams(query).toString()
  return `/api/v1${path}${search && `?${search}`}`
}
