import { createReadStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createGunzip } from 'node:zlib'
import { checkNode, install } from './prepare.mjs'
import { main, say, Stop } from './say.mjs'

/** Puts a backup into an empty database, or a new data folder: `npm run restore -- <file>`. */
await main(async () => {
  checkNode()
  const { readSettings } = await import('./settings.mjs')
  const settings = readSettings(false)
  const [, , name] = process.argv
  if (name === undefined) throw new Stop('Name the backup that is to be restored: npm run restore -- <file>')
  const file = resolve(name)
  if (!existsSync(file)) throw new Stop(`There is no file ${file}.`)
  await install()
  const { linesOf } = await import('./lines.mjs')
  const { restore } = await import('./restore-dump.mjs')
  const { withDatabase } = await import('./with-database.mjs')
  const { rows, at } = await withDatabase(settings, { alone: true }, (url) => restore(url, linesOf(unzipped(file))))
  say(`  Everything is as it was at ${at}: ${rows} rows. Start Assay with: npm start`)
})

async function* unzipped(file) {
  try {
    yield* createReadStream(file).pipe(createGunzip())
  } catch (error) {
    throw new Stop(`${file} is no backup of Assay, or it is damaged (${error.code}). Nothing was restored.`)
  }
}
