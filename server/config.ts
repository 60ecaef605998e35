import { z } from 'zod'

const MB = 1024 * 1024

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)
const list = (text: string) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)
const count = (usual: number, least = 1) => z.coerce.number().int().min(least).default(usual)

/**
 * Every setting, with its default. The scripts fill in DATABASE_URL, PORT, NEXTAUTH_URL and NEXTAUTH_SECRET when they are
 * left out.
 */
const Environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must look like postgresql://user:password@host:5432/database'),
  NEXTAUTH_URL: origin.default('http://localhost:3000'),
  PUBLIC_ORIGINS: z.string().default('').transform(list).pipe(z.array(origin)),
  TRUSTED_PROXIES: z.string().default('').transform(list),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATABASE_POOL: count(20),
  SESSION_DAYS: count(30),
  INVITATION_DAYS: count(7),
  LIMIT_UPLOAD_BYTES: count(20 * MB),
  LIMIT_DOCUMENT_CHARACTERS: count(3_000_000),
  LIMIT_CONVERSION_MS: count(30_000),
  LIMIT_CONVERSION_BYTES: count(512 * MB),
  LIMIT_BODY_BYTES: count(1 * MB),
  LIMIT_SIGN_IN_PER_ACCOUNT: count(10),
  LIMIT_SIGN_IN_PER_ADDRESS: count(50),
  LIMIT_WRITES_PER_MINUTE: count(600),
  LIMIT_READS_PER_MINUTE: count(6_000),
})

function read() {
  const parsed = Environment.safeParse(process.env)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
    throw new Error(`Assay can't start with these settings. ${wrong}.`)
  }
  const it = parsed.data
  const { port } = new URL(it.NEXTAUTH_URL)
  const local = ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}${port ? `:${port}` : ''}`)
  return Object.freeze({
    databaseUrl: it.DATABASE_URL,
    pool: it.DATABASE_POOL,
    /** Where people open Assay: writes are accepted from pages of these origins only. */
    publicOrigins: new Set([
      it.NEXTAUTH_URL,
      ...(it.PUBLIC_ORIGINS.length > 0 ? it.PUBLIC_ORIGINS : local),
    ]) as ReadonlySet<string>,
    publicOrigin: it.NEXTAUTH_URL,
    secureCookies: it.NEXTAUTH_URL.startsWith('https:'),
    trustedProxies: it.TRUSTED_PROXIES,
    sessionDays: it.SESSION_DAYS,
    invitationDays: it.INVITATION_DAYS,
    logLevel: it.LOG_LEVEL,
    limits: Object.freeze({
      uploadBytes: it.LIMIT_UPLOAD_BYTES,
      documentCharacters: it.LIMIT_DOCUMENT_CHARACTERS,
      conversionMs: it.LIMIT_CONVERSION_MS,
      conversionBytes: it.LIMIT_CONVERSION_BYTES,
      bodyBytes: it.LIMIT_BODY_BYTES,
      signInPerAccount: it.LIMIT_SIGN_IN_PER_ACCOUNT,
      signInPerAddress: it.LIMIT_SIGN_IN_PER_ADDRESS,
      writesPerMinute: it.LIMIT_WRITES_PER_MINUTE,
      readsPerMinute: it.LIMIT_READS_PER_MINUTE,
    }),
  })
}

export type Config = ReturnType<typeof read>

let made: Config | undefined

/** The configuration: parsed on first use, so that a build needs none, and frozen. A wrong value says which and why. */
export const config = new Proxy({} as Config, { get: (_, name) => (made ??= read())[name as keyof Config] })
