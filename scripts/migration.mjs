import { parseArgs } from 'node:util'
import { main, say, Stop } from './say.mjs'
import { withThrowAway } from './throw-away.mjs'

await main(async () => {
  const { values } = parseArgs({ options: { name: { type: 'string' }, empty: { type: 'boolean', default: false } } })
  if (!values.name) throw new Stop('Give the migration a name: npm run db:migrate -- --name add-tags')
  const { newMigration } = await import('../prisma/migrate.mjs')
  const made = await withThrowAway((url) => newMigration(url, values.name, { empty: values.empty }))
  say(
    made
      ? `Wrote prisma/migrations/${made}/migration.sql. Read it; it is applied at the next start.`
      : 'The schema has not changed since the last migration. For SQL of your own, add --empty.',
  )
})
