import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { root } from './run.mjs'
import { Stop } from './say.mjs'

/** Where to listen and where to keep data: from the environment, with defaults for one person at their own machine. */
export function readSettings(dev) {
  const port = Number(process.env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(
      `PORT is ${JSON.stringify(process.env.PORT)}, which is no port. Use a number from 1 to 65535, such as PORT=3000.`,
    )
  const host = process.env.HOST ?? '127.0.0.1'
  const data = resolve(process.env.ASSAY_DATA ?? join(root, '.data'))
  const origin = process.env.NEXTAUTH_URL ?? `http://localhost:${port}`
  return { dev, port, host, data, origin, checkPort: () => checkPort(port, host) }
}

/** Tells of a taken port before any slow work. */
async function checkPort(port, host) {
  const { listen } = await import('./listen.mjs')
  const probe = createServer()
  await listen(probe, port, host)
  await new Promise((done) => probe.close(done))
}

/** A secret of this installation: made once, readable by its user only. */
export function keptSecret(folder, name) {
  const file = join(folder, name)
  try {
    mkdirSync(folder, { recursive: true })
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Stop(
      `Assay can't write to its data folder ${folder} (${error.code}). Make it writable, or set ASSAY_DATA to another folder.`,
    )
  }
}
