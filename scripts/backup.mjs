import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { checkNode, install } from './prepare.mjs'
import { main, say, Stop } from './say.mjs'

/** Writes a backup of everything into one file, also while Assay runs: `npm run backup -- <file>`. */
await main(async () => {
  checkNode()
  const { readSettings } = await import('./settings.mjs')
  const settings = readSettings(false)
  const file = resolve(process.argv[2] ?? `assay-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.backup`)
  if (existsSync(file)) throw new Stop(`${file} is there already. Choose another name: a backup replaces nothing.`)
  await install()
  const { dump } = await import('./dump.mjs')
  const { withDatabase } = await import('./with-database.mjs')
  const half = `${file}.part`
  try {
    const { rows, at } = await withDatabase(settings, {}, (url) => writeTo(half, (out) => dump(url, out)))
    renameSync(half, file)
    say(`  Everything as it was at ${at}: ${rows} rows, ${statSync(file).size} bytes, in\n  ${file}`)
    say('  Whoever has this file can read all of it. Keep it where only you can.')
  } catch (error) {
    rmSync(half, { force: true })
    throw error
  }
})

/** Compressed, on disk when this resolves, and readable by its user only. */
async function writeTo(path, work) {
  const zip = createGzip()
  const done = finished(zip.pipe(createWriteStream(path, { mode: 0o600, flush: true })))
  done.catch(() => undefined)
  const answer = await Promise.race([work(zip), done])
  zip.end()
  await done
  return answer
}
