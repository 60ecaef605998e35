import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDatabase, createDatabase, migrate } from './database.mjs'
import { startPostgres } from './postgres.mjs'
import { Stop } from './say.mjs'
import { serve } from './serve.mjs'
import { keptSecret } from './settings.mjs'
import { setupLink } from './setup-link.mjs'

/**
 * Database, migrations, server; stops them in the opposite order on Ctrl-C and SIGTERM.
 *
 * @returns {Promise<{ link: string | null, stop: () => Promise<void> }>}
 */
export async function launch({ dev, port, host, data, origin }) {
  const closing = []
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  stopOnSignals(stop)
  try {
    process.env.NEXTAUTH_SECRET ??= keptSecret(data, 'session.secret')
    process.env.NEXTAUTH_URL ??= origin
    process.env.NEXT_TELEMETRY_DISABLED = '1'
    process.env.NODE_ENV ??= dev ? 'development' : 'production'
    if (!process.env.DATABASE_URL) {
      closing.push(holdFolder(data))
      const postgres = await startPostgres(data)
      closing.push(postgres.stop)
      await createDatabase(postgres.url)
      process.env.DATABASE_URL = postgres.url
    }
    await checkDatabase(process.env.DATABASE_URL)
    await migrate(process.env.DATABASE_URL)
    const proxies = (process.env.TRUSTED_PROXIES ?? '')
      .split(',')
      .map((range) => range.trim())
      .filter(Boolean)
    const server = await serve({ port, host, dev, proxies })
    closing.push(server.close)
    return { link: await setupLink(process.env.DATABASE_URL, origin), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** One application to a data folder: two would share a database that the first to stop takes away from the other. */
function holdFolder(data) {
  const lock = join(data, 'application.pid')
  const holder = holderOf(lock)
  if (holder)
    throw new Stop(
      `Assay runs already with the data folder ${data} (process ${holder}). Stop it first, or set ASSAY_DATA to another folder.`,
    )
  writeFileSync(lock, String(process.pid))
  return () => rmSync(lock, { force: true })
}

/** The process that holds the lock, if it is still there and is a Node that runs our scripts. */
function holderOf(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    if (pid === process.pid) return null
    process.kill(pid, 0)
    return ours(pid) ? pid : null
  } catch {
    return null // no lock, or nobody there any more
  }
}

/** A pid may have gone to another program since; where /proc tells, we look. */
function ours(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mjs')
  } catch {
    return process.platform !== 'linux'
  }
}

function stopOnSignals(stop) {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      process.stdout.write('\n  Stopping …\n')
      void stop().then(
        () => process.exit(0),
        (error) => {
          process.stderr.write(`${error?.stack ?? error}\n`)
          process.exit(1)
        },
      )
    })
  }
}
