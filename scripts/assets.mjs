import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import sirv from 'sirv'
import { root } from './run.mjs'

/** Scripts, styles and fonts of the build. Their names change with what is in them, so browsers may keep them for good. */
const FOLDER = join(root, '.next', 'static')
const PREFIX = '/_next/static'
const YEAR_S = 365 * 24 * 60 * 60

/** The script that begins to read before React does, as it stands in pages: one line of code, for the build to take in. */
export async function bundleEarly() {
  const esbuild = await import('esbuild')
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, 'components', 'reader', 'early.ts')],
    bundle: true,
    minify: true,
    write: false,
    alias: { '@': root },
    target: 'es2022',
    logLevel: 'error',
  })
  await esbuild.stop() // its process would stay for as long as ours
  return outputFiles[0].text
}

/** Writes each script and style compressed beside itself: once and as small as can be, and not again for every reader. */
export function compressAssets() {
  for (const name of readdirSync(FOLDER, { recursive: true })) {
    if (!/\.(js|css|svg|json)$/.test(name)) continue
    const bytes = readFileSync(join(FOLDER, name))
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writeFileSync(join(FOLDER, `${name}.br`), brotliCompressSync(bytes, { params }))
    writeFileSync(join(FOLDER, `${name}.gz`), gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }))
  }
}

/** Answers a request for one of these files and says so; false for anything else. */
export function assets() {
  const send = sirv(FOLDER, { brotli: true, gzip: true, etag: true, immutable: true, maxAge: YEAR_S })
  return (request, response) => {
    const { url, method, headers } = request
    if (!url.startsWith(`${PREFIX}/`)) return false
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return true
    }
    delete headers.range // nobody asks for half a script, and sirv throws at a range that ends before it begins
    let sent = true
    request.url = url.slice(PREFIX.length)
    send(request, response, () => {
      request.url = url
      delete request._parsedUrl // what sirv made of the address
      sent = false
    })
    return sent
  }
}
