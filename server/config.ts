import { isIP } from 'node:net'
import { z } from 'zod'
import { parseAllowance, type Allowance } from './reachable'

const MB = 1024 * 1024

/** A list between commas. */
const list = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .pipe(z.array(item))

const origin = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
  .transform((url) => new URL(url).origin)

const range = z.string().refine(isRange, 'must be an address, or a range such as 10.0.0.0/8')

const allowance = z.string().transform((text, found) => {
  const read = parseAllowance(text)
  if (read === null) found.addIssue('must be a name, an address or a range, with a port behind it if you like')
  return read as Allowance
})

const word = z.string().trim().optional()

/** A whole number from 1, with what it is unless it is set. */
const count = (usual: number) =>
  z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .default(usual)
    .meta({ example: usual })

/**
 * Every setting, with its default. The scripts fill in DATABASE_URL, NEXTAUTH_URL and NEXTAUTH_SECRET when they are left
 * out. Bytes are bytes, _MS milliseconds.
 */
export const Environment = z.object({
  DATABASE_URL: z
    .string('is missing')
    .regex(/^postgres(ql)?:\/\/./, 'must be the address of a PostgreSQL')
    .meta({ example: 'postgresql://user:password@host:5432/assay', secret: true }),
  NEXTAUTH_URL: origin.default('http://localhost:3000').meta({ example: 'https://assay.example.org' }),
  PUBLIC_ORIGINS: list(origin).default([]).meta({ example: 'https://assay.example.org,https://assay.example.com' }),
  TRUSTED_PROXIES: list(range).default([]).meta({ example: '127.0.0.1,10.0.0.0/8' }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info')
    .meta({ example: 'warn' }),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .meta({ example: 'a long random word', secret: true }),
  NEXTAUTH_SECRET: z.string().default('').meta({ example: 'a long random text', secret: true }),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'must be the address of a mail server')
    .optional()
    .meta({ example: 'smtps://user:password@mail.example.org:465', secret: true }),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\p{Cc}<>]*<[^\p{Cc}<>@\s]+@[^\p{Cc}<>@\s]+>$|^[^\p{Cc}<>@\s]+@[^\p{Cc}<>@\s]+$/u,
      'must be an e-mail address',
    )
    .optional()
    .meta({ example: 'Assay <assay@example.org>' }),
  MAIL_DIGEST_HOUR: z.coerce
    .number('must be an hour from 0 to 23')
    .int('must be an hour from 0 to 23')
    .min(0, 'must be an hour from 0 to 23')
    .max(23, 'must be an hour from 0 to 23')
    .default(7)
    .meta({ example: 7 }),
  GITHUB_ID: word.meta({ example: 'Iv1.8a61f9b3a7aba766' }),
  GITHUB_SECRET: word.meta({ example: 'the secret that GitHub shows once', secret: true }),
  GOOGLE_ID: word.meta({ example: '1234.apps.googleusercontent.com' }),
  GOOGLE_SECRET: word.meta({ example: 'the secret of the client', secret: true }),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be the address of an OpenID Connect issuer' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .meta({ example: 'https://login.example.org/realms/desk' }),
  OIDC_ID: word.meta({ example: 'assay' }),
  OIDC_SECRET: word.meta({ example: 'the secret of the client', secret: true }),
  OIDC_NAME: z
    .string()
    .trim()
    .max(40, 'must have at most 40 characters')
    .default('single sign-on')
    .meta({ example: 'Example Desk' }),
  DATABASE_POOL: count(20),
  SESSION_DAYS: count(30),
  INVITATION_DAYS: count(7),
  WORKSPACE_GRACE_DAYS: count(14),
  ANSWER_DAYS: count(30),
  LIMIT_UPLOAD_BYTES: count(20 * MB),
  LIMIT_DOCUMENT_CHARACTERS: count(3_000_000),
  LIMIT_CONVERSION_MS: count(30_000),
  LIMIT_CONVERSION_BYTES: count(512 * MB),
  LIMIT_AGREEMENT_MS: count(60_000),
  FETCH_ALLOW: list(allowance).default([]).meta({ example: 'wiki.example.org,10.2.0.0/16,10.2.3.4:8080' }),
  LIMIT_FETCH_BYTES: count(20 * MB),
  LIMIT_FETCH_MS: count(30_000),
  LIMIT_FETCH_IDLE_MS: count(10_000),
  LIMIT_FETCH_REDIRECTS: count(5),
  LIMIT_BODY_BYTES: count(1 * MB),
  LIMIT_SIGN_IN_PER_ACCOUNT: count(10),
  LIMIT_SIGN_IN_PER_ADDRESS: count(50),
  LIMIT_WRITES_PER_MINUTE: count(600),
  LIMIT_READS_PER_MINUTE: count(6_000),
})

type Name = keyof typeof Environment.shape

/** What is of use only together. */
const PAIRS = [
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['GOOGLE_ID', 'GOOGLE_SECRET'],
  ['OIDC_ISSUER', 'OIDC_ID', 'OIDC_SECRET'],
] as const satisfies readonly (readonly Name[])[]

/**
 * Reads the configuration out of environment variables; an empty one counts as left out. Throws one sentence for each that
 * is wrong: which, why, and what it could be.
 */
