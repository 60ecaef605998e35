import { build } from 'esbuild'
import { v7 } from 'uuid'
import { db } from '@/server/testing/database'
import { expect, test, type Page } from '../fixtures'
import { selectWords } from '../gestures'
import { card, open } from './page'

/** Random documents, and random spans in each. */
const DOCUMENTS = 4
const SPANS = 400

for (let seed = 1; seed <= DOCUMENTS; seed++) {
  test(`document ${seed}: offset → DOM → offset is the identity, and both say the same words`, async ({ desk, as }) => {
    const page = await as(desk.owner)
    // The last one has several parts; all others fit into the page.
    const html = randomHtml(seed, seed === DOCUMENTS ? 260_000 : 6_000)
    const { documentId, versionId } = await importHtml(page, desk.projectId, html)
    await page.goto(`/d/${documentId}`)
    const text = await (await page.request.get(`/api/v1/versions/${versionId}/text`)).text()
    await expect.poll(() => lengthOf(page)).toBeGreaterThan(0)
    await page.evaluate(await bundled())
    await expect.poll(() => page.evaluate(() => reader().end), { timeout: 30_000 }).toBe(text.length)
    const wrong = await page.evaluate(checkSpans, { text, seed, spans: SPANS })
    expect(wrong).toEqual([])
  })
}

test('what is selected across paragraphs, lists and table cells is what is annotated', async ({ desk, as }) => {
  const page = await as(desk.owner)
  const html =
    '<h2>Terms</h2><p>The <b>first</b> line<br>and 😀 more</p><ul><li>one</li><li>two <i>halves</i></li></ul>' +
    '<hr><table><tr><th>Year</th><td>14,000</td></tr></table><pre><code>a = 1\n  b</code></pre><p></p><p>The end.</p>'
  const { documentId, versionId } = await importHtml(page, desk.projectId, html)
  const text = await (await page.request.get(`/api/v1/versions/${versionId}/text`)).text()
  await open(page, documentId)
  for (const [from, to] of [
    ['irst', 'tw'],
    ['alves', 'Yea'],
    ['4,0', 'a ='],
    ['more', 'The e'],
  ] as const) {
    await page.evaluate(selectBetween, [from, to] as const)
    await expect(page.getByRole('toolbar', { name: 'Annotate the selection' })).toBeVisible()
    await page.keyboard.press('1')
    const start = text.indexOf(from)
    const end = text.indexOf(to) + to.length
    await expect
      .poll(() => db.annotation.findFirst({ where: { documentId, start, end }, select: { exact: true } }))
      .toEqual({ exact: text.slice(start, end) })
  }
})

test('what is selected in half a character, or with white space around it, is widened and trimmed', async ({
  desk,
  as,
}) => {
  const page = await as(desk.owner)
  const { documentId } = await importHtml(page, desk.projectId, '<p>Before  e\u0301\u0323 and 👩‍🚀 after</p><p>Next</p>')
  await open(page, documentId)
  const toolbar = page.getByRole('toolbar', { name: 'Annotate the selection' })
  await page.evaluate(() => {
    const words = document.querySelector('.document p')?.firstChild as Text
    const at = words.data.indexOf('👩') + 1
    getSelection()?.setBaseAndExtent(words, at, words, at + 1)
  })
  await expect(toolbar).toBeVisible()
  await page.keyboard.press('1')
  await expect.poll(() => db.annotation.findFirst({ where: { documentId } })).toMatchObject({ exact: '👩‍🚀' })
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll('.document p')
    if (first?.firstChild && second) getSelection()?.setBaseAndExtent(first.firstChild, 0, second, 0)
  })
  await expect(toolbar).toBeVisible()
  await page.keyboard.press('2')
  await expect(card(page, 'Before')).toBeVisible()
  const [before] = await db.annotation.findMany({ where: { documentId, start: 0 } })
  expect(before?.exact.endsWith('after')).toBe(true)
})

