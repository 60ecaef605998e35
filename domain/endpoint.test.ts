import { expect, test } from 'vitest'
import { takesTokens, type Endpoint } from './endpoint'
import { endpoints, type EndpointKey } from './endpoints'

const keys = Object.keys(endpoints) as EndpointKey[]
const isOpen = (key: EndpointKey) => takesTokens(endpoints[key] as Endpoint)

/** What is not about a thing of a workspace, and programs may ask for all the same: it is told by the roles of the actor. */
const OPEN = new Set<EndpointKey>([
  'GET /me',
  'GET /me/notifications',
  'GET /me/notifications/unread',
  'GET /me/waiting',
  'GET /search',
  'GET /workspaces',
])

/** What the policy decides, and is a person’s own all the same, or too grave for a program. */
const CLOSED = new Set<EndpointKey>([
  'POST /workspaces/{workspaceId}/tokens',
  'POST /workspaces/{workspaceId}/delete',
  'POST /workspaces/{workspaceId}/restore',
  'GET /projects/{projectId}/my-notifications',
  'PUT /projects/{projectId}/my-notifications',
])

test('tokens open what the policy decides, and nothing that is a person’s own but what is named here', () => {
  for (const key of keys) {
    const { permission } = endpoints[key] as Endpoint
    const usual = permission !== 'public' && permission !== 'signed-in'
    expect(isOpen(key), key).toBe(OPEN.has(key) || (usual && !CLOSED.has(key)))
  }
})
