import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { listen } from './listen.mjs'
import { makeFolder } from './postgres-owner.mjs'
import { root } from './run.mjs'
import { Stop } from './say.mjs'

/**
 * Where to listen and where to keep data: from the environment or a file .env, with defaults for one person at their own
 * machine.
 */
export function readSettings(dev) {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile?.(file)
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(
      `PORT is ${JSON.stringify(process.env.PORT)}, which is no port. Use a number from 1 to 65535, such as PORT=3000.`,
    )
  const host = process.env.HOST || '127.0.0.1'
  const data = resolve(process.env.ASSAY_DATA || join(root, '.data'))
  const origin = process.env.NEXTAUTH_URL || `http://localhost:${port}`
  return { dev, port, host, data, origin: origin.replace(/\/+$/, '') }
}

/** Tells of a taken port before any slow work. */
export async function checkPort({ port, host }) {
  const probe = createServer()
  await listen(probe, port, host)
  await new Promise((done) => probe.close(done))
}

/** A secret of this installation: made once, readable by its user only. */
export function keptSecret(folder, name) {
  makeFolder(folder)
  const file = join(folder, name)
  try {
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length >= 32) return secret
    throw new Stop(`The secret in ${file} is too short to be one. Remove the file: the next start makes a new one.`)
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(
      `Assay can't read or write ${file} (${error.code}). Make it readable for the user who starts Assay, or set ASSAY_DATA to another folder.`,
    )
  }
}

/** The configuration as the application will read it, so that what is wrong with it stops the start and not a request. */
export async function readConfiguration() {
  const { readConfig } = await import('../build/config.mjs')
  try {
    return readConfig(process.env)
  } catch (error) {
    throw new Stop(error.message)
  }
}
