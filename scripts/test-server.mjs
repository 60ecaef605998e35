import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createDatabase, prepareDatabase } from './database.mjs'
import { freePort } from './postgres.mjs'
import { root } from './run.mjs'
import { Stop } from './say.mjs'
import { withTestWeb } from './test-web.mjs'
import { throwAwayPostgres } from './throw-away.mjs'

/** How long the server may take to answer for the first time; in ms. */
const PATIENCE_MS = 60_000

/**
 * Runs `work` beside the production server on a port and a database of its own, with a small web beside it that it may
 * read. `env` tells where they are: BASE_URL, DATABASE_URL and WEB_URL; mail goes to MAIL_PORT, people may sign in with an
 * issuer at OIDC_PORT, and webhooks may go to HOOK_PORT, where tests may listen. NEXTAUTH_SECRET is the server's, so that
 * tests can seal as it does.
 * Limits on rates are raised, since one machine plays everybody.
 */
export async function withTestServer(work, extra = {}) {
  const postgres = await throwAwayPostgres()
  try {
    await createDatabase(postgres.url)
    await prepareDatabase(postgres.url)
    return await withTestWeb(async (web) => {
      const MAIL_PORT = String(await freePort())
      const mail = { SMTP_URL: `smtp://127.0.0.1:${MAIL_PORT}`, MAIL_FROM: 'Assay <assay@example.org>' }
      const OIDC_PORT = String(await freePort())
      const issuer = { ...OIDC, OIDC_ISSUER: `http://127.0.0.1:${OIDC_PORT}` }
      const HOOK_PORT = String(await freePort())
      const ports = { MAIL_PORT, OIDC_PORT, HOOK_PORT }
      const env = { DATABASE_URL: postgres.url, WEB_URL: `http://${web}`, ...ports, NEXTAUTH_SECRET }
      const its = { FETCH_ALLOW: `${web},127.0.0.1:${HOOK_PORT}`, ...mail, ...issuer, ...extra }
      return withServer(postgres.url, (BASE_URL) => work({ ...env, BASE_URL }), its)
    })
  } finally {
    postgres.stop()
  }
}

/** Runs `work` beside the production server on a database that is ready, and tells it the server's address. */
export async function withServer(databaseUrl, work, extra = {}) {
  const port = await freePort()
  const base = `http://localhost:${port}`
  const child = spawn(process.execPath, [join(root, 'scripts', 'serve-only.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      ...LIMITS,
      DATABASE_URL: databaseUrl,
      BASE_URL: base,
      ...extra,
      PORT: String(port),
      NEXTAUTH_URL: base,
      NEXTAUTH_SECRET,
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  try {
    await answers(`${base}/api/ready`, child)
    return await work(base)
  } finally {
    child.kill('SIGTERM')
    await gone
  }
}

const NEXTAUTH_SECRET = 'for tests only'

/** What the server is at the issuer of the tests. */
const OIDC = { OIDC_ID: 'assay', OIDC_SECRET: 'a secret of the tests', OIDC_NAME: 'Example ID' }

const LIMITS = {
  LIMIT_WRITES_PER_MINUTE: '1000000',
  LIMIT_READS_PER_MINUTE: '1000000',
  LIMIT_SIGN_IN_PER_ADDRESS: '1000000',
  LOG_LEVEL: 'error',
}

async function answers(url, child) {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline && child.exitCode === null) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Stop(`The server for the tests did not answer at ${url}.`)
}
