import { z } from 'zod'
import { Done, endpoint, Id, NewId, page, Paging } from '../endpoint'
import { Token, TokenDays, TokenName, TokenScope } from './token'

export const tokenEndpoints = {
  'GET /me/tokens': endpoint({
    summary: 'Your tokens that are not revoked, newest first.',
    permission: 'signed-in',
    query: z.strictObject(Paging),
    answer: page(Token),
  }),
  'POST /workspaces/{workspaceId}/tokens': endpoint({
    summary:
      'Make a token by which a program asks in your name in this workspace. It is in this answer only; a retry gets another.',
    permission: 'workspace:read',
    tokens: false,
    params: z.strictObject({ workspaceId: Id }),
    body: z.strictObject({ id: NewId, name: TokenName, scope: TokenScope, days: TokenDays }),
    answer: z.strictObject({ token: Token, secret: z.string() }),
  }),
  'DELETE /me/tokens/{tokenId}': endpoint({
    summary: 'Revoke one of your tokens: it is refused from its next request on.',
    permission: 'signed-in',
    params: z.strictObject({ tokenId: Id }),
    answer: Done,
  }),
}
