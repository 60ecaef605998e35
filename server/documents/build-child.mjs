import { build } from 'esbuild'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Bundles the importer's child process: Next does not bundle one, and Node can't run TypeScript everywhere. */
export async function buildConvertChild() {
  await build({
    entryPoints: [join(root, 'server/documents/convert-child.ts')],
    outdir: join(root, 'build/convert'),
    outExtension: { '.js': '.mjs' },
    splitting: true, // what reads one format is loaded for that alone
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['canvas'],
    define: { 'process.env.PDF_CMAPS': '"../../node_modules/pdfjs-dist/cmaps/"' },
    alias: { '@': root },
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  })
}
