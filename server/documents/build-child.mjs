import { build } from 'esbuild'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Bundles the importer's child process: Next does not bundle one, and Node can't run TypeScript everywhere. */
export async function buildConvertChild() {
  await build({
    entryPoints: [join(root, 'server/documents/convert-child.ts')],
    outfile: join(root, 'build/convert-child.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['canvas'],
    alias: { '@': root },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  })
}
