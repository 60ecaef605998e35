import { build } from 'esbuild'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Bundles the thread that measures agreement: Next does not bundle one, and Node can't run TypeScript everywhere. */
export async function buildMeasureWorker() {
  await build({
    entryPoints: [join(root, 'server/disagreement/measure-worker.ts')],
    outfile: join(root, 'build/measure-worker.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    alias: { '@': root },
    logLevel: 'error',
  })
}