test('the pixels of the passage change, and only there', async ({ desk, as, stranger }) => {
  const page = await as(desk.owner)
  await open(page, desk.documentId)
  const lab = await stranger()
  const line = page.locator('.document p').nth(0)
  const other = page.locator('.document p').nth(2)
  const shot = async () => ({
    words: await tinted(lab, await line.screenshot()),
    elsewhere: (await other.screenshot()).toString('base64'),
  })
  const before = await shot()
  expect(before.words).toBe(0)
  await selectWords(page, 'signed a deal on rare earths')
  await page.keyboard.press('1')
  await expect(card(page, 'signed a deal')).toBeVisible()
  await page.mouse.move(5, 500)
  const after = await shot()
  expect(after.words).toBeGreaterThan(0.15)
  expect(after.elsewhere).toBe(before.elsewhere)
  await page.getByRole('button', { name: 'Olga Owner', exact: true }).click()
  await page.getByRole('button', { name: 'Actions for this annotation' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(card(page, 'signed a deal')).toHaveCount(0)
  expect((await shot()).words).toBe(0)
})

declare global {
  var Anchoring: { TextMap: new () => Map_; selectedPassage: unknown }
}
type Point = { node: Node; offset: number }
type Map_ = {
  end: number
  add: (blocks: Iterable<Element>) => void
  rangeOf: (span: { start: number; end: number }) => StaticRange | null
  offsetOf: (point: Point, side: 'start' | 'end') => number
  textOf: (span: { start: number; end: number }) => string
}
declare function reader(): Map_

/** The product's own map between DOM and offsets, for the page to run: with `reader()` it maps what the page shows. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { TextMap } from './components/reader/locate'`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'Anchoring',
  })
  const [file] = outputFiles
  return `${file?.text}
    globalThis.Anchoring = Anchoring
    globalThis.reader = () => {
      const map = new Anchoring.TextMap()
      map.add(document.querySelectorAll('.document [data-at]'))
      return map
    }
    0`
}

/** Runs in the page: random spans to the DOM and back. Tells what does not come back as it went. */
function checkSpans({ text, seed, spans }: { text: string; seed: number; spans: number }): string[] {
  const map = reader()
  let state = seed
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  const wrong: string[] = []
  for (let at = 0; at < spans; at++) {
    const start = random(text.length)
    const end = start + 1 + random(Math.min(text.length - start, at % 3 === 0 ? 20_000 : 60))
    const range = map.rangeOf({ start, end })
    if (!range) {
      wrong.push(`${start}–${end}: nowhere`)
      continue
    }
    const back = [
      map.offsetOf({ node: range.startContainer, offset: range.startOffset }, 'start'),
      map.offsetOf({ node: range.endContainer, offset: range.endOffset }, 'end'),
    ]
    if (back[0] !== start || back[1] !== end) wrong.push(`${start}–${end} came back as ${back.join('–')}`)
    const words = text.slice(start, end)
    if (map.textOf({ start, end }) !== words) wrong.push(`${start}–${end} says something else`)
    const live = document.createRange()
    live.setStart(range.startContainer, range.startOffset)
    live.setEnd(range.endContainer, range.endOffset)
    // What the browser would copy: the same characters, without line breaks and leaves.
    if (live.toString() !== words.replace(/[\n\uFFFC]/g, '')) wrong.push(`${start}–${end} copies as other words`)
  }
  return wrong
}

/** Runs in the page: selects from the first place of one string to the end of the other, wherever their texts are. */
function selectBetween([from, to]: readonly [string, string]): void {
  const find = (words: string) => {
    const walker = document.createTreeWalker(document.querySelector('.document') as Element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const at = (walker.currentNode as Text).data.indexOf(words)
      if (at >= 0) return { node: walker.currentNode, at }
    }
    throw new Error(`${words} is not there`)
  }
  const [first, last] = [find(from), find(to)]
  getSelection()?.setBaseAndExtent(first.node, first.at, last.node, last.at + to.length)
}

const lengthOf = (page: Page) => page.locator('.document [data-at]').count()

async function importHtml(page: Page, projectId: string, content: string) {
  const { origin } = new URL((await page.request.get('/api/health')).url())
  const response = await page.request.post(`/api/v1/projects/${projectId}/documents`, {
    headers: { origin, 'idempotency-key': v7() },
    data: { id: v7(), title: 'Random', format: 'html', content },
  })
  const { document } = (await response.json()) as { document: { id: string; versionId: string } }
  return { documentId: document.id, versionId: document.versionId }
}

const WORDS = ['deal', 'rare', 'earths', '40,000', 'é\u0323', '😀', 'tonnes', '&amp;', '&lt;b&gt;', 'שלום', '中文', 'a']

/** A page of every kind of block, about as long as asked. The same seed makes the same page. */
function randomHtml(seed: number, length: number): string {
  let state = seed * 7919
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  const many = (most: number, make: () => string) => Array.from({ length: 1 + random(most) }, make).join('')
  const words = () => Array.from({ length: 1 + random(30) }, () => WORDS[random(WORDS.length)]).join(' ')
  const inline = () => {
    const tag = ['', 'b', 'i', 'code', 'a', 'sup'][random(6)]
    const open = tag === 'a' ? 'a href="https://example.org"' : tag
    return tag ? `<${open}>${words()}</${tag}> ` : `${words()} ${random(5) === 0 ? '<br>' : ''}`
  }
  const kinds: (() => string)[] = [
    () => `<p>${many(5, inline)}</p>`,
    () => `<p>${many(5, inline)}</p>`,
    () => `<h${1 + random(4)}>${words()}</h${1 + random(4)}>`,
    () => `<ul>${many(4, () => `<li>${many(2, inline)}</li>`)}</ul>`,
    () => `<ol><li>${words()}<ul><li>${words()}</li></ul></li></ol>`,
    () => `<blockquote><p>${many(3, inline)}</p></blockquote>`,
    () => `<table>${many(3, () => `<tr><th>${words()}</th><td>${many(2, inline)}</td></tr>`)}</table>`,
    () => `<hr>`,
  ]
  let html = ''
  while (html.length < length) html += kinds[random(kinds.length)]?.() ?? ''
  return html
}

/** How much of a picture has the ground of the blue label, measured in a page without a content policy. */
async function tinted(lab: Page, png: Buffer): Promise<number> {
  await lab.goto('about:blank')
  return lab.evaluate(async (source) => {
    const image = new Image()
    image.src = `data:image/png;base64,${source}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const pen = canvas.getContext('2d')
    if (!pen) return -1
    pen.drawImage(image, 0, 0)
    const { data } = pen.getImageData(0, 0, image.width, image.height)
    let blue = 0
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, , third = 0] = data.subarray(at, at + 3)
      if (third - red > 25) blue += 1
    }
    return blue / (data.length / 4)
  }, png.toString('base64'))
}
