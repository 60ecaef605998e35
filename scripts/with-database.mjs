import { createDatabase } from './database.mjs'
import { holdFolder } from './hold.mjs'
import { findPostgres, startPostgres } from './postgres.mjs'

/**
 * Runs `work` with the address of this installation's database: the one that DATABASE_URL names, else the embedded one,
 * which is started for as long as it takes where it does not run. With `alone` nobody else may use the embedded one.
 */
export async function withDatabase({ data }, { alone = false } = {}, work) {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL)
  const running = alone ? null : findPostgres(data)
  if (running) return work(running)
  const release = holdFolder(data)
  try {
    const { url, stop } = await startPostgres(data)
    try {
      await createDatabase(url)
      return await work(url)
    } finally {
      stop()
    }
  } finally {
    release()
  }
}
