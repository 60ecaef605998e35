import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Site } from './peer'
import type { World } from './world'

type Source = { base: string; cookie: string; size: World['opened'][number] }

/** How long the peer may take to listen; in ms. */
const PATIENCE_MS = 10_000

/**
 * Starts the peer: a bare `http` server in a process of its own, which sends what the application sent for a document:
 * the first part in a page, with the same styles and fonts, the other parts and the spans, each compressed beforehand.
 */
export async function startPeer(root: string, source: Source): Promise<{ base: string; stop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'))
  const file = join(folder, 'site.json')
  writeFileSync(file, JSON.stringify(await copySite(source)))
  const child = spawn(process.execPath, [join(root, 'build', 'bench', 'peer.mjs'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = () => {
    child.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', stop)
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
    child.once('exit', () => reject(new Error('The peer did not start')))
    setTimeout(() => reject(new Error('The peer did not listen in time')), PATIENCE_MS).unref()
  })
  return { base: `http://localhost:${port}`, stop }
}

async function copySite({ base, cookie, size }: Source): Promise<Site> {
  const get = async (path: string) => {
    const response = await fetch(`${base}${path}`, { headers: { cookie } })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return { type: response.headers.get('content-type') ?? '', bytes: Buffer.from(await response.arrayBuffer()) }
  }
  const page = (await get(`/d/${size.documentId}`)).bytes.toString()
  const article = /<article[^>]*class="document"[^>]*>.*?<\/article>/s.exec(page)?.[0]
  if (!article) throw new Error('The page holds no article')
  const links = [...page.matchAll(/<link[^>]*rel="(?:stylesheet|preload)"[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /as="font"|rel="stylesheet"/.test(tag))
  const site: Site = {}
  const put = (path: string, type: string, bytes: Buffer) => {
    const small = /font/.test(type) ? null : gzipSync(bytes)
    site[path] = { type, gzip: small !== null, body: (small ?? bytes).toString('base64') }
  }
  for (const link of links) {
    const path = /href="([^"]+)"/.exec(link)?.[1] ?? ''
    const { type, bytes } = await get(path)
    put(path, type, bytes)
    // The fonts that styles name are in the peer too, so that both lay out the same letters.
    for (const [, name = ''] of type.includes('css') ? bytes.toString().matchAll(/url\(["']?([^"')]+)["']?\)/g) : []) {
      const font = new URL(name, `${base}${path}`).pathname
      if (!site[font] && !name.startsWith('data:')) await get(font).then(({ type, bytes }) => put(font, type, bytes))
    }
  }
  let parts = 1
  for (; ; parts++) {
    const response = await fetch(`${base}/api/v1/versions/${size.versionId}/parts/${parts}`, { headers: { cookie } })
    if (response.status === 404) break
    put(`/parts/${parts}`, 'text/html; charset=utf-8', Buffer.from(await response.arrayBuffer()))
  }
  const spans = await get(`/api/v1/documents/${size.documentId}/spans`)
  put('/spans', spans.type, spans.bytes)
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Peer</title>${links.join('')}</head>
    <body><main class="mx-auto max-w-[42rem] pt-8">${article}</main><script src="/paint.js" data-parts="${parts}"></script></body></html>`
  put('/', 'text/html; charset=utf-8', Buffer.from(html))
  return site
}
