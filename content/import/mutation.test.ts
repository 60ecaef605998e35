import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { flatten } from '@/domain/documents/flatten'
import { Refusal } from '@/domain/refusal'
import { checkDocument } from '../check'
import { SAMPLE } from '../sample'
import { convertFile } from './convert'
import { wordReport } from './docx.cases'
import { mutated, seeded } from './mutate.cases'
import { pdfFile, sentences } from './pdf/pdf.cases'

const PAGE = `<!doctype html><title>A page</title><h1>A page</h1><p>Some <b>bold</b> <a href="https://example.org">words</a>.</p>
<ul><li>one<ul><li>two</ul></ul><table><tr><th colspan=2>a<tr><td>1<td>2</table><pre><code class="language-js">a
b</code></pre><blockquote>said</blockquote><p style="font-weight:700">10<sup>2</sup> &amp; more</p>`

const drawn = (compress: boolean) =>
  pdfFile(
    (pdf) => {
      pdf.fontSize(18).text('A title').fontSize(10).text(sentences(1, 6)).text('• one').text('• two')
      pdf.addPage().text(sentences(7, 8), { columns: 2 })
    },
    { compress },
  )

/** One part of a Word document changed within its archive, which stays whole. */
function inArchive(bytes: Uint8Array, chance: () => number): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => /^word\/(?:document|footnotes|numbering|styles)\.xml$|rels$|core\.xml$/.test(name)) // prettier-ignore
  const name = names[Math.floor(chance() * names.length)] ?? ''
  return zipSync({ ...parts, [name]: mutated(parts[name] ?? new Uint8Array(), chance) }, { level: 0 })
}

type Change = (bytes: Uint8Array, chance: () => number) => Uint8Array

/** 2,000 files: how many of each kind, from what, and how they are changed. */
const KINDS: [string, number, () => Promise<Uint8Array> | Uint8Array, Change][] = [
  ['a.txt', 300, () => Buffer.from(SAMPLE), mutated],
  ['a.md', 400, () => Buffer.from(SAMPLE), mutated],
  ['a.html', 400, () => Buffer.from(PAGE), mutated],
  ['a.docx', 100, wordReport, mutated],
  ['b.docx', 300, wordReport, inArchive],
  ['a.pdf', 150, () => drawn(true), mutated],
  ['b.pdf', 350, () => drawn(false), mutated],
]

test.each(KINDS)(
  '%s, %i times changed at random, becomes a document or is refused',
  async (fileName, times, make, change) => {
    const whole = await make()
    const chance = seeded(times)
    let [read, refused] = [0, 0]
    for (let time = 0; time < times; time++) {
      const bytes = change(whole, chance)
      try {
        const { json, pages, notes, title } = await convertFile({ bytes, fileName, most: 3_000_000 })
        const { text } = flatten(checkDocument(json))
        expect(pages.every(({ at }, index) => at <= text.length && at >= (pages[index - 1]?.at ?? 0))).toBe(true)
        expect(notes.every((note) => note.length <= 500) && notes.length <= 20 && title.length <= 300).toBe(true)
        read += 1
      } catch (error) {
        if (!(error instanceof Refusal)) throw new Error(`the ${time + 1}th ${fileName} crashed it`, { cause: error })
        refused += 1
      }
    }
    expect(read + refused).toBe(times)
    expect(read).toBeGreaterThan(0)
    expect(Object.keys(Object.prototype)).toEqual([])
  },
  120_000,
)
