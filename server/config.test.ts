import { describe, expect, it } from 'vitest'
import { readConfig } from './config'

const DATABASE_URL = 'postgresql://assay:secret-word@127.0.0.1:5432/assay'

describe('the configuration', () => {
  it('has a default for everything but the database', () => {
    const config = readConfig({ DATABASE_URL })
    expect(config.limits.uploadBytes).toBe(20 * 1024 * 1024)
    expect(config.limits.documentCharacters).toBe(3_000_000)
    expect(config.secureCookies).toBe(false)
    expect([...config.publicOrigins]).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
  })

  it('takes an empty variable for one that is left out', () => {
    expect(readConfig({ DATABASE_URL, SESSION_DAYS: '', PUBLIC_ORIGINS: '' }).sessionDays).toBe(30)
  })

  it('accepts writes on a public address from that address only', () => {
    const config = readConfig({
      DATABASE_URL,
      NEXTAUTH_URL: 'https://assay.example.org/',
      PUBLIC_ORIGINS: 'https://a.example.org, https://b.example.org',
    })
    expect([...config.publicOrigins]).toEqual([
      'https://assay.example.org',
      'https://a.example.org',
      'https://b.example.org',
    ])
    expect(config.secureCookies).toBe(true)
  })

  it.each([
    ['DATABASE_URL', undefined, 'DATABASE_URL is missing. For example: DATABASE_URL=postgresql://'],
    ['DATABASE_URL', 'mysql://me:secret-word@host/assay', 'DATABASE_URL must be the address of a PostgreSQL. For'],
    [
      'LIMIT_UPLOAD_BYTES',
      'much',
      'LIMIT_UPLOAD_BYTES must be a whole number (it is "much"). For example: LIMIT_UPLOAD',
    ],
    ['SESSION_DAYS', '0', 'SESSION_DAYS must be at least 1 (it is "0"). For example: SESSION_DAYS=30'],
    ['SESSION_DAYS', '1.5', 'SESSION_DAYS must be a whole number'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be debug, info, warn, error or silent (it is "loud")'],
    ['NEXTAUTH_URL', 'assay.example.org', 'NEXTAUTH_URL must be an address that starts with http:// or https://'],
    ['PUBLIC_ORIGINS', 'https://a.example.org,b', 'PUBLIC_ORIGINS must be an address that starts with'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'TRUSTED_PROXIES must be an address, or a range such as 10.0.0.0/8'],
    ['FETCH_ALLOW', 'http://a.example', 'FETCH_ALLOW must be a name, an address or a range'],
    ['FETCH_ALLOW', 'a.example,*', 'FETCH_ALLOW must be a name'],
    ['TRUSTED_PROXIES', 'proxy', 'TRUSTED_PROXIES must be'],
    ['OIDC_ISSUER', 'login.example.org', 'OIDC_ISSUER must be the address of an OpenID Connect issuer'],
    ['OIDC_ISSUER', 'https://login.example.org', 'OIDC_ISSUER, OIDC_ID, OIDC_SECRET belong together'],
    ['GITHUB_SECRET', 'secret-word', 'GITHUB_ID, GITHUB_SECRET belong together: set all of them, or none.'],
  ])('says what is wrong with %s = %s', (name, value, sentence) => {
    let said = ''
    try {
      readConfig({ DATABASE_URL, [name]: value })
    } catch (error) {
      said = String(error)
    }
    expect(said).toContain(sentence)
    expect(said).not.toContain('secret-word')
  })

  it('knows no issuer unless it is set up, and its address without a slash at the end', () => {
    expect(readConfig({ DATABASE_URL }).issuers).toEqual({ github: null, google: null, oidc: null })
    const set = { OIDC_ISSUER: 'https://login.example.org/desk/', OIDC_ID: 'assay', OIDC_SECRET: 'x' }
    const { oidc } = readConfig({ DATABASE_URL, ...set }).issuers
    expect(oidc).toMatchObject({ issuer: 'https://login.example.org/desk', name: 'single sign-on', clientId: 'assay' })
  })

  it('reads the public web only, unless something else is named', () => {
    expect(readConfig({ DATABASE_URL }).fetch.network.allow).toEqual([])
    const { allow } = readConfig({ DATABASE_URL, FETCH_ALLOW: 'wiki.example.org, 10.2.3.4:8080' }).fetch.network
    expect(allow).toMatchObject([
      { host: 'wiki.example.org', port: null },
      { range: [{}, 32], port: 8080 },
    ])
  })

  it.each(['10.0.0.0/8', '::1', 'fd00::/8, 192.168.1.7'])('knows %s as proxies', (ranges) => {
    expect(readConfig({ DATABASE_URL, TRUSTED_PROXIES: ranges }).trustedProxies).toEqual(ranges.split(', '))
  })
})
