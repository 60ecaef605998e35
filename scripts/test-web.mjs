import { createServer } from 'node:http'
import { listen } from './listen.mjs'

const PARAGRAPHS = [
  'Ministers of both countries signed a deal on rare earths in the capital on Monday, after nine months of talks.',
  'Officials spoke of forty thousand tonnes a year; the annex, which was published later, names fourteen thousand.',
  'Critics call the deal a promise of a promise, since no mine that it names has a permit, and two have no owner.',
  'The agency that is to watch over it has neither a seat nor a budget, as its own designated director confirms.',
]

const ARTICLE = `<!doctype html><html lang="en-GB"><head><title>A deal on rare earths | The Herald</title>
<meta property="og:title" content="A deal on rare earths"><meta property="og:site_name" content="The Herald">
<meta name="author" content="Rosa Quill"><meta property="article:published_time" content="2026-11-12T08:00:00Z"></head>
<body><nav><a href="/">Front page</a> <a href="/sport">Sport</a></nav><article><h1>A deal on rare earths</h1>
${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}<p>See <a href="/annex">the annex</a>.</p></article>
<aside>Most read: other things</aside><footer>Imprint, cookies, newsletter</footer></body></html>`

const WALL = `<!doctype html><title>Sign in</title><p>${PARAGRAPHS[0]}</p><form><input type="password"></form>`

const PAGES = {
  '/article': { type: 'text/html', text: ARTICLE },
  '/wall': { type: 'text/html', text: WALL },
  '/notes.md': { type: 'text/plain', text: `# Notes\n\n${PARAGRAPHS.join('\n\n')}` },
}

/** A small web for the tests, on this machine: one article, and what can be wrong with an address. */
export async function withTestWeb(work) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://web.test')
    const page = PAGES[pathname]
    if (pathname === '/inside') response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end()
    else if (page) response.writeHead(200, { 'content-type': page.type }).end(page.text)
    else response.writeHead(404).end('nothing here')
  })
  await listen(server, 0, '127.0.0.1')
  try {
    return await work(`127.0.0.1:${server.address().port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
