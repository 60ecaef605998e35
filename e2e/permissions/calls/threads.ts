import { v7 } from 'uuid'
import type { threadEndpoints } from '@/domain/threads/endpoints'
import { says } from '@/server/testing/make-world'
import type { Variant } from '../ids'
import type { CallsOf } from './call'

/** What everyone who may answer can see: else hardly anyone could be given it. */
const isForAll = ({ private: alone, held, trashed }: Variant) => !alone && !held && !trashed

export const threadCalls: CallsOf<keyof typeof threadEndpoints> = {
  'GET /threads/{threadId}': [{ on: 'annotation' }, { on: 'claim' }, { on: 'relation' }],
  'GET /threads/{threadId}/comments': [{ on: 'annotation' }, { on: 'claim' }, { on: 'relation' }],
  'POST /threads/{threadId}/comments': [
    { on: 'annotation', body: ({ commentId }) => ({ id: v7(), parentId: commentId, json: says('Agreed.') }) },
    { on: 'claim', body: () => ({ id: v7(), parentId: null, json: says('Is it?') }) },
    { on: 'relation', body: () => ({ id: v7(), parentId: null, json: says('Do they?') }) },
  ],
  'POST /threads/{threadId}/resolve': [{ on: 'annotation', body: () => ({ reason: 'Settled.' }) }],
  'POST /threads/{threadId}/reopen': [{ on: 'annotation', state: { resolved: true } }],
  'PUT /threads/{threadId}/assignment': [
    {
      on: 'annotation',
      body: ({ judgeId }, variant) =>
        isForAll(variant)
          ? { version: 1, assigneeId: judgeId, dueOn: '2031-01-31' }
          : { version: 1, assigneeId: null, dueOn: '' },
    },
  ],
  'POST /threads/{threadId}/seen': [{ on: 'annotation' }, { on: 'claim' }],
  'PATCH /comments/{commentId}': [{ on: 'comment', body: () => ({ version: 2, json: says('Said otherwise.') }) }],
  'DELETE /comments/{commentId}': [{ on: 'comment' }],
  'POST /comments/{commentId}/restore': [
    { on: 'comment', state: { deleted: 'comment' }, hidden: true },
    { on: 'comment', moot: () => true },
  ],
  'PUT /comments/{commentId}/reactions/{reaction}': [{ on: 'comment' }],
  'DELETE /comments/{commentId}/reactions/{reaction}': [{ on: 'comment' }],
  'GET /comments/{commentId}/revisions': [{ on: 'comment' }],
}
