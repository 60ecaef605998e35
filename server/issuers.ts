import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { BaseClient, TokenSet } from 'openid-client'
import GitHub from 'next-auth/providers/github'
import { ISSUERS, type Issuer, type IssuerId } from '@/domain/people/issuers'
import { config } from './config'

/** The issuers that are set up, as people know them. */
export const listIssuers = (): Issuer[] =>
  ISSUERS.flatMap((id) => {
    const set = config.issuers[id]
    return set ? [{ id, name: set.name }] : []
  })

/** The address that stands for an issuer in our rows; null where it is not set up. */
export const issuerAddress = (id: IssuerId): string | null => config.issuers[id]?.issuer ?? null

export const isIssuer = (id: string | undefined): id is IssuerId => ISSUERS.some((each) => each === id)

/** An issuer that takes longer than this is not there; in ms. */
const PATIENCE_MS = 10_000

type Claims = { id: string; name: string; email: string | null; verified: boolean }

/**
 * The providers of next-auth for the issuers that are set up. What is asked of them, next-auth asks by itself and not
 * through `safeFetch`: their addresses come from whoever runs Assay, or are fixed here (docs/decisions/0021).
 */
export function providers(): OAuthConfig<Record<string, unknown>>[] {
  const { github, google, oidc } = config.issuers
  return [github && gitHub(github), google && openId('google', google), oidc && openId('oidc', oidc)].filter(
    (each) => each !== null,
  )
}

type Client = { name: string; issuer: string; clientId: string; clientSecret: string }

/** What GitHub says of an address does not tell that it was verified there, so it counts as not verified. */
function gitHub({ clientId, clientSecret }: Client): OAuthConfig<Record<string, unknown>> {
  return {
    ...(GitHub({ clientId, clientSecret }) as unknown as OAuthConfig<Record<string, unknown>>),
    ...{ clientId, clientSecret, checks: ['pkce', 'state'], httpOptions: { timeout: PATIENCE_MS } },
    profile: ({ id, name, login, email }) =>
      claims({ id: String(id), name: textOf(name) || textOf(login), email: textOf(email), verified: false }),
  }
}

function openId(id: IssuerId, { name, issuer, clientId, clientSecret }: Client): OAuthConfig<Record<string, unknown>> {
  return {
    ...{ id, name, type: 'oauth', issuer, clientId, clientSecret, idToken: true },
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    checks: ['pkce', 'state', 'nonce'],
    userinfo: { request: ({ client, tokens }) => saidOf(client, tokens as TokenSet) },
    httpOptions: { timeout: PATIENCE_MS },
    profile: (said) =>
      claims({
        id: textOf(said.sub),
        name: textOf(said.name) || textOf(said.preferred_username),
        email: textOf(said.email),
        verified: said.email_verified === true,
      }),
  }
}

/** What the signed token says; of an issuer that puts no address into it, what it answers besides. */
async function saidOf(client: BaseClient, tokens: TokenSet): Promise<Record<string, unknown>> {
  const said = tokens.claims()
  const asked = said.email === undefined && client.issuer.metadata.userinfo_endpoint !== undefined
  return asked ? { ...said, ...(await client.userinfo(tokens)) } : { ...said }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** next-auth wants to know of a user with an id; the rest is for us. */
const claims = ({ email, ...rest }: { id: string; name: string; email: string; verified: boolean }): Claims => ({
  ...rest,
  email: email === '' ? null : email,
})