export function readConfig(environment: Record<string, string | undefined>) {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ path, message }) => complaint(path[0] as Name, message, given))
    throw new Error([...new Set(sentences)].join('\n'))
  }
  const it = parsed.data
  if (it.SMTP_URL !== undefined && it.MAIL_FROM === undefined) {
    throw new Error(
      'MAIL_FROM is missing: with SMTP_URL, mail has to come from someone. For example: MAIL_FROM=Assay <assay@example.org>',
    )
  }
  const lone = PAIRS.find((names) => new Set(names.map((name) => it[name] === undefined)).size > 1)
  if (lone) throw new Error(`${lone.join(', ')} belong together: set all of them, or none.`)
  return Object.freeze({
    databaseUrl: it.DATABASE_URL,
    pool: it.DATABASE_POOL,
    /** Where people open Assay: writes are accepted from pages of these origins only. */
    publicOrigins: new Set([...aliasesOf(it.NEXTAUTH_URL), ...it.PUBLIC_ORIGINS]) as ReadonlySet<string>,
    publicOrigin: it.NEXTAUTH_URL,
    secureCookies: it.NEXTAUTH_URL.startsWith('https:'),
    trustedProxies: it.TRUSTED_PROXIES,
    sessionDays: it.SESSION_DAYS,
    invitationDays: it.INVITATION_DAYS,
    /** So long a deleted workspace can be brought back, and so long the answer to a write is kept for its retry. */
    workspaceGraceDays: it.WORKSPACE_GRACE_DAYS,
    answerDays: it.ANSWER_DAYS,
    logLevel: it.LOG_LEVEL,
    /** What opens /api/metrics; null where it is off. */
    metricsToken: it.METRICS_TOKEN ?? null,
    /** Signs what has to be known again: sessions, and links in mail. */
    secret: it.NEXTAUTH_SECRET,
    /** Null where no mail is sent. */
    mail:
      it.SMTP_URL === undefined
        ? null
        : Object.freeze({ smtpUrl: it.SMTP_URL, from: it.MAIL_FROM ?? '', digestHour: it.MAIL_DIGEST_HOUR }),
    /** By whom people can sign in beside their password: who is set up, by the names in addresses. */
    issuers: Object.freeze({
      github: client(it.GITHUB_ID, it.GITHUB_SECRET, { name: 'GitHub', issuer: 'https://github.com' }),
      google: client(it.GOOGLE_ID, it.GOOGLE_SECRET, { name: 'Google', issuer: 'https://accounts.google.com' }),
      oidc: client(it.OIDC_ID, it.OIDC_SECRET, { name: it.OIDC_NAME, issuer: it.OIDC_ISSUER ?? '' }),
    }),
    /** What `safeFetch` may read beside the public web, and how much. */
    fetch: Object.freeze({
      network: Object.freeze({ allow: it.FETCH_ALLOW }),
      limits: Object.freeze({
        bytes: it.LIMIT_FETCH_BYTES,
        milliseconds: it.LIMIT_FETCH_MS,
        idleMilliseconds: it.LIMIT_FETCH_IDLE_MS,
        redirects: it.LIMIT_FETCH_REDIRECTS,
      }),
    }),
    limits: Object.freeze({
      uploadBytes: it.LIMIT_UPLOAD_BYTES,
      documentCharacters: it.LIMIT_DOCUMENT_CHARACTERS,
      conversionMs: it.LIMIT_CONVERSION_MS,
      conversionBytes: it.LIMIT_CONVERSION_BYTES,
      agreementMs: it.LIMIT_AGREEMENT_MS,
      bodyBytes: it.LIMIT_BODY_BYTES,
      signInPerAccount: it.LIMIT_SIGN_IN_PER_ACCOUNT,
      signInPerAddress: it.LIMIT_SIGN_IN_PER_ADDRESS,
      writesPerMinute: it.LIMIT_WRITES_PER_MINUTE,
      readsPerMinute: it.LIMIT_READS_PER_MINUTE,
    }),
  })
}

/** Null where it is not set up. */
const client = (id: string | undefined, secret: string | undefined, about: { name: string; issuer: string }) =>
  id === undefined || secret === undefined ? null : Object.freeze({ ...about, clientId: id, clientSecret: secret })

export type Config = ReturnType<typeof readConfig>

let made: Config | undefined

/** The configuration: parsed on first use, so that a build needs none, and frozen. */
export const config = new Proxy({} as Config, {
  get: (_, name) => (made ??= readConfig(process.env))[name as keyof Config],
})

function complaint(name: Name, message: string, given: Record<string, string | undefined>): string {
  const { example, secret } = Environment.shape[name].meta() ?? {}
  const value = given[name] === undefined || secret ? '' : ` (it is ${JSON.stringify(given[name])})`
  return `${name} ${message}${value}. For example: ${name}=${String(example)}`
}

/** The names that a browser on this machine may know it by; of any other machine, the one that is given. */
function aliasesOf(url: string): string[] {
  const { protocol, hostname, port } = new URL(url)
  const local = ['localhost', '127.0.0.1', '[::1]']
  if (!local.includes(hostname)) return [url]
  return local.map((name) => new URL(`${protocol}//${name}${port ? `:${port}` : ''}`).origin)
}

function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return rest.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}
