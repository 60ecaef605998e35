import { build } from 'esbuild'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The threads that work apart, by what they are in `build`. */
const WORKERS = {
  'measure-worker': 'server/disagreement/measure-worker.ts',
  'word-worker': 'server/reports/word-worker.ts',
}

/** Bundles the threads that work apart: Next does not bundle one, and Node can't run TypeScript everywhere. */
export async function buildWorkers() {
  for (const [name, entry] of Object.entries(WORKERS)) {
    await build({
      entryPoints: [join(root, entry)],
      outfile: join(root, `build/${name}.mjs`),
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      alias: { '@': root },
      logLevel: 'error',
    })
  }
}
