import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { asking } from './database.mjs'

/**
 * The link that claims an installation without users: works once, and only its hash is kept. Every start makes a new one
 * in place of the last. Null when somebody has an account already.
 */
export async function setupLink(databaseUrl, origin) {
  return asking(databaseUrl, async (client) => {
    const { rows } = await client.query('SELECT EXISTS (SELECT 1 FROM "User") AS claimed')
    if (rows[0].claimed) return null
    const token = randomBytes(32).toString('base64url')
    const hash = createHash('sha256').update(token).digest('hex')
    await client.query('BEGIN')
    await client.query('DELETE FROM "SetupToken"')
    await client.query('INSERT INTO "SetupToken" (id, "tokenHash") VALUES ($1, $2)', [randomUUID(), hash])
    await client.query('COMMIT')
    return `${origin}/link#setup=${token}`
  })
}
