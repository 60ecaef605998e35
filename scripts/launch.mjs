import { createDatabase, prepareDatabase } from './database.mjs'
import { holdFolder } from './hold.mjs'
import { startPostgres } from './postgres.mjs'
import { say } from './say.mjs'
import { serve } from './serve.mjs'
import { checkPort, keptSecret, readConfiguration } from './settings.mjs'
import { setupLink } from './setup-link.mjs'

/**
 * Database, migrations, server; stops them in the opposite order on Ctrl-C and SIGTERM, and when one of them can't start.
 *
 * @returns {Promise<{ link: string | null }>}
 */
export async function launch({ dev, port, host, data, origin }) {
  const closing = []
  const stop = async () => {
    while (closing.length > 0) await closing.pop()()
  }
  stopOnSignals(stop)
  try {
    setEnvironment({ dev, data, origin })
    if (!process.env.DATABASE_URL) {
      closing.push(holdFolder(data))
      const postgres = await startPostgres(data)
      closing.push(postgres.stop)
      await createDatabase(postgres.url)
      process.env.DATABASE_URL = postgres.url
    }
    const config = await readConfiguration()
    await checkPort({ port, host }) // again, since the build took its time: before the database is touched
    const applied = await prepareDatabase(config.databaseUrl)
    if (applied.length > 0) say(`  The database is up to date (${applied.length} migrations applied).`)
    const server = await serve({ port, host, dev, config })
    closing.push(server.close)
    return { link: await setupLink(config.databaseUrl, origin) }
  } catch (error) {
    await stop()
    throw error
  }
}

function setEnvironment({ dev, data, origin }) {
  process.env.NEXTAUTH_SECRET ||= keptSecret(data, 'session.secret')
  process.env.NEXTAUTH_URL ||= origin
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.NODE_ENV = dev ? 'development' : 'production'
}

/** How often we look whether npm is still there; in ms. */
const PARENT_MS = 200

/** A second Ctrl-C does not make it faster: what is under way is only a few seconds, and the database's own end. */
function stopOnSignals(stop) {
  let stopping = false
  const end = () => {
    if (stopping) return
    stopping = true
    say('\n  Stopping …')
    stop().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`${error?.stack ?? error}\n`)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
  if (process.env.npm_lifecycle_event) whenOrphaned(end)
}

/** npm passes a SIGTERM on to the shell that it runs us in, and that shell ends without a word to us. */
function whenOrphaned(end) {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && end(), PARENT_MS).unref()
}
