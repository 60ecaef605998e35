import type { PDFPageProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api'
import { learnFaces, PLAIN, type Face, type Faces } from './fonts'

/** A run of characters where a page has it: in points from the upper left, `base` is the line that it stands on. */
export type Fragment = Face & { text: string; left: number; right: number; base: number; size: number; rtl: boolean }

/** `aside` is what stands turned against the rest of the page, in order. */
export type PageText = { number: number; height: number; fragments: Fragment[]; aside: string[] }

type Matrix = readonly [number, number, number, number, number, number]
type Placed = { item: TextItem; x: number; y: number; turn: number; size: number }

/** The words of a page and where they stand, upright: a page that is written sideways is turned. */
export async function fragmentsOf(page: PDFPageProxy, faces: Faces): Promise<PageText> {
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const placed = items.flatMap((item) =>
    'str' in item && item.str.trim() !== '' ? place(item, transform as never) : [],
  )
  await learnFaces(page, [...new Set(placed.map(({ item }) => item.fontName))], faces)
  const turn = mostCommonTurn(placed)
  const upright = turned(turn, width, height, faces)
  return {
    number: page.pageNumber,
    height: turn % 2 === 0 ? height : width,
    fragments: placed.filter((one) => one.turn === turn).map((one) => upright(one)),
    aside: placed.filter((one) => one.turn !== turn).map(({ item }) => clean(item.str)),
  }
}

/** Where an item stands on the page, and how many quarter turns it is turned. */
function place(item: TextItem, page: Matrix): Placed[] {
  const [a, b, c, d, e, f] = times(page, item.transform as unknown as Matrix)
  const size = Math.hypot(c, d)
  if (![a, b, e, f, size, item.width].every(Number.isFinite) || size < 0.5) return []
  const turn = ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) % 4) + 4) % 4
  return [{ item, x: e, y: f, turn, size }]
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function mostCommonTurn(placed: readonly Placed[]): number {
  const counts = [0, 0, 0, 0]
  for (const { item, turn } of placed) counts[turn] = (counts[turn] ?? 0) + item.str.length
  return counts.indexOf(Math.max(...counts))
}

function turned(turn: number, width: number, height: number, faces: Faces): (placed: Placed) => Fragment {
  const place = [
    (x: number, y: number) => [x, y],
    (x: number, y: number) => [y, width - x],
    (x: number, y: number) => [width - x, height - y],
    (x: number, y: number) => [height - y, x],
  ][turn] as (x: number, y: number) => [number, number]
  return ({ item, x, y, size }) => {
    const [left, base] = place(x, y)
    const face = faces.get(item.fontName) ?? PLAIN
    return { ...face, text: clean(item.str), left, right: left + item.width, base, size, rtl: item.dir === 'rtl' }
  }
}

/** Characters that no text keeps, and one form for each letter: offsets of pages are counted in what is left. */
function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .normalize('NFC')
}
