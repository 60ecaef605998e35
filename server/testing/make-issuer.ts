import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'

/** Someone as the issuer knows them, by the name that they give there. */
export type Known = { email: string; email_verified: boolean; name: string }

const FORM = '<!doctype html><title>Example ID</title><form method="post"><label>Who are you? <input name="login" autofocus></label><button>Go on</button></form>' // prettier-ignore

/**
 * A real OpenID Connect issuer on this machine: it demands PKCE, asks who somebody is by name alone, and trusts the client
 * of the tests, which comes back to `back`. What it knows of people can change meanwhile.
 */
export async function makeIssuer({ port, back, people }: { port: number; back: string; people: Map<string, Known> }) {
  const client = { client_id: 'assay', client_secret: 'a secret of the tests', redirect_uris: [back] }
  const provider: Provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [client],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
    pkce: { required: () => true },
    cookies: { keys: ['of the tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const about = { clientId: oidc.client?.clientId ?? '', accountId: oidc.session?.accountId ?? '' }
      const grant = new provider.Grant(about)
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  const server = createServer((request, response) => {
    const asked = request.url?.startsWith('/interaction/')
    void (asked ? interact(provider, request, response) : answer(request, response))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(FORM)
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const accountId = new URLSearchParams(Buffer.concat(chunks).toString()).get('login') ?? ''
  const result = accountId === '' ? { error: 'access_denied' } : { login: { accountId } }
  await provider.interactionFinished(request, response, result)
}
