import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { findBrowser } from './browser.mjs'
import { prepareDatabase } from './database.mjs'
import { build, checkNode, generate, install } from './prepare.mjs'
import { root } from './run.mjs'
import { main, step, Stop } from './say.mjs'
import { withServer } from './test-server.mjs'
import { throwAwayPostgres } from './throw-away.mjs'

const USAGE = 'npm run bench -- [--only a,b,c,d,e,f,g,h] [--quick]'

/** `npm run bench`: what Assay costs, side by side with peers and with the limit. See bench/README.md. */
await main(async () => {
  const { only, quick } = options()
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))
  checkNode()
  await install()
  await generate()
  await build()
  const browser = await findBrowser()
  // Waits for the disk as the real one does: a commit that is not kept would flatter both sides.
  const postgres = await throwAwayPostgres({ durable: true })
  try {
    await prepareDatabase(postgres.url)
    process.env.DATABASE_URL = postgres.url
    const { bench } = await step('Preparing the bench', bundled)
    await bench({ only, quick }, { databaseUrl: postgres.url, withServer, root, browser })
  } finally {
    postgres.stop()
  }
})

function options() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean' } } })
    return { only: values.only?.split(',') ?? [], quick: values.quick ?? false }
  } catch (error) {
    throw new Stop(`${error.message}. Use: ${USAGE}`)
  }
}

/** The bench in JavaScript, which is all that Node 20 runs. */
async function bundled() {
  const esbuild = await import('esbuild')
  const outdir = join(root, 'build', 'bench')
  await esbuild.build({
    entryPoints: [join(root, 'bench', 'bench.ts'), join(root, 'bench', 'peer.ts')],
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    target: 'node20',
    logLevel: 'error',
  })
  await esbuild.stop()
  return import(pathToFileURL(join(outdir, 'bench.mjs')).href)
}
